import type { importCalls } from '#shared/contract/import-calls.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail } from '#shared/kit/result.ts'
import type { Desk } from '../workspace/desk.ts'
import type { RunningJobs } from './running-jobs.ts'

/** What was put in, looked at again: read in a worker, from the journal. */
export function importHandlers(desk: Desk, jobs: RunningJobs): Handlers<typeof importCalls> {
  return {
    'import.look': async ({ import: id, job }) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      const { folder, consultation, place } = desk.open.store
      return jobs.run(job, 'withdrawal.look', { folder, consultation, upTo: place.count, import: id })
    },
  }
}
