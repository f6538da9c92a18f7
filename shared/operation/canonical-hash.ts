import type { Digest } from '../kit/ports.ts'
import { canonical } from './canonical.ts'
import { deletionOf } from './deletion.ts'
import { RULES } from './drop.ts'
import { CLAIMED_TWICE, type FoldState, type RecordState } from './fold-state.ts'
import { isRuled, valuesOf } from './read-record.ts'

/**
 * One digest for what a workspace says: the sorted (record, field, values) of live records, and all drops.
 * Stamps, imports, order of arrival and ids of operations take no part, so two workspaces that say the same are equal.
 */
export function canonicalHash(fold: FoldState, digest: Digest): string {
  const lines: string[] = []
  for (const [id, record] of fold.records) lines.push(...linesOf(id, record))
  const dropped = [...fold.dropped].map((id) => canonical(['dropped', id]))
  const erased = [...fold.erased].flatMap(([id, classes]) =>
    [...classes.keys()].map((k) => canonical(['dropped', id, k])),
  )
  return digest([...lines, ...dropped, ...erased].toSorted().join('\n'))
}

/** A line per field that says something; none of a record that is read as nothing. */
function linesOf(id: string, record: RecordState): readonly string[] {
  if (record.kind === CLAIMED_TWICE || deletionOf(record) === 'deleted') return []
  const lines: string[] = []
  let isShown = false
  for (const [field, state] of record.fields) {
    const all = valuesOf(record.kind, field, state)
    const values = all.filter((value) => value !== null)
    if (values.length === 0) continue
    lines.push(canonical([id, field, ...values.map(canonical)]))
    isShown ||= !isRuled(field, record) && (all.length > 1 || !RULES.has(field))
  }
  return isShown ? lines : []
}
