import type { CommandOf } from '#shared/edit/command.ts'
import { aNote } from '../build/note.ts'
import { AXIS, SESSION } from './a-consultation.ts'

/** A note that takes a stance, with themes that are there and themes that come with it. */
export const ideaOf = (
  note: string,
  text: string,
  themes: readonly string[],
  newThemes: readonly { readonly id: string; readonly label: string }[],
): CommandOf<'note.capture'> => {
  const place = { session: SESSION, axis: AXIS }
  const said = { themes: [...themes], newThemes: [...newThemes] }
  return aNote({ note, text, ...place, noteKind: 'idea', stance: 'supports', at: 1, ...said })
}

type Changes = Partial<Pick<CommandOf<'notes.edit'>, 'set' | 'addThemes' | 'removeThemes'>>

/** A change of some notes. */
export const changeOf = (notes: readonly string[], changes: Changes): CommandOf<'notes.edit'> => ({
  type: 'notes.edit',
  notes: [...notes],
  set: {},
  addThemes: [],
  newThemes: [],
  removeThemes: [],
  ...changes,
})
