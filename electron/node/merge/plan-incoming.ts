import type { NotSaved } from '#shared/contract/failures.ts'
import type { MergePreview } from '#shared/contract/replies.ts'
import { goodFiles } from '#shared/exchange/bundle-files.ts'
import { missingFiles } from '#shared/exchange/file-warnings.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { MergeReport } from '#shared/merge/merge-report.ts'
import { equivalentsIn, type Equivalent } from '#shared/merge/equivalents.ts'
import { streamsIn } from '#shared/merge/completeness.ts'
import { countsOfFile } from '#shared/merge/file-counts.ts'
import { planMerge, type Merged } from '#shared/merge/plan-merge.ts'
import { applyChange, type Change } from '#shared/model/change.ts'
import type { Records } from '#shared/model/record.ts'
import { emptyFold } from '#shared/operation/fold-state.ts'
import type { Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import type { ImportedFile } from '../store/entry.ts'
import { StoredFiles } from '../store/files.ts'
import { readStore } from '../store/open-journal.ts'
import type { StorePlace } from '../store/store-place.ts'
import type { StoredImport, StoreState, Trust } from '../store/store-state.ts'
import { sortIncoming, type Incoming, type IncomingFile } from '../workspace/read-incoming.ts'
import { identitiesIn } from '../trust/known-senders.ts'
import { isStopped, weighSenders, type SenderUnknown } from '../trust/weigh-senders.ts'
import { readFiles, type GivenFile } from './read-files.ts'
import { takeFiles } from './take-files.ts'
import { reportOfMerge } from './report-of-merge.ts'
import { tellRevived } from './tell-revived.ts'

export interface MergeOrder extends StorePlace {
  /** How far the journal goes: it may hold more by now, of which the plan knows nothing. */
  readonly upTo: number
  readonly imports: readonly StoredImport[]
  readonly trust: readonly Trust[]
  /** Tokens of the files whose senders a person has just said to know. */
  readonly vouched: readonly string[]
  readonly files: readonly GivenFile[]
  /** `preview` spares the host what only a merge needs. */
  readonly want: 'preview' | 'merge'
}

/** What a merge adds to the journal and to the records. */
export interface ToPutIn {
  readonly files: readonly ImportedFile[]
  /** Of all the operations of the files, new or not. */
  readonly ids: readonly string[]
  readonly fresh: readonly Operation[]
  readonly drops: readonly Drop[]
  /** Kept, and without effect until a person takes them in. */
  readonly aside: readonly Operation[]
  readonly change: Change
  /** What is kept for whoever asks later; nobody asks it of the beginning of a consultation. */
  readonly report?: MergeReport
}

export interface PlannedMerge {
  readonly preview: MergePreview
  readonly toPutIn: ToPutIn | null
}

/**
 * Reads files, verifies them and tells what putting them in would do to a store. Work for a worker: it reads the store
 * from the disk. A preview writes nothing; before a merge, the files attached to notes are kept, since what nothing names
 * yet harms nothing. Fails when the disk does not give the store, or does not take those files.
 */
export async function planIncoming(
  order: MergeOrder,
  onShare: (share: number) => void,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<PlannedMerge, NotSaved | SenderUnknown>> {
  const standing = order.imports.filter(({ withdrawn }) => !withdrawn).flatMap(({ files }) => files)
  const here = new Set(standing.flatMap(({ file }) => file ?? []))
  const stored = new StoredFiles(order, layer)
  const listed = await fromDisk(async () => new Set(await stored.list()))
  if (!listed.ok) return listed
  const attached = listed.value
  const reading = { identities: identitiesIn(order), stored: attached }
  const files = await readFiles(order.files, here, digest, onShare, reading)
  const isNews = files.some(({ bundle, isHere }) => bundle.ok && !isHere)
  const store = await fromDisk(async () => (isNews ? await standingAt(order, layer, digest) : nothingYet()))
  if (!store.ok) return store
  const { fold, received, records } = store.value
  const { consultation, imports, trust } = order
  const sorted = sortIncoming(files, { consultation, records, known: fold.known, imports, trust })
  const incoming = { ...sorted, reports: weighSenders(sorted.reports, files, fold) }
  const unknown = incoming.reports.filter((file) => isStopped(file, order.vouched))
  const replaces = unknown.reduce((sum, { sender }) => sum + (sender?.replaces ?? 0), 0)
  if (order.want === 'merge' && replaces > 0) return fail({ type: 'SenderUnknown', replaces })
  const merged = planMerge(fold, records, incoming.operations, incoming.drops)
  const reports = withStreams(files, countedFiles(files, incoming, merged), { fold, received })
  const equivalents = order.want === 'preview' ? equivalentsAfter(merged, records) : []
  const told = withMissing(files, await tellRevived(order, files, reports, fold, layer, digest), attached)
  if (order.want === 'merge') {
    const taken = await fromDisk(async () => takeAttached(order, files, told, stored))
    if (!taken.ok) return taken
  }
  const preview = previewOf(told, merged, records, equivalents)
  const kept = { ...toPutIn(incoming, merged), report: reportOfMerge(preview) }
  return ok({ preview, toPutIn: order.want === 'merge' ? kept : null })
}

type Standing = Pick<StoreState, 'fold' | 'received'> & { readonly records: Records }
const nothingYet = (): Standing => ({ fold: emptyFold(), received: new Map(), records: new Map() })

async function fromDisk<T>(work: () => Promise<T>): Promise<Result<T, NotSaved>> {
  try {
    return ok(await work())
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
}

/** Says of each file what it names that comes with none of them, and is not here. */
function withMissing(
  files: readonly IncomingFile[],
  reports: Incoming['reports'],
  stored: ReadonlySet<string>,
): Incoming['reports'] {
  const taken = files.flatMap(({ bundle }, index) =>
    bundle.ok && reports[index]?.state !== 'refused' ? goodFiles(bundle.value.files) : [],
  )
  const here = new Set([...stored, ...taken])
  return reports.map((report, index) => {
    const bundle = files[index]?.bundle
    if (report.state === 'refused' || bundle?.ok !== true) return report
    return { ...report, warnings: [...(report.warnings ?? []), ...missingFiles(bundle.value.operations, here)] }
  })
}

/** Puts the attached files of those that take part into the store, before anything there names them. */
async function takeAttached(
  order: MergeOrder,
  files: readonly IncomingFile[],
  reports: Incoming['reports'],
  stored: StoredFiles,
): Promise<void> {
  const identities = identitiesIn(order)
  for (const [index, { bundle }] of files.entries()) {
    const given = order.files[index]
    if (given === undefined || !bundle.ok || bundle.value.files === undefined) continue
    if (reports[index]?.state === 'refused') continue
    const unlock = { identities, passphrase: given.passphrase ?? null }
    await takeFiles({ path: given.path, operations: bundle.value.operations, unlock }, stored)
  }
}

async function standingAt({ upTo, ...place }: MergeOrder, layer: FileLayer, digest: Digest) {
  const { state, records, content } = await readStore(place, layer, digest, upTo)
  if (content.count < upTo) throw Object.assign(new Error('The journal is not all there'), { code: 'EIO' })
  return { fold: state.fold, received: state.received, records }
}

export const toPutIn = (
  { files, operations }: Omit<Incoming, 'reports' | 'drops'>,
  { fresh, aside, drops, plan }: Pick<Merged, 'fresh' | 'aside' | 'drops' | 'plan'>,
): ToPutIn => ({ files, ids: operations.map(({ id }) => id), fresh, drops, aside, change: plan.change })

function countedFiles(files: readonly IncomingFile[], { reports }: Incoming, merged: Merged): Incoming['reports'] {
  const fresh = new Set(merged.fresh.map(({ id }) => id))
  return reports.map((report, index) => {
    const bundle = files[index]?.bundle
    if (report.state === 'refused' || bundle?.ok !== true) return report
    return { ...report, counts: countsOfFile(bundle.value.operations, merged, fresh) }
  })
}

/** What each complete file leaves to come. An operation that waits was here before, though it does not count. */
function withStreams(
  files: readonly IncomingFile[],
  reports: Incoming['reports'],
  { fold, received }: Pick<StoreState, 'fold' | 'received'>,
): Incoming['reports'] {
  const counted = files.map(({ bundle }, index) =>
    bundle.ok && bundle.value.manifest.kind === 'complete' && reports[index]?.state !== 'refused'
      ? bundle.value.operations
      : [],
  )
  const streams = streamsIn(counted, received, (id) => fold.known.has(id) || fold.aside.has(id))
  return reports.map((report, index) => ({ ...report, streams: streams[index] ?? [] }))
}

function equivalentsAfter({ plan: { change } }: Merged, records: Records): readonly Equivalent[] {
  const added = Object.entries(change).flatMap(([id, [before]]) => (before === null ? [id] : []))
  return added.length === 0 ? [] : equivalentsIn(applyChange(records, change), new Set(added))
}

function previewOf(
  files: Incoming['reports'],
  { plan: { change, ...plan } }: Merged,
  records: Records,
  equivalents: readonly Equivalent[],
): MergePreview {
  const spoken = new Set([
    ...plan.conflicts.map(({ record }) => record),
    ...equivalents.flatMap(({ record, into }) => [record, into]),
  ])
  const context = [...spoken].flatMap((id) => change[id]?.[1] ?? records.get(id) ?? [])
  return { files, plan, equivalents, context }
}
