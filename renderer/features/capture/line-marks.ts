import type { STANCES } from '#shared/model/kinds.ts'
import { type Grammar, kindOfPrefix } from './grammar.ts'

type Stance = (typeof STANCES)[number]

/** What the signs at both ends of a line say of the whole note. */
export interface Marks {
  readonly kind: string | null
  readonly stance: Stance | null
  /** A figure or a fact to be verified. */
  readonly toCheck: boolean
}

/**
 * Stances by a sign that keyboards of every language have, and that nobody begins a line with: lists begin with a dash,
 * and figures with a sign before a digit. It touches the first word.
 */
const STANCE_OF: Readonly<Record<string, Stance>> = { '+': 'supports', '%': 'nuances', _: 'opposes' }

const KIND = /^([!>])\s*/u
/** Quote marks stay, since they are part of what was said. */
const QUOTED = /^["«“]/u
const STANCE = /^([+%_])(?=[\p{L}!>"«“?؟])/u
const CHECK = /^[?؟](?![?؟!])\s*/u
/** A colon before a slash belongs to a path or to an address. */
const PREFIX = /^(\p{L}{1,2}):(?![\\/])\s*/u

interface Found extends Partial<Marks> {
  /** How many characters the mark takes out of the line. */
  readonly length: number
}

function findKind(text: string, grammar: Grammar): Found | null {
  const sign = KIND.exec(text)
  if (sign !== null) return { kind: sign[1] === '!' ? 'recommendation' : 'quote', length: sign[0].length }
  if (QUOTED.test(text)) return { kind: 'quote', length: 0 }
  const [whole = '', letters = ''] = PREFIX.exec(text) ?? []
  const kind = kindOfPrefix(letters, grammar)
  return kind === null ? null : { kind, length: whole.length }
}

function findStance(text: string): Found | null {
  const [sign] = STANCE.exec(text) ?? []
  return sign === undefined ? null : { stance: STANCE_OF[sign] ?? null, length: sign.length }
}

function findCheck(text: string): Found | null {
  const sign = CHECK.exec(text)
  return sign === null ? null : { toCheck: true, length: sign[0].length }
}

const NO_MARKS: Marks = { kind: null, stance: null, toCheck: false }

/** Takes the marks that a text begins with, at most one of each, in any order; `said` is what was found before. */
export function takeMarks(text: string, grammar: Grammar, said: Marks = NO_MARKS): Marks & { readonly text: string } {
  const found =
    (said.kind === null ? findKind(text, grammar) : null) ??
    (said.stance === null ? findStance(text) : null) ??
    (said.toCheck ? null : findCheck(text))
  if (found === null) return { ...said, text }
  const { length, ...mark } = found
  const marks = { ...said, ...mark }
  // An opening quote begins what was said.
  return length === 0 ? { ...marks, text } : takeMarks(text.slice(length), grammar, marks)
}

/** Two dots, no more, at the end: what must not be told of anyone. */
const SENSITIVE = /(?<![.…\\])\.\.$/u
const ESCAPED_END = /\\\.\.$/u

export function takeEnd(text: string): { readonly text: string; readonly sensitive: boolean } {
  if (SENSITIVE.test(text)) return { text: text.slice(0, -2).trimEnd(), sensitive: true }
  return { text: text.replace(ESCAPED_END, '..'), sensitive: false }
}

export const escapeEnd = (text: string): string =>
  SENSITIVE.test(text) || ESCAPED_END.test(text) ? `${text.slice(0, -2)}\\..` : text
