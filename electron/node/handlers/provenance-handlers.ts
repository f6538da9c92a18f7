import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail } from '#shared/kit/result.ts'
import type { Desk } from '../workspace/desk.ts'
import type { RunningJobs } from './running-jobs.ts'

/** Who wrote what is shown. */
export const provenanceHandlers = (
  desk: Desk,
  jobs: RunningJobs,
): Pick<Handlers<PageContract>, 'record.provenance'> => ({
  'record.provenance': async ({ record, job }) => {
    if (desk.open === null) return fail({ type: 'NothingOpen' } as const)
    const { folder, consultation, place } = desk.open.store
    return jobs.run(job, 'record.provenance', { folder, consultation, upTo: place.count, records: [record], files: [] })
  },
})
