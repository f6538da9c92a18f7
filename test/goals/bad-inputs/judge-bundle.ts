import { readEvidenceOf } from '#node/report/evidence-job.ts'
import { readJournal, segmentsIn } from '#node/store/read-journal.ts'
import { readStore } from '#node/store/open-journal.ts'
import { oneByOne } from '#node/store/entry.ts'
import { storePlace } from '#node/store/store-place.ts'
import type { FileReport } from '#shared/contract/replies.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { levelOfConsultation, levelOfSession } from '#shared/privacy/levels.ts'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import { sha256 } from '../../build/author.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { done, type NodeSide } from '../../build/node-side.ts'
import { CONSULTATION, create, openAgain, PLACES, SESSION } from '../a-consultation.ts'
import { onRealDisk } from '../contribution.ts'
import { DATA, startOn } from '../start-on.ts'
import type { BadBundle, Outcome, Seen } from './bad-input.ts'
import { SECRET } from './bundle-kit.ts'
import { complaintOfWords, warningWords } from './judge-words.ts'

const PLACE = storePlace(DATA, CONSULTATION)
const STRICT = 5

let base: Promise<ReadonlyMap<string, Uint8Array>> | null = null

/** What lies on the disk of someone who works on the consultation; made once. */
const theBase = (): Promise<ReadonlyMap<string, Uint8Array>> => (base ??= makeBase())

async function makeBase(): Promise<ReadonlyMap<string, Uint8Array>> {
  const disk = new MemoryLayer()
  const side = await startOn(disk, 'base')
  done(await create(side))
  for (const place of PLACES) done(await side.client['edit.apply'](place))
  done(await side.client['edit.apply']({ type: 'level.tighten', records: [SESSION], level: STRICT }))
  await side.composed.close()
  return disk.files
}

/** Starts the program on a disk of its own where the consultation stands. */
export async function aReceiver(): Promise<{ readonly disk: MemoryLayer; readonly side: NodeSide }> {
  const disk = new MemoryLayer()
  for (const [path, bytes] of await theBase()) disk.files.set(path, bytes)
  const side = await startOn(disk, 'judge')
  await openAgain(side)
  return { disk, side }
}

/** Hash of what stands, read from the disk. */
export const hashOn = async (disk: MemoryLayer): Promise<string> =>
  canonicalHash((await readStore(PLACE, disk, sha256)).state.fold, sha256)

const NAME = 'bad.rapx'

/** Hands a file over, looks at what is said of it and at what it does; null when all of it is as it should be. */
export async function judgeBundle({ make, expected }: BadBundle): Promise<string | null> {
  const { disk, side } = await aReceiver()
  const made = make()
  const files = (Array.isArray(made) ? made : [made]) as readonly (Uint8Array | string)[]
  const paths = files.map((file) => (typeof file === 'string' ? file : onRealDisk(NAME, file)))
  const last = side.give(paths.at(-1) ?? '')
  for (const path of paths.slice(0, -1)) {
    done(await side.client['bundle.merge']({ files: [side.give(path)], job: 'before', settle: [] }))
  }
  const before = { hash: await hashOn(disk), files: new Map(disk.files) }
  const { files: reports } = done(await side.client['bundle.preview']({ files: [last], job: 'preview' }))
  const changed = changesOf(before.files, disk.files)
  if (changed.length > 0) return `a preview wrote ${changed.join(', ')}`
  const [report] = reports
  if (report === undefined) return 'nothing is said of the file'
  const merged = await side.client['bundle.merge']({ files: [last], job: 'merge', settle: [] })
  const refused = merged.ok ? null : merged.failure.type
  if (refused !== null && refused !== 'NothingToMerge') return `merging fails: ${JSON.stringify(merged)}`
  const after = await hashOn(disk)
  const isSame = after === before.hash && (refused === null || changesOf(before.files, disk.files).length === 0)
  const records = done(await side.client['consultation.open']({ consultation: CONSULTATION })).records
  await side.composed.close()
  return complaintAbout(expected, { report, refused, isSame, disk, records, name: nameOf(paths) })
}

