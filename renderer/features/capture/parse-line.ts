/** What a line says besides its words. `axis` counts from 1; themes are labels as they were typed. */
export interface ParsedLine {
  readonly text: string
  readonly kind: 'recommendation' | 'quote' | null
  readonly themes: readonly string[]
  readonly axis: number | null
}

const LEADING = /^([!>"«“])\s*/u
/** Opening quotes stay, since they are part of what was said. */
const STRIPPED = new Set(['!', '>'])
const TOKEN =
  /(?<=^|\s)(?:[#№](?<theme>\p{L}[\p{L}\p{M}\p{N}_'’·-]*)|\/(?<axis>[1-9]))(?<after>\s|$|[.,;:!?…)»](?=\s|$))/gu
const ESCAPED = /(?<=^|\s)\\(?=[!>"«“#№@/\\])/gu

/**
 * Reads a whole line: a leading `!` (recommendation), `>` or quote mark (quote), `#theme` and `/3` (axis) anywhere, each
 * at the start of a word; a `\` before any of them makes it plain text. Axes beyond `axes` are plain text too.
 */
export function parseLine(line: string, axes: number): ParsedLine {
  const trimmed = line.trim()
  const sigil = LEADING.exec(trimmed)?.[1]
  const kind = sigil === undefined ? null : sigil === '!' ? 'recommendation' : 'quote'
  const said = sigil !== undefined && STRIPPED.has(sigil) ? trimmed.replace(LEADING, '') : trimmed
  const taken = takeTokens(said, axes, true)
  return { ...taken, text: taken.text.replace(ESCAPED, '').trim(), kind }
}

export type TakenTokens = Pick<ParsedLine, 'text' | 'themes' | 'axis'>

/** Takes themes and axes out of a text; the last word only counts once it is `final`, or followed by a space or a stop. */
export function takeTokens(text: string, axes: number, final: boolean): TakenTokens {
  const themes: string[] = []
  let axis: number | null = null
  let [left, from] = ['', 0]
  for (const match of text.matchAll(TOKEN)) {
    const { theme, axis: digit, after = '' } = match.groups ?? {}
    if ((after === '' && !final) || (digit !== undefined && Number(digit) > axes)) continue
    if (theme === undefined) axis = Number(digit)
    else themes.push(labelOfToken(theme))
    left = joined(left + text.slice(from, match.index), after)
    from = match.index + match[0].length
  }
  return { text: left + text.slice(from), themes, axis }
}

/** Several words in one token are joined by underscores; a trailing apostrophe or dash is not part of a word. */
const labelOfToken = (token: string): string => token.replaceAll('_', ' ').replace(/[\s'’·-]+$/u, '')

/** What followed a token, set against what stood before it: one space is enough, and none goes before a stop. */
const joined = (before: string, after: string): string => {
  if (after === '' || after === '\n') return before.trimEnd() + after
  return /\s/u.test(after) ? before : before.trimEnd() + after
}

/** A text as it must be typed to be read back as it is, for a note of that kind. */
export function escapeLine(text: string, kind: string, axes: number): string {
  const [sigil] = LEADING.exec(text) ?? []
  const leading = sigil !== undefined && (kind !== 'quote' || STRIPPED.has(sigil.trim()))
  const marked = text.replace(/(?<=^|\s)\\(?=[!>"«“#№@/\\])/gu, '\\\\').replace(TOKEN, (token, ...found) => {
    const { axis } = found.at(-1) as { readonly axis?: string }
    return axis !== undefined && Number(axis) > axes ? token : `\\${token}`
  })
  return leading ? `\\${marked}` : marked
}

/** The word being typed at the caret that asks for a list: themes after `#`, speakers after `@`. */
export interface TokenAtCaret {
  readonly asks: 'theme' | 'speaker'
  readonly word: string
  readonly start: number
}

const AT_CARET = /(?<=^|\s)(?<sigil>[#№@])(?<word>[\p{L}\p{M}\p{N}_'’·-]*)$/u

export function tokenAtCaret(text: string, caret: number): TokenAtCaret | null {
  const match = AT_CARET.exec(text.slice(0, caret))
  if (match?.groups === undefined) return null
  const { sigil, word = '' } = match.groups
  return { asks: sigil === '@' ? 'speaker' : 'theme', word: word.replaceAll('_', ' '), start: match.index }
}
