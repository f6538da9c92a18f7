import { isRecordId } from '../kit/id.ts'
import { fieldHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import { isDropped, namedByDrops, RULES, type Drop, type RecordDrop } from '../operation/drop.ts'
import type { Operation, SensitivityClass, Value, Values } from '../operation/operation.ts'
import { readRecord } from '../operation/read-record.ts'
import { calledAs, mayMention, mentionsIn, withoutMentions, type Called } from './mentions.ts'
import { recordsOf, type RecordsOf } from './records-of.ts'

/** A field of a record that still stands, and whose text names the person. */
export interface NamedIn {
  readonly record: string
  readonly kind: string
  readonly field: string
  readonly text: string
  /** Where, in UTF-16 units. */
  readonly places: readonly (readonly [from: number, to: number])[]
  /** By the whole name at least once; else by one word of it, which may be someone else's. */
  readonly sure: boolean
}

/** An operation whose words go and that still says something: the same in a new one, without the name. */
export interface Restatement {
  readonly operation: string
  readonly record: string
  readonly kind: string
  readonly class: SensitivityClass
  readonly set: Values
}

export interface ErasurePlan {
  /** Every name that was ever written for the person. */
  readonly names: RecordsOf['names']
  /** What is replaced, per kind of record. */
  readonly records: Readonly<Record<string, number>>
  /** Notes that keep their words and lose the person. */
  readonly notes: number
  readonly named: readonly NamedIn[]
  /** Former versions of texts that named the person: they are destroyed. */
  readonly former: number
  readonly drops: readonly Drop[]
  readonly restated: readonly Restatement[]
}

export interface ErasureOrder {
  readonly person: string
  /** `<record> <field>` of the texts in which the name is to be replaced; null for those that are sure. */
  readonly replaced: ReadonlySet<string> | null
  /** What stands in the place of the name. */
  readonly mark: string
  /** Records of files whose words name the person: they go whole, and the files with them. */
  readonly files?: readonly string[]
}

const placeKey = (record: string, field: string): string => `${record} ${field}`

/**
 * What removing a person takes: all that records about them say, now and later; and each version of a text that names
 * them, those that still stand written again without the name. `operations` are all that the journal holds.
 */
export function planErasure(operations: Iterable<Operation>, fold: FoldState, order: ErasureOrder): ErasurePlan {
  const all = [...operations]
  const hers = recordsOf(all, fold, order.person)
  const called = calledAs(hers.names)
  const ofRecords = [...hers.drops, ...contactsNamed(all, called, hers.drops)]
  const ofFiles = (order.files ?? []).map((r): RecordDrop => ({ r, k: ['c', 'p'], why: 'asked' }))
  const erased = namedByDrops([...ofRecords, ...ofFiles])
  const naming = all.filter((operation) => !isDropped(erased, operation) && !isDropped(fold, operation)).flatMap(named)
  const standing = namedIn(naming)
  // Of a text that was corrected since, every former version goes; a deleted one may come back, and only goes when it is sure.
  const isChosen = ({ key, sure, operation }: Naming): boolean =>
    standing.has(key)
      ? (order.replaced?.has(key) ?? standing.get(key)?.sure === true)
      : sure || readRecord(fold, operation.head.r) !== null
  const gone = new Map(naming.filter(isChosen).map((one) => [one.operation.id, one.operation]))
  return {
    names: hers.names,
    records: countByKind(ofRecords, fold),
    notes: notesOf(fold, hers.voices),
    named: [...standing.values()],
    former: [...gone.values()].filter((operation) => liveFields(fold, operation).length === 0).length,
    drops: [...ofRecords, ...ofFiles, ...gone.keys()],
    restated: [...gone.values()].flatMap((operation) => restatementOf(fold, operation, called, order.mark)),
  }

  function named(operation: Operation): readonly Naming[] {
    return Object.entries(operation.body?.set ?? {}).flatMap(([field, value]) => {
      const mentions = textsIn(value).flatMap((text) => (mayMention(text, called) ? mentionsIn(text, called) : []))
      if (RULES.has(field) || mentions.length === 0) return []
      return [{ operation, field, key: placeKey(operation.head.r, field), sure: mentions.some(({ sure }) => sure) }]
    })
  }

  /** Of texts that still stand, by their place: a deleted record shows none. */
  function namedIn(found: readonly Naming[]): ReadonlyMap<string, NamedIn> {
    const places = new Map<string, NamedIn>()
    for (const { operation, field, key, sure } of found) {
      const { r: record, t: kind } = operation.head
      if (!liveFields(fold, operation).includes(field) || readRecord(fold, record) === null) continue
      const text = textsIn(operation.body?.set[field] ?? null).join('\n')
      const spans = mentionsIn(text, called).map(({ from, to }) => [from, to] as const)
      places.set(key, { record, kind, field, text, places: spans, sure: sure || places.get(key)?.sure === true })
    }
    return places
  }
}

interface Naming {
  readonly operation: Operation
  readonly field: string
  readonly key: string
  readonly sure: boolean
}

const textsIn = (value: Value): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && !isRecordId(one))

/** Cards of people that no person's record stands for, and who agreed to what: what names them there is all about them. */
function contactsNamed(
  operations: readonly Operation[],
  called: Called,
  known: readonly RecordDrop[],
): readonly RecordDrop[] {
  const hers = new Set(known.map(({ r }) => r))
  const found = new Map<string, RecordDrop>()
  for (const { head, body } of operations) {
    const field = head.t === 'contact' ? 'name' : head.t === 'consent' ? 'who' : null
    const said = field === null ? undefined : body?.set[field]
    if (typeof said !== 'string' || hers.has(head.r) || !mentionsIn(said, called).some(({ sure }) => sure)) continue
    found.set(head.r, { r: head.r, k: head.t === 'contact' ? ['n', 'p'] : ['n'], why: 'asked' })
  }
  return [...found.values()]
}

/** Fields of which an operation is a standing value. */
const liveFields = (fold: FoldState, { id, head, body }: Operation): readonly string[] =>
  Object.keys(body?.set ?? {}).filter((field) => !RULES.has(field) && fieldHeads(fold, head.r, field).has(id))

/** Nothing of a deleted record: written again, it would come back. */
function restatementOf(fold: FoldState, operation: Operation, called: Called, mark: string): readonly Restatement[] {
  const { id, head, body } = operation
  const fields = liveFields(fold, operation)
  if (fields.length === 0 || readRecord(fold, head.r) === null) return []
  const set = Object.fromEntries(fields.map((field) => [field, replaced(body?.set[field] ?? null, called, mark)]))
  return [{ operation: id, record: head.r, kind: head.t, class: head.k, set }]
}

function replaced(value: Value, called: Called, mark: string): Value {
  const without = (text: string): string => withoutMentions(text, mentionsIn(text, called), mark)
  if (typeof value === 'string') return isRecordId(value) ? value : without(value)
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? without(one) : one)) : value
}

function countByKind(drops: readonly RecordDrop[], fold: FoldState): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { r } of drops) {
    const kind = fold.records.get(r)?.kind ?? 'person'
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

function notesOf(fold: FoldState, voices: ReadonlySet<string>): number {
  let count = 0
  for (const [id, { kind, fields }] of fold.records) {
    if (kind !== 'note') continue
    const isHers = [...(fields.get('voice')?.heads.values() ?? [])].some(({ value }) => voices.has(String(value)))
    if (isHers && readRecord(fold, id) !== null) count += 1
  }
  return count
}