const nameOf = (paths: readonly string[]): string => paths.at(-1)?.split('/').at(-1) ?? ''

interface Seeable {
  readonly report: FileReport
  readonly refused: string | null
  readonly isSame: boolean
  readonly disk: MemoryLayer
  readonly records: readonly AnyRecord[]
  readonly name: string
}

async function complaintAbout(expected: Outcome, { report, refused, isSame, disk, records, name }: Seeable) {
  const told = JSON.stringify({ ...report, counts: undefined })
  switch (expected.outcome) {
    case 'reject': {
      if (report.state !== 'refused' || report.failure?.type !== expected.type) return `not refused so: ${told}`
      for (const [key, value] of Object.entries(expected.about ?? {})) {
        if ((report.failure as unknown as Record<string, unknown>)[key] !== value) return `refused otherwise: ${told}`
      }
      if (!isSame || refused === null) return 'a refused file changed something'
      return complaintOfWords(report.failure, name)
    }
    case 'accept':
      return report.state === 'whole' && refused === null && report.setAside.length === 0
        ? null
        : `not taken in as it is: ${told}`
    case 'warn': {
      const warning = report.warnings?.find(({ type }) => type === expected.warning)
      return warning === undefined ? `not warned: ${told}` : warningWords(`warning.${warning.type}`, warning)
    }
    case 'aside':
      return complaintAside(expected.reason, report, disk, refused)
    case 'settle':
      return isSeen(expected.seen, records, isSame) ? null : `${expected.seen} does not hold: ${told}`
  }
}

async function complaintAside(reason: string, report: FileReport, disk: MemoryLayer, refused: string | null) {
  const aside = report.setAside.filter(({ why, reason: said }) => (why ?? said) === reason)
  if (aside.length !== 1 || report.setAside.length !== 1) return `not set aside so: ${JSON.stringify(report.setAside)}`
  if (refused !== null) return 'the good line beside it was not taken in'
  const journal = await readJournal(segmentsIn(PLACE.folder, disk), CONSULTATION, sha256, { to: null })
  const kept = oneByOne(journal.entries.map(({ entry }) => entry)).flatMap((entry) =>
    entry.type === 'import' ? entry.files.flatMap(({ unread = [] }) => unread) : [],
  )
  if (kept.length !== 1 || kept[0]?.text === '') return 'its bytes are not kept'
  return warningWords(`aside.${reason}`, {})
}

function isSeen(seen: Seen, records: readonly AnyRecord[], isSame: boolean): boolean {
  const byId = new Map(records.map((record) => [record.id, record]))
  switch (seen) {
    case 'nothing-new':
      return isSame
    case 'both-kept':
      return records.some(({ conflicts }) => (conflicts?.['text']?.length ?? 0) === 2)
    case 'unassigned':
      return records.some(({ kind, f }) => kind === 'note' && f['text'] === SECRET)
    case 'cycle-cut':
      // What goes round without end would never come back from here.
      readEvidenceOf(records)
      return records.filter(({ kind }) => kind === 'theme').length >= 2
    case 'stricter-stays': {
      const session = byId.get(SESSION)
      if (session === undefined || !isKind(session, 'session')) return false
      return levelOfSession(byId, session, levelOfConsultation(byId)) === STRICT
    }
  }
}

/** Files of the store that are not what they were; snapshots of it are made again at any time. */
const changesOf = (
  before: ReadonlyMap<string, Uint8Array>,
  after: ReadonlyMap<string, Uint8Array>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => path.startsWith(PLACE.folder))
    .filter((path) => Buffer.compare(before.get(path) ?? NONE, after.get(path) ?? NONE) !== 0)
const NONE = Buffer.alloc(0)
