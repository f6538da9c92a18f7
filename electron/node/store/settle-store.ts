import { join } from 'node:path'
import type { Found } from '#shared/contract/opening.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'
import { MARKER, readMarker, STORE_FORMAT, writeMarker } from './marker.ts'
import { copyAside, keepAside, mirrorSegments, putBack } from './mend.ts'
import type { FoundStore } from './open-journal.ts'
import { readJournal, segmentName, segmentsIn, type JournalContent } from './read-journal.ts'
import { readSegment, sealLine } from './segment.ts'
import type { StorePlace } from './store-place.ts'
import type { StorePorts } from './store-ports.ts'

/** What an opening puts right on the disk before anything new is written. */
export async function settleFound(
  place: StorePlace,
  ports: StorePorts,
  { seen, isNew }: { readonly seen: FoundStore; readonly isNew: boolean },
): Promise<readonly Found[]> {
  const { layer, clock } = ports
  const { content, mended, damagedGenerations } = seen
  await putBack(place, mended, clock(), layer)
  for (const { name } of damagedGenerations) await keepAside(place.copies, name, clock(), layer)
  if (!content.closed) await writeLastAgain(place, content, ports)
  const marker = await readMarker(place.folder, layer)
  if (isNew || content.count === 0 || (marker !== null && marker !== 'damaged')) return []
  if (marker === 'damaged') {
    // A newer version may have written what cannot be read here.
    if (content.damages.length > 0) return []
    await keepAside(place.folder, MARKER, clock(), layer)
  }
  return migrate(place, ports, content.format)
}

/**
 * What was read may be what the system holds and the disk has not, when the program was killed before a flush, or after one
 * that failed: the system then takes the bytes for written, and a flush of them says nothing. Written anew they are sure;
 * and sealed, so that a stop is told once. What cannot be read at its end is kept aside first.
 */
async function writeLastAgain(
  place: StorePlace,
  content: JournalContent,
  { layer, digest, clock }: StorePorts,
): Promise<void> {
  const name = segmentName(content.segment)
  const path = join(place.folder, name)
  const bytes = await layer.read(path)
  if (bytes === null) return
  const { head, lines } = readSegment(new TextDecoder().decode(bytes), digest)
  const good = lines.findLast(({ type }) => type !== 'bad')?.line ?? 1
  if (head?.v === 1) return replaceFile(layer, path, bytes).catch(() => flush(path, layer))
  // Without its first line a segment is read by its numbers, if it has any, and stays as it is.
  if (head === null) return good > 1 ? flush(path, layer) : keepAside(place.folder, name, clock(), layer)
  if (good <= lines.length) await copyAside(place.folder, name, bytes, clock(), layer)
  const { count: end, chain } = content
  // Byte for byte: of a damaged line in the middle something may still be mended one day.
  const whole = [
    bytes.subarray(0, endOfLine(bytes, good)),
    new TextEncoder().encode(`\n${sealLine({ end, chain }, digest)}`),
  ]
  // Where a filter refuses every renaming, the flush is the most that can be done.
  return replaceFile(layer, path, Buffer.concat(whole)).catch(() => flush(path, layer))
}

/** Where a line ends, counted from 1: before its end of line, or at the end of the file. */
function endOfLine(bytes: Uint8Array, line: number): number {
  let end = -1
  for (let at = 0; at < line; at += 1) {
    end = bytes.indexOf(0x0a, end + 1)
    if (end < 0) return bytes.length
  }
  return end
}

async function flush(path: string, layer: FileLayer): Promise<void> {
  const file = await layer.open(path, 'append')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * From format 1, which had neither marker nor second place: every segment is copied there first, and what the copies add up
 * to is compared with the journal; the marker comes last. Stopped anywhere, it begins again at the next opening.
 */
async function migrate(
  place: StorePlace,
  { layer, digest }: StorePorts,
  format: 1 | 2 | null,
): Promise<readonly Found[]> {
  if (format !== 2) {
    const own = await readJournal(segmentsIn(place.folder, layer), place.consultation, digest)
    await mirrorSegments(place, own.segment, layer)
    const copied = await readJournal(segmentsIn(place.copies, layer), place.consultation, digest)
    if (copied.chain !== own.chain || copied.count !== own.count) {
      throw Object.assign(new Error('The copies are not the journal'), { code: 'EIO' })
    }
    await layer.remove(join(place.folder, 'snapshot.json'))
  }
  await writeMarker(place.folder, place.consultation, layer)
  return format === 2 ? [] : [{ type: 'Migrated', from: 1, to: STORE_FORMAT }]
}
