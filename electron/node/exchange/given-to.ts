import { toRestate, toRetract, withGiven, type Given } from '#shared/exchange/retraction.ts'
import { WHOLE } from '#shared/exchange/scope.ts'
import { selectFor } from '#shared/exchange/select.ts'
import type { Restatement } from '#shared/erasure/plan-erasure.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { isDropped, unionOfDrops, type Drop } from '#shared/operation/drop.ts'
import { dropOperations } from '#shared/operation/fold.ts'
import { forkFold, type FoldState, type RecordState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { AUDIENCES, projectOperations, type Audience } from '#shared/privacy/project.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type Entry, type EntryOf } from '../store/entry.ts'
import { readJournal, segmentsIn, type NumberedEntry } from '../store/read-journal.ts'
import { operationsOf, stateOf, type StoreState } from '../store/store-state.ts'

/** What an audience was given, and what it was told to forget. */
interface Told {
  readonly given: Given
  readonly drops: readonly Drop[]
}

/** Follows what left for an audience, each time as it stood then: nothing is remembered but that it left. */
export function toldTo(entries: readonly NumberedEntry[], audience: Audience): Told {
  let given: Given = new Map()
  const drops: Drop[] = []
  for (const { n, entry } of entries) {
    for (const one of oneByOne([entry])) {
      if (one.type === 'drop') drops.push(...(one.owed?.[audience] ?? []))
      if (one.type !== 'sent' || one.kind !== 'projection' || one.audience !== audience) continue
      drops.push(...(one.retracted ?? []))
      given = withWhatLeft(given, entries, one, n)
    }
  }
  return { given, drops }
}

function withWhatLeft(given: Given, entries: readonly NumberedEntry[], sent: EntryOf<'sent'>, n: number): Given {
  const upTo = sent.upTo ?? n - 1
  const then = entries.flatMap((one) => (one.n <= upTo ? [one.entry] : []))
  const { fold } = stateOf(then)
  const left = selectFor(activeIn(then, { fold }), fold, 'projection', sent.chosen ?? WHOLE)
  return withGiven(given, left, readRecords(fold))
}

/** What counts: what a withdrawn import brought does not. */
export const activeIn = (entries: readonly Entry[], { fold }: Pick<StoreState, 'fold'>): readonly Operation[] =>
  [...operationsOf(entries).values()].filter(({ id }) => fold.known.has(id))

/** What an audience must forget from now on, beside what it was told before: never for what is only put away. */
export function retractedNow({ given }: Told, active: readonly Operation[], fold: FoldState): readonly string[] {
  if (given.size === 0) return []
  const retracted = toRetract(given, projectOperations(active, fold), active, fold)
  if (retracted.length === 0) return []
  // Whoever speaks in no note but those leaves no more, though no rule says so.
  const whole = withNothingPutAway(fold)
  const ruled = new Set(toRetract(given, projectOperations(active, whole), active, whole))
  return retracted.filter((id) => ruled.has(id))
}

function withNothingPutAway(fold: FoldState): FoldState {
  const records = [...fold.records].map(([id, record]): [string, RecordState] => {
    if (!record.fields.has('deleted')) return [id, record]
    const fields = new Map([...record.fields].filter(([field]) => field !== 'deleted'))
    return [id, { ...record, fields }]
  })
  return { ...forkFold(fold), records: new Map(records) }
}

export type Owed = Readonly<Partial<Record<Audience, readonly Drop[]>>>

/**
 * What each audience was given of what some drops destroy, and of what nobody may see any more because of them: it is
 * noted with the drops, since nothing tells it once the words are gone.
 */
export function owedFor(
  entries: readonly NumberedEntry[],
  { fold }: Pick<StoreState, 'fold'>,
  drops: readonly Drop[],
): Owed {
  const active = activeIn(
    entries.map(({ entry }) => entry),
    { fold },
  )
  const after = forkFold(fold)
  dropOperations(after, drops)
  const owed = AUDIENCES.map((audience) => {
    const told = toldTo(entries, audience)
    const erased = active.filter((operation) => told.given.has(operation.id) && isDropped(after, operation))
    return [audience, unionOfDrops([...erased.map(dropOf), ...retractedNow(told, active, after)])] as const
  })
  return Object.fromEntries(owed.filter(([, forgotten]) => forgotten.length > 0))

  /** By its class of its record, where that is what is destroyed: what is written there later is not for them either. */
  function dropOf({ id, head }: Operation): Drop {
    const why = after.erased.get(head.r)?.get(head.k)
    return why === undefined ? id : { r: head.r, k: [head.k], why }
  }
}

export interface RestateOrder {
  readonly folder: string
  readonly consultation: string
  readonly upTo: number
  readonly audience: Audience
}

/** What must be said again before it is given to an audience that was told to forget it. Work for a worker. */
export async function restatedFor(
  { folder, consultation, upTo, audience }: RestateOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<readonly Restatement[]> {
  const journal = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  const entries = journal.entries.map(({ entry }) => entry)
  const { fold } = stateOf(entries)
  const { drops } = toldTo(journal.entries, audience)
  const forgotten = new Set(drops.filter((drop) => typeof drop === 'string'))
  return toRestate(forgotten, projectOperations(activeIn(entries, { fold }), fold), fold)
}
