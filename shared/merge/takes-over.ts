import { deletionOf } from '../operation/deletion.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Operation } from '../operation/operation.ts'

/** How many values and records that stand here operations would put out of force: what only a known sender may do. */
export function takesOver(fold: FoldState, operations: Iterable<Operation>): number {
  let taken = 0
  for (const { id, head, body } of operations) {
    const record = fold.records.get(head.r)
    // One that is here already, even as a bare head, has replaced what it replaces.
    if (record === undefined || fold.known.has(id)) continue
    for (const [field, ids] of Object.entries(head.o ?? {})) {
      const heads = record.fields.get(field)?.heads
      if (ids.some((former) => heads?.get(former)?.genesis === undefined && heads?.has(former))) taken += 1
    }
    if (body?.set['deleted'] === true && deletionOf(record) !== 'deleted') taken += 1
  }
  return taken
}
