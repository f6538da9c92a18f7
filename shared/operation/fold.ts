import { classOfField } from '../model/fields.ts'
import { fieldState, ownRecord, type FieldHead, type FoldState, type RecordState } from './fold-state.ts'
import type { Operation, SensitivityClass, Value } from './operation.ts'

/** An operation that carries a known field in another class than the field's own is not believed. */
const isTrusted = (kind: string, field: string, given: SensitivityClass): boolean => {
  const expected = classOfField(kind, field)
  return expected === undefined || expected === given
}

/**
 * Takes one operation in, in any order and any number of times. Heads of a field are the operations that set it and that
 * no known operation replaces; an operation replaces what its head names even when its own body is withheld.
 */
export function addOperation(fold: FoldState, operation: Operation): void {
  const { id, head } = operation
  const before = fold.known.get(id)
  const body = fold.dropped.has(id) ? undefined : operation.body
  if (before === 'full' || (before === 'bare' && body === undefined)) return
  fold.known.set(id, body === undefined ? 'bare' : 'full')
  const record = ownRecord(fold, head.r, head.t)
  // Two kinds for one record is a forgery; any rule will do as long as it does not depend on the order of arrival.
  if (head.t < record.kind) record.kind = head.t
  if (before === undefined) replace(record, operation)
  if (body !== undefined) setValues(record, operation, body.set)
}

function replace(record: RecordState, { head }: Operation): void {
  for (const [field, ids] of Object.entries(head.o ?? {})) {
    const { heads, replaced } = fieldState(record, field)
    for (const id of ids) {
      replaced.add(id)
      heads.delete(id)
    }
  }
}

function setValues(record: RecordState, { id, head }: Operation, set: Readonly<Record<string, Value>>): void {
  for (const [field, value] of Object.entries(set)) {
    if (!isTrusted(head.t, field, head.k)) continue
    const { heads, replaced } = fieldState(record, field)
    const written: FieldHead = { value, class: head.k, ...(head.g === undefined ? {} : { genesis: head.g }) }
    if (!replaced.has(id)) heads.set(id, written)
  }
  if (set['deleted'] === true) record.deletions.set(id, head.seen ?? {})
  if ('level' in set) {
    const level = typeof set['level'] === 'number' ? set['level'] : 0
    const consent = typeof set['consent'] === 'string' ? set['consent'] : null
    record.levels.set(id, { level, over: head.o?.['level'] ?? [], consent })
  }
}

/** Destroys what an operation said, for good; what it replaced stays replaced. Arriving again, it stays silent. */
export function dropOperation(fold: FoldState, id: string): readonly string[] {
  fold.dropped.add(id)
  const touched: string[] = []
  for (const [recordId, record] of fold.records) {
    if (![...record.fields.values()].some(({ heads }) => heads.has(id)) && !record.levels.has(id)) continue
    const own = ownRecord(fold, recordId, record.kind)
    for (const { heads } of own.fields.values()) heads.delete(id)
    own.deletions.delete(id)
    own.levels.delete(id)
    touched.push(recordId)
  }
  return touched
}

/** Heads that count: a person's beat every template's, and a newer template's beat an older one's. */
export function currentHeads(heads: ReadonlyMap<string, FieldHead>): readonly (readonly [string, FieldHead])[] {
  const all = [...heads]
  const byPersons = all.filter(([, head]) => head.genesis === undefined)
  if (byPersons.length > 0) return byPersons
  const newest = Math.max(...all.map(([, head]) => head.genesis ?? 0))
  return all.filter(([, head]) => head.genesis === newest)
}

/** Ids of the operations that a new writing of this field replaces: all that its author has before their eyes. */
export function headsOf(fold: FoldState, recordId: string, field: string): readonly string[] {
  const record = fold.records.get(recordId)
  if (record === undefined) return []
  // A loosening must name every former writing of the level, or one that it forgot would stay in force.
  if (field === 'level') return [...record.levels.keys()].toSorted()
  return [...(record.fields.get(field)?.heads.keys() ?? [])].toSorted()
}

/** Operations that set a field and that none replaces, templates' included. */
export const fieldHeads = (fold: FoldState, recordId: string, field: string): ReadonlyMap<string, FieldHead> =>
  fold.records.get(recordId)?.fields.get(field)?.heads ?? new Map<string, FieldHead>()

/** Operations that still say something, by class: what a deletion lists as seen. */
export function liveHeads(record: RecordState): Partial<Record<SensitivityClass, readonly string[]>> {
  const byClass: Partial<Record<SensitivityClass, Set<string>>> = {}
  for (const [field, { heads }] of record.fields) {
    if (field === 'deleted') continue
    for (const [id, head] of heads) (byClass[head.class] ??= new Set()).add(id)
  }
  return Object.fromEntries(Object.entries(byClass).map(([k, ids]) => [k, [...ids].toSorted()]))
}
