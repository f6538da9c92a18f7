import { canonical } from '../operation/canonical.ts'
import { deletionOf } from '../operation/deletion.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Operation, Value } from '../operation/operation.ts'

/** A value that stands here, or with `deleted` a whole record, and what an operation would put in its place. */
export interface TakenOver {
  readonly record: string
  readonly kind: string
  readonly field: string
  readonly was: readonly Value[]
  /** Undefined when what replaces it is withheld, as in what only some may read. */
  readonly becomes: Value | undefined
}

/** What stands here and operations would put out of force, whoever wrote it: what only a known sender may do. */
export function takenOver(fold: FoldState, operations: Iterable<Operation>): readonly TakenOver[] {
  const taken: TakenOver[] = []
  for (const { id, head, body } of operations) {
    const record = fold.records.get(head.r)
    // One that is here already, even as a bare head, has replaced what it replaces.
    if (record === undefined || fold.known.has(id)) continue
    const about = { record: head.r, kind: record.kind }
    for (const [field, ids] of Object.entries(head.o ?? {})) {
      const heads = record.fields.get(field)?.heads
      const replaced = ids.flatMap((former) => heads?.get(former) ?? []).filter(({ genesis }) => genesis === undefined)
      const was = new Map(replaced.map(({ value }) => [canonical(value), value]))
      if (replaced.length > 0)
        taken.push({
          ...about,
          field,
          was: [...was].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value),
          becomes: body?.set[field],
        })
    }
    if (body?.set['deleted'] === true && deletionOf(record) !== 'deleted') {
      taken.push({ ...about, field: 'deleted', was: [], becomes: true })
    }
  }
  return taken
}
