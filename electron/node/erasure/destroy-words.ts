import { basename, join } from 'node:path'
import type { Digest } from '#shared/kit/ports.ts'
import { namedByDrops, type Drop, type Dropped } from '#shared/operation/drop.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'
import { segmentNumber } from '../store/read-journal.ts'
import { isHalfSettled, type StorePlace } from '../store/store-place.ts'
import { withoutDroppedWords } from './erase-lines.ts'

export interface DestroyOrder extends StorePlace {
  readonly drops: readonly Drop[]
  /** The last segment that nothing writes to any more. */
  readonly upToSegment: number
}

/**
 * Takes the words of dropped operations off the disk: out of the segments, their copies and what was kept aside of them;
 * snapshots go, since they are made again. Stopped anywhere, it leaves a store that opens; done again, it goes on.
 * Work for a worker. Throws what the disk says, and `EIO` when a file does not read back.
 */
export async function destroyWords(
  { folder, copies, drops, upToSegment }: DestroyOrder,
  layer: FileLayer,
  digest: Digest,
  onShare: (share: number) => void,
): Promise<null> {
  const dropped = namedByDrops(drops)
  for (const place of [copies, folder]) await removeCaches(place, layer)
  const asides = [join(folder, 'aside'), join(copies, 'aside')]
  for (const place of asides) await removeCaches(place, layer)
  const files: string[] = []
  for (const place of [folder, copies, ...asides]) {
    const names = (await layer.list(place)).toSorted()
    files.push(...names.filter((name) => isSettled(name, upToSegment)).map((name) => join(place, name)))
  }
  for (const [index, path] of files.entries()) {
    await destroyIn(path, dropped, layer, digest)
    onShare((index + 1) / files.length)
  }
  return null
}

/** A segment, or one that was kept aside under a dated name. */
const isSettled = (name: string, upTo: number): boolean => {
  const number = segmentNumber(name.slice(Math.max(0, name.indexOf('journal-'))))
  return number !== null && number <= upTo
}

const CACHE = /^(?:.*-)?snapshot(?:-\d+-\d+)?\.json$/

async function removeCaches(folder: string, layer: FileLayer): Promise<void> {
  const names = (await layer.list(folder)).filter((name) => CACHE.test(name) || isHalfSettled(name))
  for (const name of names) await layer.remove(join(folder, name))
  if (names.length > 0) await layer.syncFolder(folder)
}

async function destroyIn(path: string, dropped: Dropped, layer: FileLayer, digest: Digest): Promise<void> {
  const bytes = await layer.read(path)
  const left = bytes === null ? null : withoutDroppedWords(bytes, dropped, digest)
  if (left === null) return
  await replaceFile(layer, path, left)
  // The other place still has the words, and is only touched once this one is known to read well.
  const back = await layer.read(path)
  if (back === null || Buffer.compare(back, left) !== 0)
    throw Object.assign(new Error(`${basename(path)} does not read back`), { code: 'EIO' })
}
