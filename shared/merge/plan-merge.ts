import type { AnyRecord, Records } from '../model/record.ts'
import { changeBetween, type Change } from '../model/change.ts'
import { asDropped, dropsOf, isDropped, namedByDrops, withoutWords, type Drop } from '../operation/drop.ts'
import { addOperation, dropOperations } from '../operation/fold.ts'
import { forkFold, type FoldState } from '../operation/fold-state.ts'
import { recordsToRead } from '../operation/level-heads.ts'
import { readRecord } from '../operation/read-record.ts'
import { isReadable } from '../operation/upcast.ts'
import type { Operation, Value } from '../operation/operation.ts'
import { sortByDrops } from './sort-by-drops.ts'

/**
 * What putting a bundle in would do to the records of one kind: each record that the bundle speaks of, and that exists
 * before or after, is counted once.
 */
export interface KindCounts {
  readonly added: number
  readonly updated: number
  readonly identical: number
  readonly conflicting: number
  /** Put away there, and here too once put in. */
  readonly removed: number
  /** Put away there, kept here because someone has worked on it meanwhile. */
  readonly kept: number
}

/** Values that stand side by side until a person settles. */
export interface Conflict {
  readonly record: string
  readonly kind: string
  readonly field: string
  readonly values: readonly Value[]
  /** What this workspace said before, when it said one thing; it is then one of `values`. */
  readonly ours: Value | undefined
  /** Already unsettled before this bundle. */
  readonly standing: boolean
}

export interface MergePlan {
  readonly counts: Readonly<Record<string, KindCounts>>
  readonly conflicts: readonly Conflict[]
  readonly newOperations: number
  readonly knownOperations: number
  /** Values of this workspace that the bundle's author had seen and replaced. */
  readonly replacesOurs: number
  /** Operations that wait for a person, since they rest on destroyed words. */
  readonly aside: number
  /** New operations that only a newer version of the program can read: kept, sent on, and without effect until then. */
  readonly newer: number
  readonly change: Change
}

/** What becomes of one record. */
export interface Outcome {
  readonly kind: string
  readonly outcome: keyof KindCounts
}

export interface Merged {
  readonly plan: MergePlan
  /** Of each record that the bundle speaks of, and that exists before or after. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** The state once put in; the given one is left as it was. */
  readonly fold: FoldState
  /** What is new, without the words that are destroyed. */
  readonly fresh: readonly Operation[]
  /** What is new and waits: kept, and without effect. */
  readonly aside: readonly Operation[]
  /** Those given, and what follows from drops for records that nobody knew of. */
  readonly drops: readonly Drop[]
}

/**
 * Puts operations into a copy of the state and tells what that does. The dry run and the real one are this same call: the
 * caller either keeps the result or forgets it.
 */
export function planMerge(
  fold: FoldState,
  records: Records,
  operations: readonly Operation[],
  drops: readonly Drop[] = [],
): Merged {
  const merged = forkFold(fold)
  dropOperations(merged, drops)
  // What is dropped itself has no words left, and waits for nobody.
  const news = operations.flatMap((one) => (isNews(fold, one) ? [asDropped(merged, one)] : []))
  const { taken, aside } = sortByDrops(merged, news, drops)
  for (const { id } of taken) merged.aside.delete(id)
  for (const { id } of aside) merged.aside.add(id)
  for (const operation of taken) addOperation(merged, operation)
  // What says that a record is about someone erased may have come with it.
  const fresh = taken.map((operation) => asDropped(merged, operation))
  const spokenOf = new Set(operations.map(({ head }) => head.r))
  // A drop may concern any record.
  const touched = drops.length > 0 ? merged.records.keys() : recordsToRead(merged, spokenOf)
  const before = new Map<string, AnyRecord>()
  const after = new Map<string, AnyRecord>()
  for (const id of touched) {
    const former = records.get(id)
    if (former !== undefined) before.set(id, former)
    const next = readRecord(merged, id)
    if (next !== null) after.set(id, sameAs(former, next) ? (former ?? next) : next)
  }
  const outcomes = outcomesOf(merged, spokenOf, before, after)
  const plan: MergePlan = {
    counts: countByKind(outcomes.values()),
    conflicts: [...after.values()]
      .filter(({ id }) => spokenOf.has(id))
      .flatMap((record) => conflictsOf(record, before.get(record.id))),
    newOperations: fresh.length,
    knownOperations: operations.length - news.length,
    replacesOurs: replacedHere(fold, fresh),
    aside: aside.length,
    newer: fresh.filter((operation) => !isReadable(operation)).length,
    change: changeBetween(before, after),
  }
  const waiting = aside.filter(({ id }) => !fold.aside.has(id))
  return { plan, outcomes, fold: merged, fresh, aside: waiting, drops: dropsSince(fold, merged, drops) }
}

