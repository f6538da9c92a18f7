import type { UndoStep } from '#shared/edit/undo.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { waitingLoosenings } from '#shared/operation/waiting.ts'

/** What is needed to tighten again what these loosenings are about to loosen; `fold` has not accepted them yet. */
export function acceptingStep(fold: FoldState, ids: readonly string[]): UndoStep {
  const wanted = new Set(ids)
  const fields = waitingLoosenings(fold)
    .filter(({ id }) => wanted.has(id))
    .map(({ id, record, now, asked }) => ({
      record,
      kind: fold.records.get(record)?.kind ?? '',
      class: 'c' as const,
      field: 'level',
      operation: id,
      former: [{ value: now, seen: null }],
      written: asked,
      isNew: false,
    }))
  return { label: 'loosenings.accept', fields }
}
