import type { Edited } from '#shared/contract/replies.ts'
import type { NotSaved } from '#shared/contract/failures.ts'
import { writeRestated } from '#shared/edit/restate.ts'
import type { ErasurePlan } from '#shared/erasure/plan-erasure.ts'
import { ok, type Result } from '#shared/kit/result.ts'
import type { Drop } from '#shared/operation/drop.ts'
import { dropOperations } from '#shared/operation/fold.ts'
import type { Owed } from '../exchange/given-to.ts'
import type { Entry, EntryOf } from '../store/entry.ts'
import { destructionOf, stateOf, takeOwn } from '../store/store-state.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

export interface ToDrop extends Pick<ErasurePlan, 'drops' | 'restated'> {
  /** What each audience was given of it, and must forget. */
  readonly owed: Owed
}
/** The command that removes a person. */
const ERASE = 'person.erase'

/**
 * Drops what `plan` says, given how far the journal goes, and says again what of it still stands: one entry. Nothing
 * before can be taken back any more, since it may say the words that go.
 */
export const drop = <Failure>(
  open: OpenWorkspace,
  plan: (upTo: number) => Promise<Result<ToDrop, Failure>>,
): Promise<Result<Edited, Failure | NotSaved>> =>
  open.alone(async (hand) => {
    const planned = await plan(open.store.place.count)
    if (!planned.ok) return planned
    const { operations, position } = writeRestated(planned.value.restated, hand.author, hand.position)
    const dropped = dropEntry(hand.clock(), planned.value)
    const batch = { type: 'batch' as const, label: ERASE, operations: [...operations] }
    const entry: Entry =
      operations.length === 0 ? dropped : { type: 'together', label: ERASE, entries: [batch, dropped] }
    const saved = await hand.save(entry)
    if (!saved.ok) return saved
    const { state } = open.store
    dropOperations(state.fold, dropped.drops)
    takeOwn(state, operations)
    return ok(hand.take({ ...state, destruction: destructionOf(state.destruction, [dropped]) }, position))
  })

const dropEntry = (at: number, { drops, owed }: ToDrop): EntryOf<'drop'> => ({
  type: 'drop',
  at,
  drops: [...drops],
  ...(Object.keys(owed).length === 0 ? {} : { owed: owed as EntryOf<'drop'>['owed'] }),
})

/** Says again what an audience was told to forget and may see once more: here nobody sees a difference. */
export const restate = (
  open: OpenWorkspace,
  plan: (upTo: number) => Promise<ToDrop['restated']>,
): Promise<Result<null, NotSaved>> =>
  open.alone(async (hand) => {
    const { operations, position } = writeRestated(await plan(open.store.place.count), hand.author, hand.position)
    if (operations.length === 0) return ok(null)
    const saved = await hand.save({ type: 'batch', label: 'bundle.send', operations: [...operations] })
    if (!saved.ok) return saved
    takeOwn(open.store.state, operations)
    hand.take(open.store.state, position, false)
    return ok(null)
  })

/** Takes in what waited. */
export const takeAside = (open: OpenWorkspace, ids: readonly string[]): Promise<Result<Edited, NotSaved>> =>
  open.alone(async (hand) => {
    const saved = await hand.save({ type: 'take', ids: [...ids] })
    return saved.ok ? ok(hand.take(stateOf(await open.store.history()), hand.position)) : saved
  })

/** Seals the journal as it stands; gives the last segment that nothing writes to any more. */
export const settle = (open: OpenWorkspace): Promise<number> =>
  open.alone(async () => {
    await open.store.settle()
    return open.store.settled.segment
  })

/** Notes that the words of these drops are gone from the disk, if no others came meanwhile. */
export const noteDestroyed = (open: OpenWorkspace, drops: readonly Drop[]): Promise<Result<null, NotSaved>> =>
  open.alone(async (hand) => {
    const { state } = open.store
    if (state.destruction.drops !== drops) return ok(null)
    const entry = { type: 'destroyed' as const, at: hand.clock() }
    const saved = await hand.save(entry)
    if (saved.ok) open.store.state = { ...open.store.state, destruction: destructionOf(state.destruction, [entry]) }
    return saved
  })
