import type { Note, Records } from '#shared/model/record.ts'
import { levelOfConsultation, levelOfNote, type Level } from '#shared/privacy/levels.ts'

const known = new WeakMap<Records, number>()

/** The level that a whole consultation is held to, looked for once among all its records. */
function consultationLevel(records: Records): number {
  const level = known.get(records) ?? levelOfConsultation(records)
  known.set(records, level)
  return level
}

/** The level that a note is held to: cheap, for rows that are drawn while one scrolls. */
export const noteLevel = (records: Records, note: Note): Level => levelOfNote(records, note, consultationLevel(records))
