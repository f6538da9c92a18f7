import type { Note } from '#shared/model/record.ts'
import { newId } from '../../state/new-id.ts'
import { usePage } from '../../state/workspace-store.ts'
import { useCapture } from './capture-store.ts'
import { finish, type Floor, type Programme } from './commit.ts'
import { noteLanguage } from './note-language.ts'
import { act } from './voice-acts.ts'
import { writeCorrection } from './write-line.ts'

/** Cuts the note that is being corrected at the caret: what was corrected is written first. */
export async function splitAtCaret(note: Note, was: Floor, programme: Programme, language: string) {
  const { line, caret } = useCapture.getState()
  const whole = finish(line, programme)
  const first = finish({ ...line, text: line.text.slice(0, caret) }, programme).said
  const isCut = first !== '' && whole.said.startsWith(first) && whole.said.slice(first.length).trim() !== ''
  if (!isCut) return
  await writeCorrection(note, was, whole, noteLanguage(whole.said, line.lang, language))
  // Refused, the correction is still in the field.
  if (usePage.getState().workspace?.records.get(note.id)?.f['text'] !== whole.said) return
  await act({ type: 'note.split', note: note.id, second: newId(), at: first.length })
}
