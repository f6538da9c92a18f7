import { changeBetween, type Change } from '#shared/model/change.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { recordsToRead } from '#shared/operation/level-heads.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecord, readRecords } from '#shared/operation/read-record.ts'

/** Reads the touched records again into `records`, and those that they hold to a rule; tells what changed. */
export const refresh = (records: Map<string, AnyRecord>, fold: FoldState, operations: readonly Operation[]): Change =>
  refreshThose(records, fold, new Set(operations.map(({ head }) => head.r)))

export function refreshThose(records: Map<string, AnyRecord>, fold: FoldState, touched: ReadonlySet<string>): Change {
  const change: Record<string, readonly [AnyRecord | null, AnyRecord | null]> = {}
  for (const id of recordsToRead(fold, touched)) {
    const before = records.get(id) ?? null
    const after = readRecord(fold, id)
    if (!touched.has(id) && JSON.stringify(before) === JSON.stringify(after)) continue
    if (after === null) records.delete(id)
    else records.set(id, after)
    change[id] = [before, after]
  }
  return change
}

/** Reads every record, those that say the same as before kept as they were, and tells what changed. */
export function readAgain(before: Records, fold: FoldState): { records: Map<string, AnyRecord>; change: Change } {
  const records = readRecords(fold)
  for (const [id, record] of records) {
    const former = before.get(id)
    if (former !== undefined && JSON.stringify(former) === JSON.stringify(record)) records.set(id, former)
  }
  return { records, change: changeBetween(before, records) }
}
