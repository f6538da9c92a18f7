/**
 * What has no canonical form: floats, -0, unsafe integers, lone surrogates, accents without end, `undefined`, depths
 * without end.
 */
export class NotCanonical extends Error {}

const LONE_SURROGATE = /\p{Surrogate}/u
/** Nothing to escape, and the same in every normal form: most ids, keys and keywords. */
const PLAIN = /^[ !#-[\]-~]*$/

/** More accents on one letter than any script writes: putting them in order takes the square of their number. */
const MOST_ACCENTS = 64
const ACCENTS = /\p{M}+/gu

export function hasEndlessAccents(text: string): boolean {
  if (text.length <= MOST_ACCENTS) return false
  for (const [accents] of text.matchAll(ACCENTS)) if (accents.length > MOST_ACCENTS) return true
  return false
}

function textOf(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (LONE_SURROGATE.test(text)) throw new NotCanonical('lone surrogate')
  if (hasEndlessAccents(text)) throw new NotCanonical('accents without end')
  // Of a well-formed string `JSON.stringify` escapes what RFC 8785 § 3.2.2.2 does, in the same way.
  return JSON.stringify(text.normalize('NFC'))
}

/** Deeper than any operation or manifest: deeper still is an attack on whoever reads it. */
const DEEPEST = 16

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return textOf(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonical(`number ${value}`)
    return String(value)
  }
  if (typeof value !== 'object') throw new NotCanonical(typeof value)
  if (depth > DEEPEST) throw new NotCanonical('too deep')
  return Array.isArray(value)
    ? `[${value.map((item) => write(item, depth + 1)).join(',')}]`
    : writeObject(value as Readonly<Record<string, unknown>>, depth + 1)
}

function normalKey(key: string): string {
  if (hasEndlessAccents(key)) throw new NotCanonical('accents without end')
  return key.normalize('NFC')
}

function writeObject(object: Readonly<Record<string, unknown>>, depth: number): string {
  const members = new Map<string, string>()
  for (const key of Object.keys(object)) {
    members.set(PLAIN.test(key) ? key : normalKey(key), write(object[key], depth))
  }
  // Without a comparison of its own, `sort` goes by UTF-16 units, as RFC 8785 § 3.2.3 asks.
  const keys = [...members.keys()].toSorted()
  return `{${keys.map((key) => `${textOf(key)}:${members.get(key)}`).join(',')}}`
}

/**
 * The one text of a value: RFC 8785 over NFC strings, booleans, safe integers, null, lists and objects of these.
 * Two programs, today or later, get the same digest from it. Throws `NotCanonical` for anything else.
 */
export const canonical = (value: unknown): string => write(value, 0)
