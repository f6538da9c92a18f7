import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail } from '#shared/kit/result.ts'
import type { Desk } from '../workspace/desk.ts'
import type { RunningJobs } from './running-jobs.ts'

/** What tells where a note was taken. */
const NEEDED: ReadonlySet<string> = new Set(['note', 'voice', 'session', 'region'])

/** Notes that may be of one intervention: found in a worker, over what is open. */
export function duplicateHandlers(desk: Desk, jobs: RunningJobs): Pick<Handlers<PageContract>, 'duplicates.find'> {
  return {
    'duplicates.find': async ({ asked, job }) => {
      const open = desk.open
      if (open === null) return fail({ type: 'NothingOpen' })
      const { folder, consultation, place } = open.store
      const records = [...open.records.values()].filter(({ kind }) => NEEDED.has(kind))
      return jobs.run(job, 'duplicates.find', {
        folder,
        consultation,
        upTo: place.count,
        records,
        asked: asked ?? null,
      })
    },
  }
}
