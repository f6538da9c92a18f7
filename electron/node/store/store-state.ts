import { activeOperations, Rests, type Import } from '#shared/merge/active.ts'
import { receivedIn, withReceived, type Received } from '#shared/merge/completeness.ts'
import type { Position } from '#shared/edit/author.ts'
import { unionOfDrops, type Drop } from '#shared/operation/drop.ts'
import { addOperation, dropOperations } from '#shared/operation/fold.ts'
import { emptyFold, type FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { oneByOne, withoutLines, type Entry, type EntryOf, type SimpleEntry } from './entry.ts'

export interface StoredImport {
  readonly id: string
  readonly at: number
  readonly files: EntryOf<'import'>['files']
  readonly added: number
  readonly withdrawn: boolean
}

/** Whom a person here knows, and the keys that open what is locked for them. */
export type Trust = EntryOf<'key' | 'sender'>

/** What the journal adds up to. */
export interface StoreState {
  readonly fold: FoldState
  readonly imports: readonly StoredImport[]
  /** Where each stream of this computer stands. */
  readonly positions: ReadonlyMap<string, Position>
  /** Counters of the operations that counted when the journal was read. */
  readonly received: Received
  readonly sent: readonly EntryOf<'sent'>[]
  readonly trust: readonly Trust[]
  readonly destruction: Destruction
  /** While some import is withdrawn, what own writings rest on: it counts again. Null when everything counts. */
  readonly rests: Rests | null
}

/** What is destroyed here, and not only hidden because others say so. */
export interface Destruction {
  readonly drops: readonly Drop[]
  /** Something of it may still lie on the disk. */
  readonly isPending: boolean
}

/** Operations of the whole journal, each once, with its body when any entry brought it. */
export function operationsOf(entries: readonly Entry[]): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>()
  for (const entry of oneByOne(entries)) {
    for (const operation of 'operations' in entry ? entry.operations : []) {
      const known = operations.get(operation.id)
      if (known?.body === undefined || (known.stamp === undefined && operation.stamp !== undefined)) {
        operations.set(operation.id, { ...known, ...operation })
      }
    }
  }
  return operations
}

/** Folds a whole journal, withdrawn imports left out but for what own writings rest on. */
export function stateOf(journal: readonly Entry[]): StoreState {
  const entries = oneByOne(journal)
  const imports = importsOf(entries)
  const operations = operationsOf(entries)
  const fold = emptyFold()
  takeDecisions(fold, entries)
  const rests = imports.some(({ withdrawn }) => withdrawn) ? new Rests(operations.values()) : null
  const active = rests && activeOf(entries, imports, rests)
  const counting = [...operations.values()].filter(({ id }) => active === null || active.has(id))
  for (const operation of counting) addOperation(fold, operation)
  return {
    fold,
    imports,
    positions: positionsOf(operations.values()),
    received: receivedIn(counting),
    sent: entries.filter((e) => e.type === 'sent'),
    trust: trustIn(entries),
    destruction: destructionOf({ drops: [], isPending: false }, entries),
    rests,
  }
}

/**
 * Takes further entries into a state, which is changed in place. Null, and the state is then of no use any more, when only
 * the whole journal can tell: some import is or was withdrawn, and what rests on what may be anywhere.
 */
export function extendState(state: StoreState, journal: readonly Entry[]): StoreState | null {
  const entries = oneByOne(journal)
  const turns = entries.some(({ type }) => type === 'withdraw' || type === 'restore' || type === 'take')
  if (turns || state.imports.some(({ withdrawn }) => withdrawn)) return null
  const { fold } = state
  const operations = operationsOf(entries)
  takeDecisions(fold, entries)
  for (const operation of operations.values()) addOperation(fold, operation)
  return {
    fold,
    imports: [...state.imports, ...importsOf(entries)],
    positions: furthest(state.positions, positionsOf(operations.values())),
    received: withReceived(state.received, receivedIn(operations.values())),
    sent: [...state.sent, ...entries.filter((entry) => entry.type === 'sent')],
    trust: [...state.trust, ...trustIn(entries)],
    destruction: destructionOf(state.destruction, entries),
    rests: null,
  }
}

