import type { BundleFailure, DecodedBundle } from '#shared/exchange/decode-bundle.ts'
import { fail, type Result } from '#shared/kit/result.ts'
import { contentOfBackup, inspectBackup, restoreFile } from './exchange/backup-jobs.ts'
import { inspectFile } from './archive/inspect-archive.ts'
import { mergeArchives } from './archive/merge-archives.ts'
import { destroyWords } from './erasure/destroy-words.ts'
import { listErasures, lookErasure } from './erasure/look-erasure.ts'
import { surveyStores } from './diagnostics/survey-stores.ts'
import { makeBackup } from './exchange/make-backup.ts'
import { restatedFor } from './exchange/given-to.ts'
import { makeBundleOfStore } from './exchange/make-bundle-of-store.ts'
import { readBundle, type FileFailure } from './exchange/read-bundle.ts'
import { digest, randomBytes } from './machine.ts'
import { findDuplicates } from './merge/duplicates-job.ts'
import { findOrigins, findProvenance } from './merge/origins-job.ts'
import type { Job } from './ports.ts'
import { identifyFile, type FileIdentity } from './inbox/identify-file.ts'
import { lookAtImport } from './merge/look-at-import.ts'
import { recover } from './recover/recover.ts'
import { rewrapKey, unwrapKey, wrapKey } from './protection/wrap-key.ts'
import { readEvidenceOf } from './report/evidence-job.ts'
import { planIncoming } from './merge/plan-incoming.ts'
import { diskLayer } from './disk/disk-layer.ts'
import { sealedLayer } from './disk/sealed-layer.ts'
import type { FileLayer } from './disk/file-layer.ts'
import { findOrphans, takeFilesJob, takeOwnFilesJob } from './store/file-jobs.ts'
import { makeSnapshot } from './store/make-snapshot.ts'
import { verifyPath } from './verify/verify-job.ts'
import { listVersions } from './versions/list-versions.ts'
import { backJob, lookJob } from './versions/version-jobs.ts'
import type { JobName, Jobs, OnShare } from './jobs.ts'

type Work<N extends JobName> = (
  input: Jobs[N]['input'],
  onShare: OnShare,
  layer: FileLayer,
) => Promise<Jobs[N]['output']>

/** What reads or writes documents of offices is loaded when it is asked for: it is most of the program. */
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
  'merge.report': async (order, _onShare, layer) =>
    (await import('./merge/write-merge-report.ts')).writeMergeReport(order, layer, digest),
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
  'table.notes': async (order) => (await import('./import/table-job.ts')).readTableNotes(order, digest),
  'table.participants': async (order) => (await import('./import/participants-job.ts')).readParticipants(order, digest),
  'sources.read': async (order) => (await import('./import/sources/source-job.ts')).readSource(order),
  'form.write': async (order) => (await import('./form/write-form.ts')).writeForm(order),
  'form.read': async (order) => (await import('./form/read-form-job.ts')).readFormFile(order, digest),
  'archive.merge': mergeArchives,
  'archive.inspect': (order) => inspectFile(order),
  verify: (order, onShare, layer) => verifyPath(order, onShare, layer, digest),
  recover: (order, _onShare, layer) => recover(order, { layer, digest, randomBytes }),
  'stores.survey': (order, onShare, layer) => surveyStores(order, onShare, layer, digest),
  evidence: async ({ records }) => readEvidenceOf(records),
  report: async (order, onShare) => (await import('./report/write-report.ts')).writeReport(order, onShare),
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

/** Does a job where it is called: in a worker, or in a test on a disk of its own. */
export function doJob({ name, input, sealed = [] }: Job, onShare: OnShare, disk = diskLayer): Promise<unknown> {
  if (!Object.hasOwn(works, name)) throw new Error(`No job is called ${name}`)
  const work = works[name as JobName] as (input: unknown, onShare: OnShare, layer: FileLayer) => Promise<unknown>
  return work(input, onShare, sealed.length === 0 ? disk : sealedLayer(disk, () => sealed))
}
