import { parsed } from '../kit/parsed.ts'
import type { Digest } from '../kit/ports.ts'
import { hasEndlessAccents } from '../operation/canonical.ts'
import type { Body, Head, Operation, SensitivityClass, Stamp, Value } from '../operation/operation.ts'
import { LIMITS } from './limits.ts'
import { misplacedField } from './operation-schema.ts'

/** Longer lines are read with all the patience they need. */
const LONGEST = 100_000

const id = '[\\w-]{22}'
const sha = '[\\w-]{43}'
const name = '[A-Za-z][A-Za-z0-9:._-]{0,255}'
/** A text of printable ASCII in which nothing is escaped. */
const word = '[ !#-\\[\\]-~]{0,256}'
const count = '(?:0|[1-9]\\d{0,14})'
const replaced = `\\{"${name}":\\["${sha}"(?:,"${sha}"){0,${LIMITS.replaced - 1}}\\]\\}`
const head =
  `\\{"b":"(${sha})","c":"(${id})",(?:"g":(${count}),)?"k":"([cdfnopw])",(?:"o":(${replaced}),)?` +
  `"r":"(${id})","s":"(${sha})","t":"([a-z][A-Za-z0-9]{0,63})","v":1\\}`
const stamp = `\\{"batch":"(${word})","by":"(${word})","d":"(${word})","h":"(${word})","n":(${count}),"x":"(${word})"\\}`

/** What follows the body in nearly every line, in its one canonical form. */
const AFTER_BODY = new RegExp(`"head":(${head}),"id":"(${sha})"(?:,"stamp":(${stamp}))?\\}$`, 'y')
const BEFORE_BODY = '{"body":'
const BETWEEN = ',"head":'
const FIELD = new RegExp(`^${name}$`)

/**
 * Characters that are the same in every normal form and never join the one before: Latin, Cyrillic, Arabic letters without
 * signs, punctuation, and the ideographs and syllables of East Asia.
 */
const STABLE =
  /^[\0-\u02ff\u0400-\u0482\u060c-\u060f\u061b-\u064a\u0660-\u066f\u2010-\u2027\u202f-\u205e\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*$/

/**
 * Reads a line that is written as this program writes, and checks its three digests on the text as it stands: only the
 * body is parsed, and written again to compare. Null for any other line, good or bad, which only patience can tell.
 */
export function plainOperation(line: string, consultation: string, digest: Digest): Operation | null {
  if (line.length > LONGEST) return null
  const end = line.startsWith(BEFORE_BODY) ? line.indexOf(BETWEEN) : 0
  AFTER_BODY.lastIndex = end + 1
  const parts = end === -1 ? null : AFTER_BODY.exec(line)
  if (parts === null) return null
  const says = headOf(parts)
  const [text, own, stampText] = [line.slice(BEFORE_BODY.length, end), parts[10] ?? '', parts[11]]
  if (says.c !== consultation || digest(parts[1] ?? '') !== own) return null
  if (stampText !== undefined && digest(stampText) !== says.s) return null
  const stamp = stampText === undefined ? undefined : stampOf(parts)
  if (end === 0)
    return line[0] !== '{' ? null : stamp === undefined ? { id: own, head: says } : { id: own, head: says, stamp }
  const body = bodyOf(text)
  if (body === null || digest(text) !== says.b) return null
  const operation = stamp === undefined ? { body, head: says, id: own } : { body, head: says, id: own, stamp }
  return misplacedField(operation) === null ? operation : null
}

function headOf(parts: RegExpExecArray): Head {
  const says: { -readonly [Key in keyof Head]: Head[Key] } = {
    b: parts[2] ?? '',
    c: parts[3] ?? '',
    k: parts[5] as SensitivityClass,
    r: parts[7] ?? '',
    s: parts[8] ?? '',
    t: parts[9] ?? '',
    v: 1,
  }
  if (parts[4] !== undefined) says.g = Number(parts[4])
  if (parts[6] !== undefined) says.o = JSON.parse(parts[6]) as NonNullable<Head['o']>
  return says
}

const stampOf = (parts: RegExpExecArray): Stamp => ({
  batch: parts[12] ?? '',
  by: parts[13] ?? '',
  d: parts[14] ?? '',
  h: parts[15] ?? '',
  n: Number(parts[16]),
  x: parts[17] ?? '',
})

/** The body that a text is, when the text is canonical; null also for one that says more than values. */
function bodyOf(text: string): Body | null {
  const body = parsed(text) as Body | undefined
  if (!isObject(body) || JSON.stringify(body) !== text || !isSettled(text)) return null
  const [first, second, ...others] = Object.keys(body)
  if (first !== 'set' || second !== 'x' || others.length > 0) return null
  if (typeof body.x !== 'string' || body.x.length > 256 || !isObject(body.set)) return null
  let former = ''
  for (const [field, value] of Object.entries(body.set)) {
    if (field <= former || !FIELD.test(field) || !isValue(value)) return null
    former = field
  }
  return body
}

/** Whether a JSON text is in its one normal form and well-formed; half a character may also stand in it as an escape. */
const isSettled = (text: string): boolean =>
  !text.includes('\\ud') &&
  (STABLE.test(text) || (!LONE.test(text) && !hasEndlessAccents(text) && text.normalize('NFC') === text))
const LONE = /\p{Surrogate}/u

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isSafeInteger(value)

const isValue = (value: Value): boolean => (Array.isArray(value) ? value.every(isScalar) : isScalar(value))
