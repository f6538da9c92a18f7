import { canonical } from '../operation/canonical.ts'
import { deletionOf } from '../operation/deletion.ts'
import { liveHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Head } from '../operation/operation.ts'

/** What the author of a deletion had read, by operation and by value: an undo in between gives values other operations. */
export interface Seen {
  readonly heads: NonNullable<Head['seen']>
  readonly values: ReadonlySet<string>
}

/** What a standing deletion had seen; `null` when this operation deletes nothing. */
export function seenBy(fold: FoldState, record: string, deletion: string): Seen | null {
  const state = fold.records.get(record)
  const heads = state?.deletions.get(deletion)
  if (state === undefined || heads === undefined) return null
  const ids = new Set(Object.values(heads).flat())
  const values = new Set<string>()
  // Of no effect, since someone wrote what it had not read: the same words as it had read are still theirs.
  if (deletionOf(state) === 'kept') return { heads, values }
  for (const [field, written] of state.fields) {
    for (const [id, { value }] of written.heads) if (ids.has(id)) values.add(canonical([field, value]))
  }
  return { heads, values }
}

/** The same deletion put back: it has seen what it had seen, also where undo and redo wrote it anew, and nothing more. */
export function seenAgain(fold: FoldState, record: string, { heads, values }: Seen): Seen['heads'] {
  const state = fold.records.get(record)
  if (state === undefined) return heads
  const known = new Set(Object.values(heads).flat())
  for (const [field, written] of state.fields) {
    for (const [id, { value }] of written.heads) if (values.has(canonical([field, value]))) known.add(id)
  }
  const live = Object.entries(liveHeads(state)).map(([k, ids]) => [k, ids.filter((id) => known.has(id))] as const)
  return { ...heads, ...Object.fromEntries(live.filter(([k]) => Object.hasOwn(heads, k))) }
}
