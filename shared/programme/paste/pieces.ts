import { bracketsAtEnd, heldIn } from './function-of-text.ts'
import { looksLikeName, withoutHonorific } from './name-of-text.ts'
import { isFunction, withoutArticle } from './people-words.ts'

/** A part of an entry between two commas, dashes or cells; `isNew` when a word (« et ») says that it is someone else. */
export interface Piece {
  readonly text: string
  readonly isNew: boolean
}

/** Every part between marks that are not inside brackets; `mark` is sticky. */
export function parted(text: string, mark: RegExp): readonly string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    if ('(['.includes(text[at] ?? '')) depth += 1
    else if (')]'.includes(text[at] ?? '')) depth = Math.max(0, depth - 1)
    mark.lastIndex = at
    const cut = depth > 0 ? '' : (mark.exec(text)?.[0] ?? '')
    if (cut === '') continue
    parts.push(text.slice(from, at))
    from = at + cut.length
    at = from - 1
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part))
}

export const BETWEEN_ENTRIES = /[;•]/uy
const BETWEEN_PIECES = /,\s*|\t\s*|\s+[—–_-]+\s+|\s*—\s*|\s+[—–_-]+$/uy

export function piecesOf(entry: string): readonly Piece[] {
  const pieces = parted(entry, BETWEEN_PIECES).flatMap((text) => joined(text, false))
  const areNames = pieces.length > 2 && pieces.every(({ text }) => isNamed(text))
  return areNames ? pieces.map(({ text }) => ({ text, isNew: true })) : pieces
}

export const isNamed = (text: string): boolean => looksLikeName(bracketsAtEnd(text)[0])

export const startsWithName = (text: string): boolean => {
  const first = piecesOf(text)[0]
  return first !== undefined && isNamed(first.text)
}

const AND = /\s+(?:et|and|y|e|&)\s+/giu
const LEADING_AND = /^(?:et|and|y|e|&|ainsi que|as well as|así como)\s+(?=\p{Lu}|\p{Lo})/iu

/** « A et B », « directeur de X et B »: two pieces where the second is someone or has another function. */
function joined(text: string, isNew: boolean): readonly Piece[] {
  const bare = text.replace(LEADING_AND, '')
  const begins = isNew || (bare !== text && isNamed(bare))
  for (const match of bare.matchAll(AND)) {
    const [before, after] = [bare.slice(0, match.index), bare.slice(match.index + match[0].length)]
    if (isNamed(after) && isNamed(before)) return [{ text: before, isNew: true }, ...joined(after, true)]
    if (isFunction(before) && (isNamed(after) || (isFunction(after) && heldIn(before).organisation !== '')))
      return [{ text: before, isNew: begins }, ...joined(after, isNamed(after))]
  }
  return nameAndFunction(bare).map((piece, at) => ({ text: piece, isNew: begins && at === 0 }))
}

/** « Awa Diop maire de X », “Mayor Awa Diop”: nothing stands between the name and the function. */
function nameAndFunction(piece: string): readonly string[] {
  if (isNamed(piece) || isFunction(piece)) return functionAndName(piece)
  const words = piece.split(/\s+/u)
  for (let at = 2; at < Math.min(words.length, 8); at += 1) {
    const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    if (looksLikeName(before) && /^\p{Ll}/u.test(after) && isFunction(after)) return [before, after]
  }
  return [piece]
}

function functionAndName(piece: string): readonly string[] {
  const [, word = '', name = ''] = /^(\p{Lu}\p{L}+)\s+(.+)$/u.exec(withoutHonorific(withoutArticle(piece))) ?? []
  return isFunction(word) && looksLikeName(name) ? [name, word] : [piece]
}
