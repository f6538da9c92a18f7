import type { DuplicatesFound } from '#shared/contract/duplicate-calls.ts'
import type { Version } from '#shared/contract/version-calls.ts'
import type { BundleFailure, DecodedBundle } from '#shared/exchange/decode-bundle.ts'
import type { Evidence } from '#shared/evidence/evidence.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Origin } from '#shared/merge/origins.ts'
import type { Provenance } from '#shared/merge/provenance.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import {
  contentOfBackup,
  inspectBackup,
  restoreFile,
  type BackupFile,
  type BackupInto,
} from './exchange/backup-jobs.ts'
import { inspectFile, type InspectFile } from './archive/inspect-archive.ts'
import { mergeArchives, type MergeFiles } from './archive/merge-archives.ts'
import { destroyWords, type DestroyOrder } from './erasure/destroy-words.ts'
import { listErasures, lookErasure, type JournalOrder, type LookOrder } from './erasure/look-erasure.ts'
import { surveyStores, type SurveyedStore, type SurveyOrder } from './diagnostics/survey-stores.ts'
import { makeBackup, type BackupOrder } from './exchange/make-backup.ts'
import { restatedFor, type RestateOrder } from './exchange/given-to.ts'
import { makeBundleOfStore, type StoreBundleOrder } from './exchange/make-bundle-of-store.ts'
import { readBundle, type FileFailure } from './exchange/read-bundle.ts'
import { digest, randomBytes } from './machine.ts'
import { findDuplicates, type DuplicatesOrder } from './merge/duplicates-job.ts'
import { findOrigins, findProvenance, type OriginsOrder } from './merge/origins-job.ts'
import { readFormFile, type FormReading } from './form/read-form-job.ts'
import { writeForm, type FormOrder, type WrittenForm } from './form/write-form.ts'
import { startGuarded, type Reader } from './guard-reading.ts'
import { READERS, type BundleFiles } from './readers.ts'
import type { Job, JobFailure, RunJob, RunningJob } from './ports.ts'
import { identifyFile, type FileIdentity } from './inbox/identify-file.ts'
import { writeMergeReport, type MergeReportOrder, type WrittenMergeReport } from './merge/write-merge-report.ts'
import { lookAtImport, type ImportOrder } from './merge/look-at-import.ts'
import { recover, type RecoverOrder } from './recover/recover.ts'
import type { Protection } from './protection/protection-file.ts'
import { rewrapKey, unwrapKey, wrapKey, type NewProtection } from './protection/wrap-key.ts'
import { readEvidenceOf } from './report/evidence-job.ts'
import { writeReport, type ReportFailure, type ReportOrder, type WrittenReport } from './report/write-report.ts'
import { planIncoming, type MergeOrder } from './merge/plan-incoming.ts'
import { diskLayer } from './disk/disk-layer.ts'
import { sealedLayer } from './disk/sealed-layer.ts'
import type { FileLayer } from './disk/file-layer.ts'
import { findOrphans, takeFilesJob, takeOwnFilesJob } from './store/file-jobs.ts'
import type { OrphansOrder, TakeOrder, TakeOwnOrder } from './store/file-jobs.ts'
import { makeSnapshot, type SnapshotOrder } from './store/make-snapshot.ts'
import { readParticipants, type ParticipantsOrder } from './import/participants-job.ts'
import { readSource, type SourceOrder } from './import/sources/source-job.ts'
import { readTableNotes, type TableOrder } from './import/table-job.ts'
import { verifyPath, type VerifyOrder } from './verify/verify-job.ts'
import { listVersions, type VersionsOrder } from './versions/list-versions.ts'
import type { BackOrder } from './versions/plan-back.ts'
import { backJob, lookJob } from './versions/version-jobs.ts'

