import type { AnyRecord, Records } from './record.ts'

/** What a write did: each touched record before and after, `null` where there was or is none. */
export type Change = Readonly<Record<string, readonly [before: AnyRecord | null, after: AnyRecord | null]>>

/** The change that leads back. */
export const reverseChange = (change: Change): Change =>
  Object.fromEntries(Object.entries(change).map(([id, [before, after]]) => [id, [after, before]]))

/** The records after a change; the given map is left as it was. */
export function applyChange(records: Records, change: Change): Records {
  const next = new Map(records)
  for (const [id, [, after]] of Object.entries(change)) {
    if (after === null) next.delete(id)
    else next.set(id, after)
  }
  return next
}

/** Two changes as one; what comes back to where it started is left out. */
export function composeChanges(first: Change, second: Change): Change {
  const composed: Record<string, readonly [AnyRecord | null, AnyRecord | null]> = { ...first }
  for (const [id, [before, after]] of Object.entries(second)) {
    const start = first[id] === undefined ? before : first[id][0]
    if (start === null && after === null) delete composed[id]
    else composed[id] = [start, after]
  }
  return composed
}

/** The change from one state to another; records equal by identity are taken as unchanged. */
export function changeBetween(before: Records, after: Records): Change {
  const change: Record<string, readonly [AnyRecord | null, AnyRecord | null]> = {}
  for (const [id, record] of after) {
    const former = before.get(id) ?? null
    if (former !== record) change[id] = [former, record]
  }
  for (const [id, record] of before) if (!after.has(id)) change[id] = [record, null]
  return change
}
