import { canonical } from '../operation/canonical.ts'
import { deletionOf } from '../operation/deletion.ts'
import { liveHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Head, Operation } from '../operation/operation.ts'

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

/**
 * The same deletion put back: it has seen what it had seen, also where undo and redo wrote it anew, `beside` it in the same
 * batch included, and nothing more.
 */
export function seenAgain(
  fold: FoldState,
  record: string,
  { heads, values }: Seen,
  beside: readonly Operation[],
): Seen['heads'] {
  const state = fold.records.get(record)
  if (state === undefined) return heads
  const known = new Set(Object.values(heads).flat())
  for (const [field, written] of state.fields) {
    for (const [id, { value }] of written.heads) if (values.has(canonical([field, value]))) known.add(id)
  }
  // What was replaced since stays read: it may stand again when a contribution is taken out.
  const again = new Map<string, readonly string[]>(Object.entries(heads))
  for (const [k, ids] of Object.entries(liveHeads(state))) {
    const before = again.get(k)
    if (before !== undefined) again.set(k, [...new Set([...before, ...ids.filter((id) => known.has(id))])])
  }
  for (const { id, head, body } of beside) {
    // What comes back as nothing was nothing then.
    const isSeen = Object.entries(body?.set ?? {}).every(
      ([field, value]) => value === null || values.has(canonical([field, value])),
    )
    if (head.r === record && isSeen && again.has(head.k)) again.set(head.k, [...(again.get(head.k) ?? []), id])
  }
  return Object.fromEntries(again)
}
