/** A line of a pasted text, without what only laid it out. */
export interface TextLine {
  /** From 1. */
  readonly line: number
  readonly text: string
  /** Whether a blank line, or the beginning, stands before it. */
  readonly isAfterBlank: boolean
  readonly isListed: boolean
}

/** Words of a text that nothing was made of: they are shown, never dropped. */
export interface LeftLine {
  readonly line: number
  readonly text: string
}

const HEADING = /^(?:#{1,6}|>)\s+/u
/** A point or a number of a list. « 10.10 » is a time: the number of a list has a blank after it. */
const LISTED = /^(?:[-–—*•·▪◦‣●○]\s+|\(?\d{1,2}[.)]\s+(?=\D|\d{1,2}\s?[h:.]))/u
const EMPHASIS = /(\*{1,3}|(?<![\p{L}\p{N}_])_{1,2})(?=\S)(.*?\S)\1(?![\p{L}\p{N}_])/gu
const ONLY_LAYOUT = /^[\s*_#>|=~-]*$/u

/** The lines that say something, of a text that came from a letter, a page, a spreadsheet or a Markdown file. */
export function textLines(pasted: string): readonly TextLine[] {
  const lines: TextLine[] = []
  let isAfterBlank = true
  for (const [index, raw] of pasted.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).entries()) {
    const bare = withoutMarks(raw)
    if (ONLY_LAYOUT.test(bare)) {
      isAfterBlank = true
      continue
    }
    const unheaded = bare.replace(HEADING, '')
    const text = unheaded.replace(LISTED, '').trim()
    const words = text === '' ? unheaded.trim() : text
    lines.push({ line: index + 1, text: words, isAfterBlank, isListed: words !== unheaded.trim() })
    isAfterBlank = false
  }
  return lines
}

/** Without Markdown and control characters; tabs stay, since they part the cells of a spreadsheet. */
function withoutMarks(raw: string): string {
  const plain = raw.replace(/(?!\t)[\p{Cc}\u200b\ufeff]/gu, '').replace(/\\([\\`*_{}[\]()#+.!|<>-])|\\$/gu, '$1')
  const unmarked = plain.replace(EMPHASIS, '$2').replace(/\*{2,}/gu, '')
  const cells = /^\s*\|.*\|\s*$/u.test(unmarked)
    ? unmarked
        .trim()
        .slice(1, -1)
        .replace(/\s*\|\s*/gu, '\t')
    : unmarked
  return cells.replace(/^ +| +$/gu, '').replace(/[^\S\t\u00a0\u202f]{2,}/gu, ' ')
}

/** A line that its own end says unfinished (« Nom, » « Nom — ») goes on with the next one of its block. */
export function joinedLines(
  lines: readonly TextLine[],
  isHead: (text: string) => boolean,
): readonly (TextLine & { readonly last: number })[] {
  const joined: (TextLine & { readonly last: number })[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const goesOn = before !== undefined && !line.isAfterBlank && !isHead(line.text)
    if (goesOn && (/[,_—–-]$/u.test(before.text) || /^\p{Ll}/u.test(line.text)))
      joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}`, last: line.line }
    else joined.push({ ...line, last: line.line })
  }
  return joined
}
