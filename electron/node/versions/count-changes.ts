import type { KindChanges } from '#shared/contract/version-calls.ts'
import type { AnyRecord } from '#shared/model/record.ts'

const NONE: KindChanges = { added: 0, changed: 0, away: 0 }

/** How many records of each kind came, changed or left. */
export function countChanges(
  changes: Iterable<readonly [before: AnyRecord | null, after: AnyRecord | null]>,
): Readonly<Record<string, KindChanges>> {
  const kinds = new Map<string, KindChanges>()
  for (const [before, after] of changes) {
    const kind = (after ?? before)?.kind
    if (kind === undefined) continue
    const counts = kinds.get(kind) ?? NONE
    const what = before === null ? 'added' : after === null ? 'away' : 'changed'
    kinds.set(kind, { ...counts, [what]: counts[what] + 1 })
  }
  return Object.fromEntries(kinds)
}

export function countNotes(records: Iterable<AnyRecord>): number {
  let notes = 0
  for (const { kind } of records) if (kind === 'note') notes += 1
  return notes
}
