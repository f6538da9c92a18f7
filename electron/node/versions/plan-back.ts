import { goBack } from '#shared/edit/go-back.ts'
import type { Writing } from '#shared/edit/draft.ts'
import { newId } from '#shared/kit/id.ts'
import type { Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { Records } from '#shared/model/record.ts'
import { dropsOf } from '#shared/operation/drop.ts'
import { dropOperations } from '#shared/operation/fold.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type Entry, type EntryOf } from '../store/entry.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import { stateOf, type StoreState } from '../store/store-state.ts'

export interface JournalOrder {
  readonly folder: string
  readonly consultation: string
  /** What was acknowledged: a segment may hold more, that nobody was told is saved. */
  readonly upTo: number
}

export interface BackOrder extends JournalOrder {
  /** Number of the entry before which the journal said what one goes back to. */
  readonly position: number
}

/** What must be done to be back. */
export interface BackPlan {
  /** When the state one goes back to was kept, milliseconds since 1970. */
  readonly at: number
  readonly turns: readonly EntryOf<'withdraw' | 'restore'>[]
  readonly writings: readonly Writing[]
}

/** The plan, and the states it was made from. */
export interface PlannedBack extends BackPlan {
  /** What the journal says now. */
  readonly now: StoreState
  /** What is left of it once contributions are withdrawn or restored; `now` when there are none. */
  readonly turned: StoreState
  readonly former: Records
}

/** Reads the journal once and plans the return, null when no point is there; `onShare` hears of each state that is made. Work for a worker. */
export async function planBack(
  order: BackOrder,
  layer: FileLayer,
  { digest, random }: { readonly digest: Digest; readonly random: RandomBytes },
  onShare: (share: number) => void,
): Promise<PlannedBack | null> {
  const { folder, consultation, upTo, position } = order
  const read = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  const target = read.entries.find(({ n }) => n === position)?.entry
  const point = target === undefined ? undefined : oneByOne([target])[0]
  if (point?.type !== 'point') return null
  onShare(0.3)
  const entries = read.entries.map(({ entry }) => entry)
  const now = stateOf(entries)
  onShare(0.5)
  const then = stateOf(read.entries.filter(({ n }) => n < position).map(({ entry }) => entry))
  // What was destroyed since stays destroyed.
  dropOperations(then.fold, dropsOf(now.fold))
  onShare(0.7)
  const turns = turnsBetween(then, now)
  const turned = turns.length === 0 ? now : stateOf([...entries, ...turns])
  onShare(0.9)
  const former = readRecords(then.fold)
  const own = madeHere(entries)
  const writings = goBack({
    fold: turned.fold,
    now: readRecords(turned.fold),
    former,
    isOwn: (record) => own.has(record),
    newId: () => newId(random),
  })
  return { at: point.at, turns, writings, now, turned, former }
}

/** Imports since are withdrawn, those withdrawn since are restored. */
const turnsBetween = (then: StoreState, now: StoreState): BackPlan['turns'] =>
  now.imports.flatMap(({ id, withdrawn }) => {
    const wasOut = then.imports.find((one) => one.id === id)?.withdrawn ?? true
    return wasOut === withdrawn ? [] : [{ type: wasOut ? ('withdraw' as const) : ('restore' as const), import: id }]
  })

/** Records whose first writing to be known here was made here. */
function madeHere(entries: readonly Entry[]): ReadonlySet<string> {
  const own = new Map<string, boolean>()
  for (const entry of oneByOne(entries)) {
    for (const { head } of 'operations' in entry ? entry.operations : []) {
      if (!own.has(head.r)) own.set(head.r, entry.type === 'batch')
    }
  }
  return new Set([...own].filter(([, isOwn]) => isOwn).map(([record]) => record))
}
