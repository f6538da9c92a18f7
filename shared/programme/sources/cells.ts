import { SEPARATORS, type Separator } from '../table.ts'
import type { SourceProblem } from './source.ts'

/** A record of separated values, by the line where it begins. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

export interface Rows {
  readonly rows: readonly Row[]
  readonly problems: readonly SourceProblem[]
}

/**
 * Records of separated values (RFC 4180). Reports of calls are several tables one under the other: rows differ in length,
 * and blank ones are kept. A quotation mark that is never closed is a letter as any other, and is told.
 */
export function readRows(text: string, separator: Separator): Rows {
  const rows: Row[] = []
  const problems: SourceProblem[] = []
  let [at, line] = [0, 1]
  while (at < text.length) {
    const record = quotedRecord(text, at, separator) ?? plainRecord(text, at, separator)
    if (record.isUnclosed === true) problems.push({ line, type: 'QuoteNotClosed' })
    rows.push({ line, cells: record.cells.map((cell) => cell.trim()) })
    line += record.lines
    at = record.next
  }
  return { rows, problems }
}

interface Record {
  readonly cells: readonly string[]
  readonly next: number
  readonly lines: number
  readonly isUnclosed?: boolean
}

/** Lines that one cell may go over: a mark that was never closed does not swallow the file. */
const MOST_LINES = 200

/** Null when a quotation mark is opened and not closed. */
function quotedRecord(text: string, from: number, separator: Separator): Record | null {
  const cells: string[] = []
  let [at, lines] = [from, 1]
  for (;;) {
    let cell = ''
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close === -1) return null
      cell = text.slice(at + 1, close).replaceAll('""', '"')
      lines += cell.split('\n').length - 1
      if (lines > MOST_LINES) return null
      at = close + 1
    }
    const end = endOfCell(text, at, separator)
    cells.push(cell + text.slice(at, end))
    if (text[end] !== separator) return { cells, next: end + 1, lines }
    at = end + 1
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}

function endOfCell(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === separator || text[at] === '\n') return at
  return text.length
}

function plainRecord(text: string, from: number, separator: Separator): Record {
  const newline = text.indexOf('\n', from)
  const end = newline === -1 ? text.length : newline
  return { cells: text.slice(from, end).split(separator), next: end + 1, lines: 1, isUnclosed: true }
}

/** How a text may be cut into cells, what its first lines hold most first. */
export function likelySeparators(text: string): readonly Separator[] {
  const sample = text.slice(0, 20_000)
  const counts = SEPARATORS.map((separator) => [separator, sample.split(separator).length - 1] as const)
  return counts
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([separator]) => separator)
}
