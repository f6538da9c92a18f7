import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, NotCanonical } from '#shared/operation/canonical.ts'
import { law } from '../../build/law.ts'

const texts = fc.string({ unit: 'grapheme' })
const scalars = fc.oneof(texts, fc.boolean(), fc.maxSafeInteger(), fc.constant(null))
const values = fc.dictionary(texts, fc.oneof(scalars, fc.array(scalars), fc.dictionary(texts, scalars)))

/** The same object with its keys in another order. */
const turned = (value: unknown): unknown =>
  value === null || typeof value !== 'object' || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, turned(item)]),
      )

describe('The canonical form', () => {
  it('orders keys by their UTF-16 units, as RFC 8785 § 3.2.3 does', () => {
    const given = {
      '€': 'Euro',
      '\r': 'Carriage Return',
      '1': 'One',
      '😀': 'Smiley',
      '\u0080': 'Control',
      ö: 'Diaeresis',
    }
    expect(canonical(given)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Diaeresis","€":"Euro","😀":"Smiley"}',
    )
  })

  it('escapes text as RFC 8785 § 3.2.2.2 does', () => {
    expect(canonical('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
  })

  it('writes literals and safe integers plainly', () => {
    expect(canonical([null, true, false, 0, -1, 9007199254740991])).toBe('[null,true,false,0,-1,9007199254740991]')
  })

  it('is one for a letter written whole and for the same written with its accent apart', () => {
    expect(canonical({ été: 'e\u0301' })).toBe(canonical({ été: 'é' }))
  })

  it.each([0.5, -0, 1e21, Number.NaN, Infinity, 9007199254740992, undefined, 10n, Symbol('x'), '\ud800', 'a\udc00b'])(
    'refuses %s',
    (value) => {
      for (const wrapped of [value, [value], { field: value }]) expect(() => canonical(wrapped)).toThrow(NotCanonical)
    },
  )

  it('refuses a lone surrogate in a key, and what has no end', () => {
    expect(() => canonical({ '\ud800': 1 })).toThrow(NotCanonical)
    expect(() => canonical(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toThrow(NotCanonical)
  })

  it('keeps a field called __proto__ as any other, and changes no prototype', () => {
    const given = JSON.parse('{"__proto__":{"admin":true},"a":1}') as Record<string, unknown>
    expect(canonical(given)).toBe('{"__proto__":{"admin":true},"a":1}')
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  law('is what the library of RFC 8785 writes of strings in normal form', values, (value) => {
    const read = JSON.parse(canonical(value)) as unknown
    expect(canonical(value)).toBe(canonicalize(read))
  })

  law('does not depend on the order of keys, and reads back as it was', values, (value) => {
    expect(canonical(turned(value))).toBe(canonical(value))
    expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
  })
})
