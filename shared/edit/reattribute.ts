import { fail } from '../kit/result.ts'
import { isKind } from '../model/record.ts'
import type { CommandOf } from './command.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import { editNotes } from './edit-notes.ts'
import { turnFrom } from './turns.ts'

/** Gives a note, or a whole turn from it on, to someone else. Whoever says so is sure. */
export function reattribute(context: EditContext, command: CommandOf<'notes.reattribute'>): EditResult {
  const note = context.records.get(command.note)
  if (note === undefined || !isKind(note, 'note')) return fail({ type: 'RecordNotFound', record: command.note })
  const { speaker } = command
  if (speaker !== null && context.records.get(speaker)?.kind !== 'speaker')
    return fail({ type: 'RecordNotFound', record: speaker })
  const notes = command.following ? turnFrom(context.records, note) : [note]
  return editNotes(context, {
    type: 'notes.edit',
    notes: notes.map(({ id }) => id),
    set: { doubtful: null },
    speaker,
    addThemes: [],
    newThemes: [],
    removeThemes: [],
  })
}
