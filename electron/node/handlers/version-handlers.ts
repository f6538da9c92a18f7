import type { JobStopped, PageContract } from '#shared/contract/contract.ts'
import type { VersionNotFound } from '#shared/contract/version-calls.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail, type Result } from '#shared/kit/result.ts'
import type { BackPlan } from '../versions/plan-back.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { RunningJobs } from './running-jobs.ts'

type Calls = 'versions.list' | 'versions.look' | 'versions.back' | 'versions.name'

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** The states one can come back to. What they are is read in a worker, from the journal. */
export function versionHandlers(desk: Desk, jobs: RunningJobs): Pick<Handlers<PageContract>, Calls> {
  return {
    'versions.list': async ({ job }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      const { stream } = open.store.identity
      return jobs.run(job, 'versions.list', { ...journalOf(open), lang: desk.settings.value.language, stream })
    },
    'versions.look': async ({ position, job }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      return flat(await jobs.run(job, 'versions.look', { ...journalOf(open), position }))
    },
    'versions.back': async ({ position, job }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      const plan = async (upTo: number): Promise<Result<BackPlan, VersionNotFound | JobStopped>> =>
        flat(await jobs.run(job, 'versions.back', { ...journalOf(open), upTo, position }))
      const edited = await open.goBack(plan)
      if (edited.ok) desk.refreshSnapshot()
      return edited
    },
    'versions.name': async ({ label }) => (desk.open === null ? nothingOpen : desk.open.keepPoint('named', label)),
  }
}

const journalOf = ({ store }: OpenWorkspace) => ({
  folder: store.folder,
  consultation: store.consultation,
  upTo: store.place.count,
})

/** A job that was done and yet could not do what was asked. */
const flat = <Value, Failure, Stopped>(
  done: Result<Result<Value, Failure>, Stopped>,
): Result<Value, Failure | Stopped> => (done.ok ? done.value : done)
