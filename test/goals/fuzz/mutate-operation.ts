import { PARTS } from '#shared/exchange/bundle.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { sha256 } from '../../build/author.ts'
import type { Chance } from '../../build/chance.ts'
import type { Parts } from './corpus.ts'

export const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  6,
  9_007_199_254_740_991,
  '',
  '__proto__',
  'constructor',
  'x'.repeat(300),
  'a\u202eb',
  'e\u0301',
  '../../x',
  [],
  ['a', ['b']],
  {},
  { toString: 1 },
  [null, true, 'deleted'],
]

/** One operation with something else in it; half of them then verify, as those of a forger would. */
export function changeOperation(lines: string[], random: Chance, bundles: readonly Parts[]): void {
  const at = random.below(lines.length)
  const json = parsedLine(lines[at])
  if (json === null) return
  for (let time = 0; time <= random.below(2); time += 1) changeInside(json, random, bundles)
  const text = random.in100(60) ? resealed(json) : written(json)
  if (text !== null) lines[at] = text
}

/** The operation of a line of some bundle, when it is one. */
export const someOperation = (random: Chance, bundles: readonly Parts[]): Json =>
  parsedLine(random.one((random.one(bundles)[PARTS.operations] ?? '').split('\n'))) ?? {}

export type Json = Record<string, unknown>
const parsedLine = (line: string | undefined): Json | null => {
  try {
    const json: unknown = JSON.parse(line ?? '')
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Json) : null
  } catch {
    return null
  }
}

/** An object inside another, or one that nobody will see. */
export function objectIn(json: Json, key: string): Json {
  const value = json[key]
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

const FIELDS = [
  'text',
  'deleted',
  'level',
  'promised',
  'consent',
  'session',
  'voice',
  'into',
  'theme:x',
  'sample',
  'label',
]

function changeInside(operation: Json, random: Chance, bundles: readonly Parts[]): void {
  const head = objectIn(operation, 'head')
  const set = objectIn(objectIn(operation, 'body'), 'set')
  const stranger = someOperation(random, bundles)
  const other = objectIn(stranger, 'head')
  const field = random.one(FIELDS)
  // Its own copy: the next change may write in it.
  const value = random.in100(30) ? random.below(7) : structuredClone(random.one(ODD_VALUES))
  const ways: readonly (() => void)[] = [
    () => (set[field] = value),
    () => (set[field] = value),
    () => delete set[random.one([...Object.keys(set), 'text'])],
    () => (head['r'] = other['r'] ?? value),
    () => (head['t'] = random.one(['note', 'session', 'consent', 'voice', 'futureKind', '*'])),
    () => (head['k'] = random.one(['c', 'w', 'n', 'f', 'o', 'd', 'p', 'z'])),
    () => (head['o'] = { [field]: [stranger['id'] ?? value] }),
    () => (head['seen'] = { c: [stranger['id'] ?? value], d: [] }),
    () => (head['g'] = random.below(3)),
    () => (head['v'] = value),
    () => (head['c'] = other['r'] ?? value),
    () => (operation[random.one(['head', 'body', 'stamp', 'id', 'more'])] = value),
    () => delete operation[random.one(['body', 'stamp', 'head', 'id'])],
    () => (objectIn(operation, 'stamp')[random.one(['n', 'h', 'd', 'x'])] = value),
  ]
  random.one(ways)()
}

const written = (json: Json): string | null => {
  try {
    return canonical(json)
  } catch {
    return JSON.stringify(json)
  }
}

/** The line of an operation whose digests hold, whatever it says. */
function resealed(json: Json): string | null {
  const { id: _, head, body, stamp, ...more } = json
  try {
    if (typeof head !== 'object' || head === null) return null
    const sealed: Json = { ...head }
    if (body !== undefined) sealed['b'] = sha256(canonical(body))
    if (stamp !== undefined) sealed['s'] = sha256(canonical(stamp))
    const whole = { ...more, ...(body === undefined ? {} : { body }), ...(stamp === undefined ? {} : { stamp }) }
    return canonical({ ...whole, head: sealed, id: sha256(canonical(sealed)) })
  } catch {
    return null
  }
}
