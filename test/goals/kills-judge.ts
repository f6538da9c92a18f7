import type { Found, Seen, Typist } from './kills-typist.ts'

/**
 * Milliseconds before the end of everything within which the last keys may be lost; beside what the computer was late
 * with anything at that moment.
 */
export const WITHIN_MS = 250

export interface Complaint {
  readonly words: string
  /** Acknowledged notes that are not there. */
  readonly lost: number
}

/** What is wrong with what was found after a kill, or null; `late`: how late the computer was then with anything, in ms. */
export function complaintOf(
  { seen, entered, underWay, killedAt }: Typist,
  found: Found,
  late: number,
): Complaint | null {
  const before = seen[0]?.notes ?? 0
  const acknowledged = (seen.at(-1)?.notes ?? 0) - before
  const lost = entered.slice(0, acknowledged).filter((text) => countOf(found.texts, text) !== 1)
  if (lost.length > 0)
    return { words: `notes that were shown are not there once: ${lost.join(' | ')}`, lost: lost.length }
  const due = Math.max(
    0,
    seen.findLastIndex(({ at }) => at <= killedAt - WITHIN_MS - late),
  )
  const written = entered.slice(0, seen[due]?.entered ?? 0)
  const missing = written.filter((text) => countOf(found.texts, text) === 0 && !found.text.includes(text))
  if (missing.length > 0) return { words: `handed over and nowhere: ${missing.join(' | ')}`, lost: 0 }
  const allowed = seen.slice(due)
  const isBack = allowed.some((one) => isShown(one, linesBack(entered.slice(0, one.entered), found), found))
  if (isBack || isUnderWay(seen.at(-1), underWay, found)) return null
  const told = allowed.map(
    ({ text, caret, beside, at }) => `${at - killedAt} ms: ${JSON.stringify({ text, caret, beside })}`,
  )
  return {
    words: `found ${JSON.stringify(found)}\n  ${late} ms late, after ${told.join('\n    ')}\n    then ${underWay}`,
    lost: 0,
  }
}

const countOf = (texts: readonly string[], text: string): number => texts.filter((one) => one === text).length

/** Lines handed over that were not written: they are to be in the field, before what was typed since. */
const linesBack = (handedOver: readonly string[], { texts }: Found): readonly string[] =>
  handedOver.filter((text) => countOf(texts, text) === 0)

function isShown({ text, caret, beside }: Seen, back: readonly string[], found: Found): boolean {
  if (back.length > 0) return found.text.trim() === [...back, text].join('\n').trim()
  return found.text === text && found.caret === caret && found.beside === beside
}

/** The last key may have been kept although nobody saw what it did. */
function isUnderWay(last: Seen | undefined, key: string, found: Found): boolean {
  if (last === undefined || key === '') return false
  const { text, caret } = last
  if (key === 'Enter') return found.text === ''
  if (key.length > 1) return found.text.trim() === text.trim()
  // A space turns the theme before it into a chip.
  const isTaken = key === ' ' && found.text.trim() === text.replace(/#\w+$/u, '').trim()
  return isTaken || found.text === `${text.slice(0, caret)}${key}${text.slice(caret)}`
}
