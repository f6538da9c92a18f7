import { describe, expect, it } from 'vitest'
import { whyUnreadable } from '#shared/exchange/why-unreadable.ts'
import { LIMITS } from '#shared/exchange/limits.ts'

describe('a line that cannot be read', () => {
  it.each([
    ['x'.repeat(LIMITS.lineCharacters + 1), 'too-long'],
    ['['.repeat(65), 'too-deep'],
    ['{"a":'.repeat(1_000_000 / 5), 'too-deep'],
    [`"${'\\"'.repeat(500_000)}`, 'not-json'],
    ['{"a":1', 'not-json'],
    ['{"a":NaN}', 'not-json'],
    ["{'a':1}", 'not-json'],
    ['{"a":1,"a":2}', 'key-twice'],
    ['{"a":{"b":1,"b":1}}', 'key-twice'],
    ['[]', 'no-object'],
    ['null', 'no-object'],
    ['{"a":"\\ud800"}', 'broken-letters'],
    [`{"a":"e${'\u0301'.repeat(100)}"}`, 'broken-letters'],
    ['{"a":0.5}', 'number'],
    ['{"a":9007199254740993}', 'number'],
    ['{"a":[1e400]}', 'number'],
    ['{ "a": 1 }', 'other-form'],
    ['{"a":{"b":":","c":"b"},"d":["{","{"]}', 'other-form'],
  ])('says why: %.40s', (line, why) => {
    expect(whyUnreadable(line)).toBe(why)
  })
})
