import type { DuplicatesFound } from '#shared/contract/duplicate-calls.ts'
import type { Version } from '#shared/contract/version-calls.ts'
import type { BundleFailure, DecodedBundle } from '#shared/exchange/decode-bundle.ts'
import type { Evidence } from '#shared/evidence/evidence.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Origin } from '#shared/merge/origins.ts'
import type { Provenance } from '#shared/merge/provenance.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { contentOfBackup, inspectBackup, restoreFile, BackupFile, BackupInto } from './exchange/backup-jobs.ts'
import type { inspectFile, InspectFile } from './archive/inspect-archive.ts'
import type { mergeArchives, MergeFiles } from './archive/merge-archives.ts'
import type { DestroyOrder } from './erasure/destroy-words.ts'
import type { listErasures, lookErasure, JournalOrder, LookOrder } from './erasure/look-erasure.ts'
import type { SurveyedStore, SurveyOrder } from './diagnostics/survey-stores.ts'
import type { makeBackup, BackupOrder } from './exchange/make-backup.ts'
import type { restatedFor, RestateOrder } from './exchange/given-to.ts'
import type { makeBundleOfStore, StoreBundleOrder } from './exchange/make-bundle-of-store.ts'
import type { FileFailure } from './exchange/read-bundle.ts'
import type { DuplicatesOrder } from './merge/duplicates-job.ts'
import type { OriginsOrder } from './merge/origins-job.ts'
import type { readFormFile, FormReading } from './form/read-form-job.ts'
import type { FormOrder, WrittenForm } from './form/write-form.ts'
import { startGuarded, type Reader } from './guard-reading.ts'
import { READERS, type BundleFiles } from './readers.ts'
import type { JobFailure, RunJob, RunningJob } from './ports.ts'
import type { FileIdentity } from './inbox/identify-file.ts'
import type { MergeReportOrder, WrittenMergeReport } from './merge/write-merge-report.ts'
import type { lookAtImport, ImportOrder } from './merge/look-at-import.ts'
import type { recover, RecoverOrder } from './recover/recover.ts'
import type { Protection } from './protection/protection-file.ts'
import type { rewrapKey, unwrapKey, wrapKey, NewProtection } from './protection/wrap-key.ts'
import type { ReportFailure, ReportOrder, WrittenReport } from './report/write-report.ts'
import type { planIncoming, MergeOrder } from './merge/plan-incoming.ts'
import type { OrphansOrder, TakeOrder, TakeOwnOrder } from './store/file-jobs.ts'
import type { SnapshotOrder } from './store/make-snapshot.ts'
import type { readParticipants, ParticipantsOrder } from './import/participants-job.ts'
import type { readSource, SourceOrder } from './import/sources/source-job.ts'
import type { readTableNotes, TableOrder } from './import/table-job.ts'
import type { verifyPath, VerifyOrder } from './verify/verify-job.ts'
import type { VersionsOrder } from './versions/list-versions.ts'
import type { BackOrder } from './versions/plan-back.ts'
import type { backJob, lookJob } from './versions/version-jobs.ts'

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
