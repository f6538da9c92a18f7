import type { Grammar } from './grammar.ts'
import { escapeEnd, type Marks, takeEnd, takeMarks } from './line-marks.ts'
import { escapeTokens, takeTokens, type Tokens } from './line-tokens.ts'

/** What a line says besides its words. */
export interface ParsedLine extends Tokens, Marks {
  readonly text: string
  readonly sensitive: boolean
}

/** A `\` that makes plain text of what it stands before. */
const ESCAPE = /(?<=^|\s)\\(?=[!>"«“#№@/=+%_?؟\\])|^\\(?=\p{L}{1,2}:)/gu

/**
 * Reads a whole line. It begins with marks: the kind (`!` recommendation, `>` or a quote mark for a quotation, `r:` and
 * the other letters of the grammar), the stance (`+` supports, `%` nuances, `_` opposes, touching the first word), `?`
 * for what is to be verified. Anywhere, at the start of a word: `#theme` or `№theme`, `/3` or `/cli` (axis), `@dia`
 * (speaker), `=g`, `=r`, `=q` (qualification). Two dots end what is sensitive. A `\` before any of them makes it plain
 * text, and so does a word that no axis or nobody, or several, answer to.
 */
export function parseLine(line: string, grammar: Grammar): ParsedLine {
  const begun = takeMarks(line.trim(), grammar)
  const { text: said, ...tokens } = takeTokens(begun.text, grammar, true)
  // A mark may have stood behind a token.
  const { text: marked, ...marks } = takeMarks(said.trim(), grammar, begun)
  const { text, sensitive } = takeEnd(marked)
  return {
    ...tokens,
    kind: marks.kind,
    stance: marks.stance,
    toCheck: marks.toCheck,
    sensitive,
    text: text.replace(ESCAPE, '').trim(),
  }
}

/** A text as it must be typed to be read back as it is, for a note of that kind. */
export function escapeLine(text: string, kind: string, grammar: Grammar): string {
  const escaped = escapeEnd(escapeTokens(text.replace(ESCAPE, '\\\\'), grammar))
  const marks = takeMarks(text, grammar)
  const isQuoted = kind === 'quote' && marks.kind === 'quote' && marks.text === text
  return marks.text === text && (marks.kind === null || isQuoted) ? escaped : `\\${escaped}`
}
