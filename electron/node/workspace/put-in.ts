import { setImmediate } from 'node:timers/promises'
import { addOperation, dropOperations } from '#shared/operation/fold.ts'
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
