import type { Outline } from './outline.ts'

declare const sanitised: unique symbol
/** An outline whose every text has passed {@link sanitiseOutline}: the only kind the Word writer takes. */
export type SanitisedOutline = Outline & { readonly [sanitised]: true }

/** Letter, private to us, that opens the names of the writer's numberings; no text may carry it, or it could be read as one. */
export const NUMBERING_MARK = '\uF5A3'

/** What XML or Word refuses, or would quietly lose: noncharacters, lone surrogates, controls, our own mark. */
const UNWANTED = new RegExp(
  `\\p{Noncharacter_Code_Point}|\\p{Cs}|[\\u0000-\\u0008\\u000B-\\u001F${NUMBERING_MARK}]`,
  'gu',
)
const LINE_BREAKING = '\u000B\u000C\r'
const LONE_SURROGATE = /\p{Cs}/u
const REPLACEMENT = '\uFFFD'

/** Opening direction marks and what closes them: embeddings and overrides by PDF, isolates by PDI. */
const POP_DIRECTION = '\u202C'
const POP_ISOLATE = '\u2069'
const OPENING = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g

/**
 * A text that Word can hold and that cannot disguise its neighbours; `changed` counts the characters that were
 * replaced, dropped or added. Windows line ends become plain ones without being counted.
 */
export function sanitise(text: string): { text: string; changed: number } {
  let changed = 0
  const kept = text.replaceAll('\r\n', '\n').replace(UNWANTED, (character) => {
    changed += 1
    if (LINE_BREAKING.includes(character)) return '\n'
    return LONE_SURROGATE.test(character) ? REPLACEMENT : ''
  })
  const closing = closingMarks(kept)
  return { text: kept + closing, changed: changed + closing.length }
}

/** The marks that close what the text leaves open, innermost first. */
function closingMarks(text: string): string {
  const open: string[] = []
  for (const [mark] of text.matchAll(DIRECTION_MARKS)) {
    if (OPENING.test(mark)) open.push(mark >= '\u2066' ? POP_ISOLATE : POP_DIRECTION)
    else if (mark === POP_ISOLATE && open.includes(POP_ISOLATE)) open.length = open.lastIndexOf(POP_ISOLATE)
    else if (open.at(-1) === mark) open.pop()
  }
  return open.reverse().join('')
}

/** The one border between people's texts and a document: every text of the outline, sanitised, and how much was changed. */
export function sanitiseOutline(outline: Outline): { outline: SanitisedOutline; changed: number } {
  let changed = 0
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const clean = sanitise(value)
      changed += clean.changed
      return clean.text
    }
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
  }
  return { outline: walk(outline) as SanitisedOutline, changed }
}
