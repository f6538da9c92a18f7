/** A letter of a script written from right to left. */
export const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const RTL_LETTERS = new RegExp(RTL_LETTER, 'gu')
const LETTERS = /[\p{L}\p{N}]/gu

/** Letters from right to left and what stands between them, without the spaces around. */
const RTL_STRETCH = new RegExp(`(${RTL_LETTER.source}(?:[^\\p{L}\\n]*${RTL_LETTER.source})*)`, 'u')

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whether most letters of a text are written from right to left: then so is its paragraph. */
export const isMostlyRtl = (text: string): boolean => 2 * count(text, RTL_LETTERS) > count(text, LETTERS)

/** The text cut where the direction of its letters changes. */
export function cutByDirection(text: string): readonly { text: string; rtl: boolean }[] {
  if (!RTL_LETTER.test(text)) return [{ text, rtl: false }]
  const pieces = text.split(RTL_STRETCH).map((piece, index) => ({ text: piece, rtl: index % 2 === 1 }))
  return pieces.filter((piece) => piece.text !== '')
}
