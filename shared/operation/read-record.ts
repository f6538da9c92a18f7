import { fieldOfKind } from '../model/fields.ts'
import type { AnyRecord } from '../model/record.ts'
import { canonical } from './canonical.ts'
import { deletionOf } from './deletion.ts'
import { RULES } from './drop.ts'
import { currentHeads } from './fold.ts'
import { CLAIMED_TWICE, type FieldState, type FoldState, type RecordState } from './fold-state.ts'
import { heldLevel, promiseOf } from './level-heads.ts'
import type { Value } from './operation.ts'

type Writable = { -readonly [K in keyof AnyRecord]: AnyRecord[K] }

/**
 * The record that its operations add up to, or `null` when nothing of it remains. The generic decoder of every kind: a
 * known field with a value of the wrong shape is left out, an unknown one is kept as it is.
 */
export function readRecord(fold: FoldState, id: string): AnyRecord | null {
  const state = fold.records.get(id)
  return state === undefined || isDeleted(state) ? null : readFields(fold, id, state)
}

/** What a deleted record said, for rules that outlive it and its words; `null` when it is not deleted. */
export function readDeleted(fold: FoldState, id: string): AnyRecord | null {
  const state = fold.records.get(id)
  return state !== undefined && isDeleted(state) ? readFields(fold, id, state, true) : null
}

/** Every live record, read afresh. */
export function readRecords(fold: FoldState): Map<string, AnyRecord> {
  const records = new Map<string, AnyRecord>()
  for (const id of fold.records.keys()) {
    const record = readRecord(fold, id)
    if (record !== null) records.set(id, record)
  }
  return records
}

/** Reads some records again into others read before; those that show nothing any more leave. */
export function readInto(records: Map<string, AnyRecord>, fold: FoldState, ids: Iterable<string>): void {
  for (const id of ids) {
    const record = readRecord(fold, id)
    if (record === null) records.delete(id)
    else records.set(id, record)
  }
}

const isDeleted = (state: RecordState): boolean => deletionOf(state) === 'deleted'

/** Whether a rule decides what a field says, rather than the last writing of it. */
export const isRuled = (field: string, { levels, promises }: RecordState): boolean =>
  field === 'deleted' ||
  (field === 'level' && levels.size > 0) ||
  (field === 'promised' && [...promises.values()].some(({ level }) => level > 0))

function readFields(fold: FoldState, id: string, state: RecordState, rulesAlone = false): AnyRecord | null {
  if (state.kind === CLAIMED_TWICE) return null
  const f: Record<string, Value> = {}
  const conflicts: Record<string, readonly Value[]> = {}
  for (const [field, fieldState] of [...state.fields].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (isRuled(field, state)) continue
    const values = valuesOf(state.kind, field, fieldState)
    if (values.length > 1) conflicts[field] = values
    else if (values[0] !== undefined && values[0] !== null) f[field] = values[0]
  }
  // A rule outlives an undone creation and destroyed words, since only a consent takes it back; alone it makes no record.
  const isSilent = Object.keys(f).every((field) => RULES.has(field)) && Object.keys(conflicts).length === 0
  if (isSilent && !rulesAlone) return null
  const [level, promised] = [heldLevel(fold, id, state), promiseOf(fold, id)]
  if (level > 0) f['level'] = level
  if (promised > 0) f['promised'] = promised
  const record: Writable = { id, kind: state.kind, f }
  if (Object.keys(conflicts).length > 0) record.conflicts = conflicts
  if (deletionOf(state) === 'kept') record.kept = true
  return record
}

/** Distinct values of the heads that count, ordered by canonical form. */
export function valuesOf(kind: string, field: string, { heads }: FieldState): readonly Value[] {
  if (heads.size < 2) {
    const [only] = heads.values()
    return only !== undefined && isSaid(kind, field, only.value) ? [only.value] : []
  }
  const byForm = new Map<string, Value>()
  for (const [, { value }] of currentHeads(heads)) {
    if (isSaid(kind, field, value)) byForm.set(canonical(value), value)
  }
  return byForm.size < 2 ? [...byForm.values()] : [...byForm].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, v]) => v)
}

/** Null unsets; a value of another shape than its field's says nothing. */
const isSaid = (kind: string, field: string, value: Value): boolean =>
  value === null || (fieldOfKind(kind, field)?.type.safeParse(value).success ?? true)