/** Every heavy job: what it is given and what it brings back, plain data both. */
export interface Jobs {
  'bundles.read': {
    input: BundleFiles
    output: readonly Result<DecodedBundle, BundleFailure | FileFailure>[]
  }
  'merge.plan': { input: MergeOrder; output: Awaited<ReturnType<typeof planIncoming>> }
  'withdrawal.look': { input: ImportOrder; output: Awaited<ReturnType<typeof lookAtImport>> }
  'merge.report': { input: MergeReportOrder; output: WrittenMergeReport }
  'inbox.identify': { input: { paths: readonly string[] }; output: readonly (FileIdentity | null)[] }
  'duplicates.find': { input: DuplicatesOrder; output: DuplicatesFound }
  'settle.origins': { input: OriginsOrder; output: readonly Origin[] }
  'record.provenance': { input: OriginsOrder; output: readonly Provenance[] }
  'bundle.make': { input: StoreBundleOrder; output: Awaited<ReturnType<typeof makeBundleOfStore>> }
  'backup.make': { input: BackupOrder; output: Awaited<ReturnType<typeof makeBackup>> }
  'backup.inspect': { input: BackupInto; output: Awaited<ReturnType<typeof inspectBackup>> }
  'backup.read': { input: BackupFile; output: Awaited<ReturnType<typeof contentOfBackup>> }
  'backup.restore': { input: BackupInto; output: Awaited<ReturnType<typeof restoreFile>> }
  'protection.wrap': { input: Parameters<typeof wrapKey>[0]; output: NewProtection }
  'protection.rewrap': { input: Parameters<typeof rewrapKey>[0]; output: Protection }
  'protection.unwrap': { input: Parameters<typeof unwrapKey>[0]; output: Uint8Array | null }
  'table.notes': { input: TableOrder; output: Awaited<ReturnType<typeof readTableNotes>> }
  'table.participants': { input: ParticipantsOrder; output: Awaited<ReturnType<typeof readParticipants>> }
  'sources.read': { input: SourceOrder; output: Awaited<ReturnType<typeof readSource>> }
  'form.write': { input: FormOrder; output: WrittenForm }
  'form.read': { input: FormReading; output: Awaited<ReturnType<typeof readFormFile>> }
  'archive.merge': { input: MergeFiles; output: Awaited<ReturnType<typeof mergeArchives>> }
  'archive.inspect': { input: InspectFile; output: Awaited<ReturnType<typeof inspectFile>> }
  verify: { input: VerifyOrder; output: Awaited<ReturnType<typeof verifyPath>> }
  recover: { input: RecoverOrder; output: Awaited<ReturnType<typeof recover>> }
  'stores.survey': { input: SurveyOrder; output: readonly SurveyedStore[] }
  evidence: { input: { records: readonly AnyRecord[] }; output: Evidence }
  report: { input: ReportOrder; output: Result<WrittenReport, ReportFailure> }
  'files.take': { input: TakeOrder; output: string | null }
  'files.takeOwn': { input: TakeOwnOrder; output: string | null }
  'files.orphans': { input: OrphansOrder; output: readonly string[] }
  snapshot: { input: SnapshotOrder; output: null }
  'bundle.restate': { input: RestateOrder; output: Awaited<ReturnType<typeof restatedFor>> }
  'store.destroy': { input: DestroyOrder; output: null }
  'erasure.look': { input: LookOrder; output: Awaited<ReturnType<typeof lookErasure>> }
  'erasure.list': { input: JournalOrder; output: Awaited<ReturnType<typeof listErasures>> }
  'versions.list': { input: VersionsOrder; output: readonly Version[] }
  'versions.look': { input: BackOrder; output: Awaited<ReturnType<typeof lookJob>> }
  'versions.back': { input: BackOrder; output: Awaited<ReturnType<typeof backJob>> }
}
export type JobName = keyof Jobs

/** Share of the job that is done, 0 to 1. */
export type OnShare = (share: number) => void

type Work<N extends JobName> = (
  input: Jobs[N]['input'],
  onShare: OnShare,
  layer: FileLayer,
) => Promise<Jobs[N]['output']>

