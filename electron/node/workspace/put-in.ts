import { setImmediate } from 'node:timers/promises'
import { asDropped, dropsOf, type Drop } from '#shared/operation/drop.ts'
import { addOperation, dropOperations } from '#shared/operation/fold.ts'
import { emptyFold } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { ToPutIn } from '../merge/plan-incoming.ts'
import { withoutLines, type EntryOf } from '../store/entry.ts'
import { setAside, type StoreState } from '../store/store-state.ts'

/** What the journal keeps of contributions that were put in. */
export const importEntry = (
  id: string,
  at: number,
  { files, ids, fresh, drops, aside, report }: Omit<ToPutIn, 'change'>,
): EntryOf<'import'> => ({
  type: 'import',
  id,
  at,
  files: [...files],
  ids: [...ids],
  operations: [...fresh, ...aside],
  drops: [...drops],
  ...(aside.length === 0 ? {} : { aside: aside.map((operation) => operation.id) }),
  ...(report === undefined ? {} : { report }),
})

/** What a file brings where there is nothing yet: its drops are held to from the first. */
export function withoutDropped(
  operations: readonly Operation[],
  drops: readonly Drop[],
): Pick<ToPutIn, 'fresh' | 'drops'> {
  if (drops.length === 0) return { fresh: operations, drops }
  const fold = emptyFold()
  dropOperations(fold, drops)
  for (const operation of operations) addOperation(fold, operation)
  return { fresh: operations.map((operation) => asDropped(fold, operation)), drops: dropsOf(fold) }
}

/** Operations after which others get their turn. */
const AT_ONCE = 5_000

/** The state with an import that the journal has; its fold is changed in place, and the window answers meanwhile. */
export async function putIn(state: StoreState, entry: EntryOf<'import'>): Promise<StoreState> {
  const { id, at, files, operations, drops } = entry
  dropOperations(state.fold, drops)
  setAside(state.fold, entry)
  state.rests?.add(operations)
  for (const [index, operation] of operations.entries()) {
    addOperation(state.fold, operation)
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate()
  }
  const told = files.map(withoutLines)
  const imports = [...state.imports, { id, at, files: told, added: operations.length, withdrawn: false }]
  return { ...state, imports }
}