/** The drops given, known before or not, and those that a state has beyond another. */
function dropsSince(before: FoldState, after: FoldState, given: readonly Drop[]): readonly Drop[] {
  const erased = new Map(
    [...after.erased].flatMap(([r, classes]) => {
      const known = before.erased.get(r)
      const news = new Map([...classes].filter(([k]) => known?.has(k) !== true))
      return news.size === 0 ? [] : [[r, news] as const]
    }),
  )
  const named = namedByDrops([...given, ...dropsOf({ dropped: new Set(), erased })])
  return dropsOf(named)
}

/** Unknown, or known only as a bare head and now with what it says. */
function isNews(fold: FoldState, operation: Operation): boolean {
  // What waits for a person goes on waiting when only its head comes again.
  if (operation.body === undefined && fold.aside.has(operation.id)) return false
  const known = fold.known.get(operation.id)
  if (known !== 'bare') return known === undefined
  const { body, rules } = isDropped(fold, operation) ? withoutWords(operation) : { ...operation, rules: undefined }
  return body !== undefined || rules !== undefined
}

const sameAs = (a: AnyRecord | undefined, b: AnyRecord): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b)

function outcomesOf(
  merged: FoldState,
  spokenOf: ReadonlySet<string>,
  before: Records,
  after: Records,
): ReadonlyMap<string, Outcome> {
  const outcomes = new Map<string, Outcome>()
  for (const id of spokenOf) {
    const [former, next] = [before.get(id), after.get(id)]
    const outcome = outcomeOf(former, next)
    const kind = next?.kind ?? former?.kind ?? merged.records.get(id)?.kind
    if (outcome !== null && kind !== undefined) outcomes.set(id, { kind, outcome })
  }
  return outcomes
}

export function countByKind(outcomes: Iterable<Outcome>): Readonly<Record<string, KindCounts>> {
  // Not an object: a kind called `constructor` would be counted on what every object inherits.
  const counts = new Map<string, Record<keyof KindCounts, number>>()
  for (const { kind, outcome } of outcomes) {
    const ofKind = counts.get(kind) ?? { added: 0, updated: 0, identical: 0, conflicting: 0, removed: 0, kept: 0 }
    ofKind[outcome] += 1
    counts.set(kind, ofKind)
  }
  return Object.fromEntries(counts)
}

function outcomeOf(former: AnyRecord | undefined, next: AnyRecord | undefined): keyof KindCounts | null {
  if (next === undefined) return former === undefined ? null : 'removed'
  if (next.kept === true && former?.kept !== true) return 'kept'
  if (next.conflicts !== undefined) return 'conflicting'
  if (former === undefined) return 'added'
  return former === next ? 'identical' : 'updated'
}

function conflictsOf(record: AnyRecord, former: AnyRecord | undefined): readonly Conflict[] {
  return Object.entries(record.conflicts ?? {}).map(([field, values]) => ({
    record: record.id,
    kind: record.kind,
    field,
    values,
    ours: former?.f[field],
    standing: former?.conflicts?.[field] !== undefined,
  }))
}

/** How many fields lose a value that stood here alone, to someone who had read it. */
function replacedHere(fold: FoldState, fresh: readonly Operation[]): number {
  let replaced = 0
  for (const { head } of fresh) {
    for (const [field, ids] of Object.entries(head.o ?? {})) {
      const heads = fold.records.get(head.r)?.fields.get(field)?.heads
      if (heads !== undefined && ids.some((id) => heads.get(id)?.genesis === undefined && heads.has(id))) replaced += 1
    }
  }
  return replaced
}
