import type { JobStopped, NotSaved } from '#shared/contract/failures.ts'
import type { erasureCalls, Erasures } from '#shared/contract/erasure-calls.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { calledAs, mentionsIn, withoutMentions } from '#shared/erasure/mentions.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { words } from '#shared/search/normalise.ts'
import type { KeptDraft } from '#shared/contract/opening.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { dropsOf } from '#shared/operation/drop.ts'
import { codeOf } from '../disk/file-layer.ts'
import { drop, takeAside } from '../erasure/erase.ts'
import type { LookedErasure } from '../erasure/look-erasure.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { RunningJobs } from './running-jobs.ts'

type Calls = Handlers<typeof erasureCalls>
type Order = Parameters<Calls['erasure.erase']>[0]

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** Removing a person, and agreeing to what others have removed. */
export function erasureHandlers(desk: Desk, jobs: RunningJobs): Calls {
  return {
    'erasure.look': async ({ person, job }) => {
      if (desk.open === null) return nothingOpen
      const order = { ...journalOf(desk.open), person, replaced: null, mark: '' }
      const looked = flat(await jobs.run(job, 'erasure.look', order))
      return looked.ok ? ok(looked.value.preview) : looked
    },
    'erasure.erase': async (order) => (desk.open === null ? nothingOpen : erase(desk, desk.open, jobs, order)),
    'erasure.list': async ({ job }) => {
      if (desk.open === null) return nothingOpen
      if (isSettled(desk.open)) return ok(NO_ERASURES)
      const listed = flat(await jobs.run(job, 'erasure.list', journalOf(desk.open)))
      if (!listed.ok) return listed
      const { drops: _, owed: __, ...erasures } = listed.value
      return ok(erasures)
    },
    'drop.confirm': async ({ job }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      const edited = await drop(open, async (upTo) => {
        const listed = flat(await jobs.run(job, 'erasure.list', { ...journalOf(open), upTo }))
        return listed.ok ? ok({ ...listed.value, restated: [] }) : listed
      })
      return edited.ok ? ok({ ...edited.value, isDestroyed: await desk.destroy(tell(desk, job)) }) : edited
    },
    'aside.take': async ({ ids }) => (desk.open === null ? nothingOpen : takeAside(desk.open, ids)),
  }
}

async function erase(
  desk: Desk,
  open: OpenWorkspace,
  jobs: RunningJobs,
  { person, replaced, mark, job }: Order,
): ReturnType<Calls['erasure.erase']> {
  const look = async (upTo: number): Promise<Result<LookedErasure, JobStopped | NotSaved>> =>
    flat(await jobs.run(job, 'erasure.look', { ...journalOf(open), upTo, person, replaced, mark }))
  const looked = await look(open.store.place.count)
  if (!looked.ok) return looked
  // First: once the names are gone from the journal, nobody could tell which drafts name the person.
  const cleaned = await cleanDrafts(desk, looked.value, mark)
  if (!cleaned.ok) return cleaned
  const edited = await drop(open, async (upTo) => {
    const planned = await look(upTo)
    return planned.ok ? ok(planned.value.plan) : planned
  })
  return edited.ok ? ok({ ...edited.value, isDestroyed: await desk.destroy(tell(desk, job)) }) : edited
}

/** Drafts of forms about the person go; in the others the name is replaced. */
async function cleanDrafts(
  { drafts }: Desk,
  { names, plan }: LookedErasure,
  mark: string,
): Promise<Result<null, NotSaved>> {
  const called = calledAs(names)
  const gone = plan.drops.flatMap((one) => (typeof one === 'string' ? [] : [one.r]))
  const left = ({ key, text }: KeptDraft): string => {
    if (gone.some((record) => key.includes(record))) return ''
    const mentions = mentionsIn(text, called)
    // In a form the parts of a name stand apart.
    const said = new Set(mentions.flatMap(({ from, to }) => words(text.slice(from, to))))
    const isWhole = names.some(({ name, givenName }) => words(`${givenName} ${name}`).every((word) => said.has(word)))
    return withoutMentions(text, isWhole ? mentions : mentions.filter(({ sure }) => sure), mark)
  }
  try {
    await drafts?.change(left)
    return ok(null)
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
}

const NO_ERASURES: Erasures = {
  hidden: { operations: 0, records: 0, files: [], people: [] },
  waiting: [],
  isPending: false,
}

/** Nothing was erased by others alone, and nothing waits: the journal need not be read. */
const isSettled = ({ store: { state } }: OpenWorkspace): boolean =>
  state.fold.aside.size === 0 &&
  !state.destruction.isPending &&
  canonical(dropsOf(state.fold)) === canonical(state.destruction.drops)

const tell =
  ({ ports }: Desk, job: string) =>
  (share: number): void =>
    ports.emit('job.progress', { job, share })

/** A job that was done and yet could not read the journal. */
const flat = <Value, Failure, Stopped>(
  done: Result<Result<Value, Failure>, Stopped>,
): Result<Value, Failure | Stopped> => (done.ok ? done.value : done)

const journalOf = ({ store }: OpenWorkspace) => ({
  folder: store.folder,
  copies: store.copies,
  consultation: store.consultation,
  upTo: store.place.count,
})
