import { textWidth } from './letter-widths.ts'

/** A length above which a word may be cut: it is not a word people read. */
const LONGEST_WORD = 26

/** Where Word may end a line: after a space or a hyphen, and beside a letter of East Asia. */
const BETWEEN_WORDS = /(?<=[ \t\n\u200B-])|(?=[\u3000-\u9FFF\uAC00-\uD7AF])|(?<=[\u3000-\u9FFF\uAC00-\uD7AF])/

/** Width of the longest word of a text, in parts of the type size. */
export const longestWord = (text: string): number =>
  Math.max(0, ...text.split(BETWEEN_WORDS).map((word) => textWidth(word.trimEnd().slice(0, LONGEST_WORD))))

/**
 * Shares a width between columns, in whole units that add up to it. Each column has the share it asks for, but never
 * less than its minimum: what it lacks is taken from the others. Minimums that do not fit are all shrunk alike.
 */
export function shareWidth(total: number, shares: readonly number[], minimums: readonly number[]): number[] {
  const needed = minimums.reduce((sum, minimum) => sum + minimum, 0)
  if (needed >= total)
    return roundTo(
      total,
      minimums.map((minimum) => (minimum * total) / needed),
    )
  const widths = new Map<number, number>()
  for (;;) {
    const open = shares.flatMap((share, column) => (widths.has(column) ? [] : [{ share, column }]))
    const room = total - [...widths.values()].reduce((sum, width) => sum + width, 0)
    const asked = open.reduce((sum, { share }) => sum + share, 0)
    const wish = (share: number) => (room * share) / asked
    const tight = open.filter(({ share, column }) => wish(share) < (minimums[column] ?? 0))
    for (const { column } of tight) widths.set(column, minimums[column] ?? 0)
    if (tight.length > 0) continue
    return roundTo(
      total,
      shares.map((share, column) => widths.get(column) ?? wish(share)),
    )
  }
}

/** Shares again what some columns have together, so that the white between their words is the same. */
export function evenGaps(widths: readonly number[], minimums: readonly number[], columns: readonly number[]): number[] {
  const sum = (lengths: readonly number[]) => columns.reduce((total, column) => total + (lengths[column] ?? 0), 0)
  const white = (sum(widths) - sum(minimums)) / columns.length
  const even = widths.map((width, column) => (columns.includes(column) ? (minimums[column] ?? 0) + white : width))
  return roundTo(
    widths.reduce((total, width) => total + width, 0),
    even,
  )
}

/** Rounds each edge between columns rather than each width, so that nothing is lost on the way. */
function roundTo(total: number, widths: readonly number[]): number[] {
  let edge = 0
  return widths.map((width, column) => {
    const start = Math.round(edge)
    edge = column === widths.length - 1 ? total : edge + width
    return Math.round(edge) - start
  })
}
