import type { Digest } from '../kit/ports.ts'
import { canonical } from './canonical.ts'
import type { FoldState } from './fold-state.ts'
import { readRecord, valuesOf } from './read-record.ts'

/**
 * One digest for what a workspace says: the sorted (record, field, values) of live records, and the dropped operations.
 * Stamps, imports, order of arrival and ids of operations take no part, so two workspaces that say the same are equal.
 */
export function canonicalHash(fold: FoldState, digest: Digest): string {
  const lines: string[] = []
  for (const [id, record] of fold.records) {
    if (readRecord(fold, id) === null) continue
    for (const [field, state] of record.fields) {
      const values = valuesOf(record.kind, field, state).filter((value) => value !== null)
      if (values.length > 0) lines.push(canonical([id, field, ...values.map(canonical)]))
    }
  }
  const dropped = [...fold.dropped].map((id) => canonical(['dropped', id]))
  return digest([...lines, ...dropped].toSorted().join('\n'))
}
