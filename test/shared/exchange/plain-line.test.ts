import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePatiently } from '#shared/exchange/decode-bundle.ts'
import { plainOperation } from '#shared/exchange/plain-line.ts'
import { canonical } from '#shared/operation/canonical.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { CONSULTATION, idOf, sha256 } from '../../build/author.ts'
import { forged } from '../../build/forge.ts'
import { someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'

const plainly = (line: string) => plainOperation(line, CONSULTATION, sha256)
const patiently = (line: string) => decodePatiently(line, CONSULTATION, sha256)

/** What is read at once is what patience reads; what is not may still be good. */
function holdsFor(line: string): boolean {
  const read = plainly(line)
  if (read !== null) expect(patiently(line)).toEqual(read)
  return read !== null
}

/** A part of an operation changed, and all digests made to fit again: what only the author of a forgery can do. */
function refitted(operation: Operation, change: (parts: Parts) => void): string {
  const parts = JSON.parse(JSON.stringify(operation)) as Parts
  change(parts)
  const [body, stamp] = [JSON.stringify(parts.body), JSON.stringify(parts.stamp)]
  const head = JSON.stringify({ ...parts.head, b: sha256(body), s: sha256(stamp) })
  return `{"body":${body},"head":${head},"id":"${sha256(head)}","stamp":${stamp}}`
}
interface Parts {
  body: Record<string, unknown>
  head: Record<string, unknown>
  stamp: Record<string, unknown>
}

const whole = forged({ record: idOf('a record'), kind: 'note', set: { lang: 'fr', text: 'Plus d’eau' } })
const line = canonical(whole)

/** The line with the text of its body replaced and every digest made to fit that text, however it is written. */
function withBody(text: string): string {
  const { head, stamp } = whole
  const headText = canonical({ ...head, b: sha256(text) })
  return `{"body":${text},"head":${headText},"id":"${sha256(headText)}","stamp":${canonical(stamp)}}`
}

describe('A line read at once', () => {
  law(
    'is read as with patience, for all that this program writes, whole or in part',
    someSteps(),
    (steps) => {
      for (const { id, head, body, stamp } of World.after(steps).operations) {
        const parts = [
          { id, head },
          body && { id, head, body },
          stamp && { id, head, stamp },
          { id, head, body, stamp },
        ]
        for (const part of parts) if (part !== undefined) holdsFor(canonical(JSON.parse(JSON.stringify(part))))
      }
    },
    0.5,
  )

  it('is nearly every line', () => {
    const { operations } = World.after([]).start
    expect(operations.filter((operation) => plainly(canonical(operation)) === null)).toEqual([])
    expect(plainly(canonical({ id: whole.id, head: whole.head }))).toEqual({ id: whole.id, head: whole.head })
  })

  law(
    'is never a line with a character changed, unless patience reads the same',
    fc.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 2 })),
    ([at, put]) => {
      const place = at % line.length
      holdsFor(line.slice(0, place) + put + line.slice(place + 1))
      holdsFor(line.slice(0, place) + put + line.slice(place))
    },
    20,
  )

  law(
    'is never a forgery that fits, unless patience reads the same',
    fc.tuple(
      fc.jsonValue(),
      fc.constantFrom('body', 'head', 'stamp', 'set'),
      fc.constantFrom('x', 'b', 'k', 'o', 'seen', 'g', 'text', 'level', 'n', 'zz', '9', '__proto__', 't', 'r', 'set'),
    ),
    ([value, part, key]) => {
      holdsFor(
        refitted(JSON.parse(line) as Operation, (parts) => {
          const target = part === 'set' ? (parts.body['set'] as Record<string, unknown>) : parts[part]
          Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
        }),
      )
    },
    20,
  )

  it.each([
    ['a space', '{"set": {"text":"a"},"x":"s"}'],
    ['a key said twice', '{"set":{"text":"a","text":"b"},"x":"s"}'],
    ['a part said twice', '{"set":{"text":"a"},"set":{"text":"a"},"x":"s"}'],
    ['keys in another order', '{"set":{"text":"a","lang":"fr"},"x":"s"}'],
    ['parts in another order', '{"x":"s","set":{"text":"a"}}'],
    ['an escape that is not needed', '{"set":{"text":"\\u0061"},"x":"s"}'],
    ['an escape in capitals', '{"set":{"text":"\\u001F"},"x":"s"}'],
    ['an escaped slash', '{"set":{"text":"a\\/b"},"x":"s"}'],
    ['half a character', '{"set":{"text":"\\ud800"},"x":"s"}'],
    ['an accent apart', '{"set":{"text":"e\u0301"},"x":"s"}'],
    ['an accent apart in the salt', '{"set":{"text":"e"},"x":"e\u0301"}'],
    ['a sign that has another form', '{"set":{"text":"\u212b"},"x":"s"}'],
    ['an exponent', '{"set":{"zz":1e3},"x":"s"}'],
    ['a float', '{"set":{"zz":1.5},"x":"s"}'],
    ['a number without end', '{"set":{"zz":9007199254740993},"x":"s"}'],
    ['less than nothing', '{"set":{"zz":-0},"x":"s"}'],
    ['a list in a list', '{"set":{"text":["a",["b"]]},"x":"s"}'],
    ['an object', '{"set":{"text":{"a":1}},"x":"s"}'],
    ['a field for the prototype', '{"set":{"__proto__":"a"},"x":"s"}'],
    ['a field that begins with a digit', '{"set":{"1a":"a"},"x":"s"}'],
    ['no salt', '{"set":{"text":"a"}}'],
    ['a long salt', `{"set":{"text":"a"},"x":"${'s'.repeat(257)}"}`],
    ['a part more', '{"set":{"text":"a"},"x":"s","y":1}'],
    ['a set that is a list', '{"set":["a"],"x":"s"}'],
    ['nothing', 'null'],
    ['a place in time among the contents', '{"set":{"at":1},"x":"s"}'],
  ])('is not a body with %s', (_, body) => {
    expect(plainly(withBody('{"set":{"zz":["é",-1,null,true],"zzz":"\\u001f\\n"},"x":"s"}'))).not.toBeNull()
    expect(plainly(withBody(body))).toBeNull()
  })

  it('has only characters that stay as they are wherever they stand', () => {
    const wrong: string[] = []
    for (let code = 0; code < 0x1_0000; code += 1) {
      const text = `e${String.fromCharCode(code)}`
      const read = plainOperation(withBody(JSON.stringify({ set: { text }, x: 's' })), CONSULTATION, sha256)
      if (read !== null && (text.normalize('NFC') !== text || /\p{Surrogate}/u.test(text)))
        wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })
})
