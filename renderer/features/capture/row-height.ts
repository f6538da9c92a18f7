import { scriptOf } from './note-language.ts'

/** Heights of the two classes of rows, in CSS pixels: fixed, so that a long feed scrolls without measuring anything. */
export const ROW_HEIGHT = { one: 56, two: 76 } as const
/** What a row with attachments is taller by. */
export const ATTACHED_HEIGHT = 44
export type RowSize = keyof typeof ROW_HEIGHT

/** Average width of a letter at 14 px, in CSS pixels, and of those of scripts that are wider or narrower. */
const LETTER = 6.7
const LETTERS: Readonly<Record<string, number>> = { Arab: 6.3, Cyrl: 7.5, Hans: 14, Jpan: 14, Kore: 13 }

/** Whether a text is expected to need a second line in a column of `width` pixels. */
export function rowSize(text: string, width: number): RowSize {
  if (text.includes('\n')) return 'two'
  const letter = LETTERS[scriptOf(text) ?? ''] ?? LETTER
  return text.length * letter > width ? 'two' : 'one'
}