/** Takes writings of one's own in, in place, and what they rest on; gives all that it took. */
export function takeOwn({ fold, rests }: StoreState, written: readonly Operation[]): readonly Operation[] {
  rests?.add(written)
  const taken = rests === null ? written : rests.need(written.map(({ id }) => id))
  for (const operation of taken) addOperation(fold, operation)
  for (const operation of written) acceptOwn(fold, operation)
  return taken
}

const trustIn = (entries: readonly SimpleEntry[]): readonly Trust[] =>
  entries.filter((entry) => entry.type === 'key' || entry.type === 'sender')

/** What was decided here: loosenings written or accepted, and words destroyed. */
function takeDecisions(fold: FoldState, entries: readonly SimpleEntry[]): void {
  for (const entry of entries) {
    if (entry.type === 'accept') for (const id of entry.ids) fold.accepted.add(id)
    if (entry.type === 'batch') for (const operation of entry.operations) acceptOwn(fold, operation)
    // Drops survive the withdrawal of the import that brought them.
    if (entry.type === 'import' || entry.type === 'drop') dropOperations(fold, entry.drops)
    if (entry.type === 'import') setAside(fold, entry)
    if (entry.type === 'take') for (const id of entry.ids) fold.aside.delete(id)
  }
}

/** What came once more, from someone who knew of the drop, waits no longer. */
export function setAside(fold: FoldState, { operations, aside = [] }: EntryOf<'import'>): void {
  for (const { id } of operations) fold.aside.delete(id)
  for (const id of aside) fold.aside.add(id)
}

const isDrop = (entry: SimpleEntry): entry is EntryOf<'drop'> => entry.type === 'drop'

/** What further entries destroy. */
export function destructionOf(former: Destruction, entries: readonly SimpleEntry[]): Destruction {
  const last = entries.findLast((entry) => isDrop(entry) || entry.type === 'destroyed')
  if (last === undefined) return former
  const drops = entries.filter(isDrop).flatMap((entry) => entry.drops)
  return { drops: unionOfDrops([...former.drops, ...drops]), isPending: isDrop(last) }
}

/** A loosening written here is accepted here; no other operation needs to be. */
function acceptOwn(fold: FoldState, { id, body }: Operation): void {
  if (typeof body?.set['consent'] === 'string') fold.accepted.add(id)
}

function furthest(
  one: ReadonlyMap<string, Position>,
  other: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const positions = new Map(one)
  for (const [stream, position] of other) {
    if (position.counter > (positions.get(stream)?.counter ?? 0)) positions.set(stream, position)
  }
  return positions
}

function activeOf(
  entries: readonly SimpleEntry[],
  imports: readonly StoredImport[],
  rests: Rests,
): ReadonlySet<string> {
  const { own, brought } = originsOf(entries, imports)
  return activeOperations(rests.operations.values(), brought, own, rests)
}

/** The operations that were written here, and all that each import contained. */
export function originsOf(
  entries: readonly SimpleEntry[],
  imports: readonly StoredImport[],
): { readonly own: ReadonlySet<string>; readonly brought: readonly (Import & { readonly id: string })[] } {
  const withdrawn = new Set(imports.filter((entry) => entry.withdrawn).map(({ id }) => id))
  const own = new Set(entries.flatMap((entry) => (entry.type === 'batch' ? entry.operations.map(({ id }) => id) : [])))
  const brought = entries.flatMap((entry) =>
    entry.type === 'import' ? [{ id: entry.id, operations: entry.ids, withdrawn: withdrawn.has(entry.id) }] : [],
  )
  return { own, brought }
}

function importsOf(entries: readonly SimpleEntry[]): readonly StoredImport[] {
  const imports = new Map<string, StoredImport>()
  for (const entry of entries) {
    if (entry.type === 'import') {
      const { id, at, files, operations } = entry
      imports.set(id, { id, at, files: files.map(withoutLines), added: operations.length, withdrawn: false })
    } else if (entry.type === 'withdraw' || entry.type === 'restore') {
      const known = imports.get(entry.import)
      if (known !== undefined) imports.set(known.id, { ...known, withdrawn: entry.type === 'withdraw' })
    }
  }
  return [...imports.values()]
}

function positionsOf(operations: Iterable<Operation>): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>()
  for (const { stamp } of operations) {
    if (stamp === undefined) continue
    const known = positions.get(stamp.d)
    if (known === undefined || stamp.n > known.counter) positions.set(stamp.d, { counter: stamp.n, reading: stamp.h })
  }
  return positions
}
