import { doneJob } from '../jobs.ts'
import type { RunJob } from '../ports.ts'
import type { ConsultationStore } from '../store/consultation-store.ts'

/**
 * Takes files off the disk that no entry of the journal names: put before a stop, or named by nothing but words that were
 * destroyed. `shown` are digests that need not be looked for.
 */
export function sweepFiles(
  store: ConsultationStore,
  runJob: RunJob,
  { shown, evenIfDamaged }: { readonly shown: ReadonlySet<unknown>; readonly evenIfDamaged: boolean },
): Promise<void> {
  const { folder, copies, consultation } = store
  return store.files.sweep(async (here) => {
    const digests = here.filter((digest) => !shown.has(digest))
    const order = { folder, copies, consultation, upTo: store.place.count, digests, evenIfDamaged }
    return digests.length === 0 ? [] : doneJob(runJob, 'files.orphans', order)
  })
}
