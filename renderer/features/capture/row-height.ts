import type { Note } from '#shared/model/record.ts'
import { scriptOf } from './note-language.ts'

/** Heights of the two classes of rows, in CSS pixels: fixed, so that a long feed scrolls without measuring anything. */
export const ROW_HEIGHT = { one: 56, two: 76 } as const
/** What a row with attachments is taller by. */
export const ATTACHED_HEIGHT = 44
export type RowSize = keyof typeof ROW_HEIGHT

/** Average width of a letter at 14 px, in CSS pixels, and of those of scripts that are wider or narrower. */
const LETTER = 6.7
const LETTERS: Readonly<Record<string, number>> = { Arab: 6.3, Cyrl: 7.5, Hans: 14, Jpan: 14, Kore: 13 }

/** The room that a text is expected to take on one line, in CSS pixels. */
const widthOf = (text: string): number =>
  text.includes('\n') ? Number.POSITIVE_INFINITY : text.length * (LETTERS[scriptOf(text) ?? ''] ?? LETTER)

/** Whether a text is expected to need a second line in a column of `width` pixels. */
export const rowSize = (text: string, width: number): RowSize => (widthOf(text) > width ? 'two' : 'one')

const widths = new WeakMap<Note, number>()

/** The same of a note, whose text is read once: a feed of thousands asks again with each new one. */
export function sizeOfNote(note: Note, width: number): RowSize {
  const room = widths.get(note) ?? widthOf(note.f.text ?? '')
  widths.set(note, room)
  return room > width ? 'two' : 'one'
}
