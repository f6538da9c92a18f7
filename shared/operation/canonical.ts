import canonicalize from 'canonicalize'

/** What has no canonical form: floats, -0, unsafe integers, lone surrogates, `undefined`, depths without end. */
export class NotCanonical extends Error {}

const LONE_SURROGATE = /\p{Surrogate}/u

function canonicalText(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new NotCanonical('lone surrogate')
  return text.normalize('NFC')
}

/** Deeper than any operation or manifest: deeper still is an attack on whoever reads it. */
const DEEPEST = 16

function normalised(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonical(`number ${value}`)
    return value
  }
  if (typeof value !== 'object') throw new NotCanonical(typeof value)
  if (depth > DEEPEST) throw new NotCanonical('too deep')
  if (Array.isArray(value)) return value.map((item) => normalised(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [canonicalText(key), normalised(item, depth + 1)]),
  )
}

/**
 * The one text of a value: RFC 8785 over NFC strings, booleans, safe integers, null, lists and objects of these.
 * Two programs, today or later, get the same digest from it. Throws `NotCanonical` for anything else.
 */
export function canonical(value: unknown): string {
  const text = canonicalize(normalised(value))
  if (text === undefined) throw new NotCanonical('undefined')
  return text
}
