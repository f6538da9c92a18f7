/**
 * Widths of the letters from space to tilde, in hundredths of the type size, as measured in Carlito Bold: the widest
 * face a table uses, and of the same widths as Calibri Bold.
 */
// prettier-ignore
const ASCII = [
  23, 33, 44, 50, 51, 73, 70, 23, 31, 31, 50, 50, 26, 31, 27, 43, 51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 28, 28, 50, 50, 50, 46,
  90, 61, 56, 53, 63, 49, 46, 64, 63, 27, 33, 55, 42, 87, 66, 68, 53, 69, 56, 47, 50, 65, 59, 91, 55, 52, 48, 32, 43, 32, 50, 50,
  30, 49, 54, 42, 54, 50, 32, 47, 54, 25, 26, 48, 25, 81, 54, 54, 54, 54, 36, 40, 35, 54, 47, 75, 46, 47, 40, 34, 48, 34, 50,
]
const CYRILLIC_AND_OTHERS = 64
const PUNCTUATION = 27
const EAST_ASIAN = 102

/** Width of a text on one line, in parts of the type size. Accents weigh nothing. */
export function textWidth(text: string): number {
  const letters = Array.from(text.normalize('NFD').replace(/\p{M}/gu, ''))
  return letters.reduce((width, letter) => width + letterWidth(letter), 0) / 100
}

function letterWidth(letter: string): number {
  const known = ASCII[letter.charCodeAt(0) - 32]
  if (known !== undefined) return known
  if (/[·’‘\u00A0\u202F]/.test(letter)) return PUNCTUATION
  return /[\u3000-\u9FFF\uAC00-\uD7AF\uFF00-\uFF60]/.test(letter) ? EAST_ASIAN : CYRILLIC_AND_OTHERS
}
