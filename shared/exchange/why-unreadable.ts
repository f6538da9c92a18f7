import { hasEndlessAccents } from '../operation/canonical.ts'
import { parsed } from '../kit/parsed.ts'
import { LIMITS } from './limits.ts'

/** What is wrong with a line that is not the canonical text of an operation. */
export type Unreadable =
  | 'too-long'
  | 'too-deep'
  | 'key-twice'
  | 'not-json'
  | 'no-object'
  /** Half of a letter, or more accents on one letter than any script writes. */
  | 'broken-letters'
  /** A fraction, or more digits than are kept exactly. */
  | 'number'
  /** The same thing written otherwise: spaces, order of keys, accents in another form. */
  | 'other-form'

/** Says it of one line: the line is read again with all patience, since few ever are. */
export function whyUnreadable(line: string): Unreadable {
  if (line.length > LIMITS.lineCharacters) return 'too-long'
  const shape = scan(line)
  if (shape === 'too-deep') return shape
  const value = parsed(line)
  if (value === undefined) return 'not-json'
  if (shape !== null) return shape
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'no-object'
  return faultIn(value) ?? 'other-form'
}

/** Walks over the text and not the value, which keeps only the last of two equal keys and may be too deep to walk. */
function scan(line: string): 'too-deep' | 'key-twice' | null {
  const open: (Set<string> | null)[] = []
  let text = ''
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]
    if (sign === '"') {
      const end = endOfText(line, at + 1)
      text = line.slice(at, end)
      at = end
    } else if (sign === '{') open.push(new Set())
    else if (sign === '[') open.push(null)
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === ':') {
      const keys = open.at(-1)
      if (keys?.has(text) === true) return 'key-twice'
      keys?.add(text)
    }
    if (open.length > LIMITS.depth) return 'too-deep'
  }
  return null
}

/** Where the quotation mark stands that ends a text. */
function endOfText(line: string, from: number): number {
  let at = from
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1
  return at
}

function faultIn(value: unknown): 'broken-letters' | 'number' | null {
  if (typeof value === 'string') return isBroken(value) ? 'broken-letters' : null
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : 'number'
  if (typeof value !== 'object' || value === null) return null
  for (const [key, item] of Object.entries(value)) {
    const fault = faultIn(key) ?? faultIn(item)
    if (fault !== null) return fault
  }
  return null
}

const isBroken = (text: string): boolean => /\p{Surrogate}/u.test(text) || hasEndlessAccents(text)