const works: { readonly [N in JobName]: Work<N> } = {
  'bundles.read': async ({ paths, unlock, left = [] }, onShare) => {
    const read: Result<DecodedBundle, BundleFailure | FileFailure>[] = []
    const failures = new Map(left)
    for (const [index, path] of paths.entries()) {
      const failure = failures.get(index)
      read.push(failure ? fail(failure) : await readBundle(path, digest, unlock))
      onShare((index + 1) / paths.length)
    }
    return read
  },
  'duplicates.find': (order, onShare, layer) => findDuplicates(order, onShare, layer, digest),
  'merge.plan': (order, onShare, layer) => planIncoming(order, onShare, layer, digest),
  'withdrawal.look': (order, onShare, layer) => lookAtImport(order, layer, digest, onShare),
  'merge.report': (order, _onShare, layer) => writeMergeReport(order, layer, digest),
  'inbox.identify': async ({ paths }) => {
    const identities: (FileIdentity | null)[] = []
    // One at a time: each is whole in memory.
    for (const path of paths) identities.push(await identifyFile(path))
    return identities
  },
  'settle.origins': (order, onShare, layer) => findOrigins(order, onShare, layer, digest),
  'record.provenance': (order, onShare, layer) => findProvenance(order, onShare, layer, digest),
  'bundle.make': (order, _onShare, layer) => makeBundleOfStore(order, layer, digest),
  'backup.make': (order, _onShare, layer) => makeBackup(order, layer, digest),
  'backup.inspect': (order, _onShare, layer) => inspectBackup(order, layer, digest),
  'backup.read': (order) => contentOfBackup(order, digest),
  'backup.restore': (order, _onShare, layer) => restoreFile(order, layer, digest),
  'protection.wrap': (order) => wrapKey(order),
  'protection.rewrap': (order) => rewrapKey(order),
  'protection.unwrap': unwrapKey,
  'table.notes': (order) => readTableNotes(order, digest),
  'table.participants': (order) => readParticipants(order, digest),
  'sources.read': (order) => readSource(order),
  'form.write': (order) => writeForm(order),
  'form.read': (order) => readFormFile(order, digest),
  'archive.merge': mergeArchives,
  'archive.inspect': (order) => inspectFile(order),
  verify: (order, onShare, layer) => verifyPath(order, onShare, layer, digest),
  recover: (order, _onShare, layer) => recover(order, { layer, digest, randomBytes }),
  'stores.survey': (order, onShare, layer) => surveyStores(order, onShare, layer, digest),
  evidence: async ({ records }) => readEvidenceOf(records),
  report: writeReport,
  'files.take': (order, _onShare, layer) => takeFilesJob(order, layer),
  'files.takeOwn': (order, _onShare, layer) => takeOwnFilesJob(order, layer),
  'files.orphans': (order, _onShare, layer) => findOrphans(order, layer, digest),
  snapshot: async (order, _onShare, layer) => {
    await makeSnapshot(order, layer, digest)
    return null
  },
  'bundle.restate': (order, _onShare, layer) => restatedFor(order, layer, digest),
  'store.destroy': (order, onShare, layer) => destroyWords(order, layer, digest, onShare),
  'erasure.look': (order, _onShare, layer) => lookErasure(order, layer, digest),
  'erasure.list': (order, _onShare, layer) => listErasures(order, layer, digest),
  'versions.list': (order, onShare, layer) => listVersions(order, layer, digest, onShare),
  'versions.look': lookJob,
  'versions.back': backJob,
}

/** Has a job done whose failure in the worker is a defect; gives what it answers. */
export async function doneJob<N extends JobName>(
  runJob: RunJob,
  name: N,
  input: Jobs[N]['input'],
  onShare?: OnShare,
): Promise<Jobs[N]['output']> {
  const done = await startJob(runJob, name, input, onShare).result
  if (done.ok) return done.value
  throw new Error(done.failure.type === 'JobFailed' ? done.failure.reason : done.failure.type)
}

/** Does a job where it is called: in a worker, or in a test on a disk of its own. */
export function doJob({ name, input, sealed = [] }: Job, onShare: OnShare, disk = diskLayer): Promise<unknown> {
  if (!Object.hasOwn(works, name)) throw new Error(`No job is called ${name}`)
  const work = works[name as JobName] as (input: unknown, onShare: OnShare, layer: FileLayer) => Promise<unknown>
  return work(input, onShare, sealed.length === 0 ? disk : sealedLayer(disk, () => sealed))
}

/** A job as its host sees it: typed, with a progress from 0 to 1. */
export interface StartedJob<N extends JobName> extends Pick<RunningJob, 'cancel'> {
  readonly result: Promise<Result<Jobs[N]['output'], JobFailure>>
}

const readerOf: { readonly [N in JobName]?: Reader<Jobs[N]['input']> } = READERS

/** Has a job done in a worker. */
export function startJob<N extends JobName>(
  runJob: RunJob,
  name: N,
  input: Jobs[N]['input'],
  onShare: OnShare = () => {},
): StartedJob<N> {
  const reader = readerOf[name]
  const running =
    reader === undefined
      ? runJob({ name, input }, (share) => onShare(Number(share)))
      : startGuarded(startReading, reader, input, onShare)
  return {
    cancel: () => running.cancel(),
    result: running.result.then((done) => (done.ok ? ok(done.value as Jobs[N]['output']) : fail(done.failure))),
  }

  function startReading(given: Jobs[N]['input'], memory: number, tell: OnShare): RunningJob {
    return runJob({ name, input: given, memory }, (share) => tell(Number(share)))
  }
}
