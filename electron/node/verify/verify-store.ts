import { basename, dirname, join } from 'node:path'
import type { Digest } from '#shared/kit/ports.ts'
import { checkContents } from '#shared/verify/check-contents.ts'
import { checkReferences } from '#shared/verify/check-references.ts'
import { checkAttribution } from '#shared/verify/check-rules.ts'
import { checkStreams } from '#shared/verify/check-streams.ts'
import { Findings } from '#shared/verify/findings.ts'
import type { StoreSubject, Verification } from '#shared/verify/verification.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { StoredFiles } from '../store/files.ts'
import { MARKER, readMarker, STORE_FORMAT } from '../store/marker.ts'
import { lossesOf } from '../store/mend.ts'
import { segmentsIn, type JournalContent } from '../store/read-journal.ts'
import { openLine } from '../store/segment.ts'
import type { StorePlace } from '../store/store-place.ts'
import { stateOf } from '../store/store-state.ts'
import { checkStoredFiles } from './check-files.ts'
import { toldOf } from './told.ts'
import { checkGenerations, checkMirror } from './verify-copies.ts'
import { checkJournal, firstLineOf, segmentsOf } from './verify-journal.ts'

export interface VerifyPorts {
  readonly layer: FileLayer
  readonly digest: Digest
  readonly onShare: (share: number) => void
}

/** The consultation of a store's folder, and where its second place is when it lies in a data folder. */
export async function placeOf(folder: string, layer: FileLayer, digest: Digest): Promise<StorePlace | null> {
  const copies = join(dirname(dirname(folder)), 'copies', basename(folder))
  const marker = await readMarker(folder, layer)
  const segments = await segmentsOf(segmentsIn(folder, layer))
  if (marker === null && segments.length === 0) return null
  if (marker !== null && marker !== 'damaged') return { folder, copies, consultation: marker.consultation }
  for (const name of segments) {
    const said = firstLineOf(await layer.read(join(folder, name)), digest)?.consultation
    if (typeof said === 'string') return { folder, copies, consultation: said }
  }
  return { folder, copies, consultation: basename(folder) }
}

/** Verifies a store, its second place and what was being typed. Nothing is written; `isOpenHere` when we hold its lock. */
export async function verifyStore(
  place: StorePlace,
  isOpenHere: boolean,
  { layer, digest, onShare }: VerifyPorts,
): Promise<Verification> {
  const findings = new Findings()
  const { folder, consultation } = place
  const source = segmentsIn(folder, layer)
  const { content, placed, own } = await checkJournal(source, { consultation, isOpenHere }, digest, findings)
  onShare(0.5)
  await checkMarker(place, content, layer, findings)
  const { fold } = stateOf(content.entries.map(({ entry }) => entry))
  const read = { placed, fold }
  const contents = checkContents(read, findings)
  checkAttribution(read, findings)
  checkStreams(placed, { own: own.streams, current: await currentStream(folder, layer) }, findings)
  checkReferences(read, (id) => own.ids.has(id), findings)
  await checkStoredFiles(read, (id) => own.ids.has(id), new StoredFiles(place, layer, false), findings)
  onShare(0.7)
  // A store of the first format has no second place before it is opened.
  const isMirrored = content.format !== 1 || (await layer.list(place.copies)).length > 0
  if (isMirrored) await checkMirror(place, layer, findings)
  const share = (done: number): void => onShare(0.7 + 0.3 * done)
  const generations = await checkGenerations(place, content, { layer, digest, onShare: share }, findings)
  await checkDrafts(folder, layer, digest, findings)
  await checkLock(folder, isOpenHere, layer, findings)
  const segments = (await segmentsOf(source)).length
  const entries = content.entries.length
  const lost = lossesOf(content)
  const subject: StoreSubject = { type: 'store', format: content.format, segments, entries, generations, lost }
  return toldOf(subject, { content: read, contents }, findings, digest)
}

async function checkMarker(
  { folder }: StorePlace,
  { format }: JournalContent,
  layer: FileLayer,
  findings: Findings,
): Promise<void> {
  findings.examined('marker')
  const marker = await readMarker(folder, layer)
  if (marker === 'damaged') findings.fault('marker', 'unreadable', MARKER)
  else if (marker === null && format === 2) findings.fault('marker', 'absent', MARKER)
  else if (marker !== null && marker.format > STORE_FORMAT) findings.fault('marker', 'too-new', MARKER)
}

async function currentStream(folder: string, layer: FileLayer): Promise<string | null> {
  const bytes = await layer.read(join(folder, 'identity.json'))
  try {
    const { stream } = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())) as { stream?: unknown }
    return typeof stream === 'string' ? stream : null
  } catch {
    return null
  }
}

/** What was being typed: each line carries its checksum, and only the last one may be cut. */
async function checkDrafts(folder: string, layer: FileLayer, digest: Digest, findings: Findings): Promise<void> {
  for (const name of (await layer.list(folder)).filter((file) => /^drafts-\d{6}\.rapd$/.test(file)).toSorted()) {
    findings.examined('drafts')
    const lines = new TextDecoder().decode((await layer.read(join(folder, name))) ?? new Uint8Array()).split('\n')
    for (const [index, line] of lines.entries()) {
      if (line === '' || openLine(line, digest) !== undefined) continue
      findings.fault('drafts', index === lines.length - 1 ? 'torn' : 'unreadable', name, index + 1)
    }
  }
}

async function checkLock(folder: string, isOpenHere: boolean, layer: FileLayer, findings: Findings): Promise<void> {
  findings.examined('lock')
  const locks = (await layer.list(folder)).filter((file) => /^lock-\d{6}\.json$/.test(file)).toSorted()
  const [name] = locks.slice(-1)
  if (!isOpenHere && name !== undefined) findings.fault('lock', 'held', name)
}
