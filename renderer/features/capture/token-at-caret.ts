/** The word being typed at the caret that asks for a list: themes after `#`, speakers after `@`, axes after `/`. */
export interface TokenAtCaret {
  readonly asks: 'theme' | 'speaker' | 'axis'
  readonly word: string
  readonly start: number
}

const AT_CARET = /(?<=^|\s)(?<sigil>[#№@/])(?<word>[\p{L}\p{M}\p{N}_'’·-]*)$/u
const ASKS: Readonly<Record<string, TokenAtCaret['asks']>> = { '@': 'speaker', '/': 'axis' }

export function tokenAtCaret(text: string, caret: number): TokenAtCaret | null {
  const match = AT_CARET.exec(text.slice(0, caret))
  if (match?.groups === undefined) return null
  const { sigil = '', word = '' } = match.groups
  return { asks: ASKS[sigil] ?? 'theme', word: word.replaceAll('_', ' '), start: match.index }
}
