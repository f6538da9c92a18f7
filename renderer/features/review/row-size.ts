/** Heights of the two classes of rows, in CSS pixels: fixed, so that a long list scrolls without measuring anything. */
export const ROW_HEIGHT = { one: 56, two: 76 } as const
export type RowSize = keyof typeof ROW_HEIGHT

/** Average width of a letter at 14 px, in CSS pixels; Chinese, Japanese and Korean letters are as wide as high. */
const LETTER = 6.9
const WIDE_LETTER = 14
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Whether a text is expected to need a second line in a column of `width` pixels. */
export function rowSize(text: string, width: number): RowSize {
  if (text.includes('\n')) return 'two'
  return text.length * (WIDE.test(text) ? WIDE_LETTER : LETTER) > width ? 'two' : 'one'
}
