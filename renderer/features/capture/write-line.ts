import { edit } from '../../state/edits.ts'
import { leaveEdit, lineRefused, lineWritten, sendLine, showFailure } from './capture-store.ts'
import { captureCommand, correctionCommand, type FinishedLine } from './commit.ts'
import type { Note } from '#shared/model/record.ts'

/** Writes a new note: the field is free at once, and gets its words back if the disk refuses them. */
export async function writeNote(line: FinishedLine, session: string, lang: string): Promise<void> {
  const command = captureCommand(line, session, lang)
  if (command === null) return
  sendLine(line)
  const result = await edit(command)
  if (result.ok) lineWritten(line)
  else lineRefused(line, result.failure)
}

/** Writes a correction; the note stays in the field until the disk has it. */
export async function writeCorrection(note: Note, speaker: string | null, line: FinishedLine, lang: string) {
  const command = correctionCommand(note, speaker, line, lang)
  const result = command === null ? null : await edit(command)
  if (result === null || result.ok) leaveEdit()
  else showFailure(result.failure)
}
