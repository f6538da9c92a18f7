import { fail, ok } from '../kit/result.ts'
import { pairId } from '../model/pair.ts'
import { isKind } from '../model/record.ts'
import type { CommandOf } from './command.ts'
import { draft, type Draft } from './draft.ts'
import type { EditContext, EditResult } from './edit-context.ts'

/** Writes what a person says of pairs of notes; nothing else of the notes changes. */
export function judgePairs({ records }: EditContext, { pairs, judgement }: CommandOf<'pairs.judge'>): EditResult {
  const drafts: Draft[] = []
  for (const pair of pairs) {
    for (const id of [pair.one, pair.other]) {
      const note = records.get(id)
      if (note === undefined || !isKind(note, 'note')) return fail({ type: 'RecordNotFound', record: id })
    }
    if (pair.one === pair.other) return fail({ type: 'InvalidValue', kind: 'pair', field: 'other' })
    const [one, other] = [pair.one, pair.other].toSorted()
    // A pair that was put away, by a return to a former state, is there again.
    drafts.push(draft('pair', pairId(pair.one, pair.other), { one, other, judgement, deleted: null } as Draft['set']))
  }
  return ok(drafts)
}
