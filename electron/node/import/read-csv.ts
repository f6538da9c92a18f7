import Papa from 'papaparse'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { SEPARATORS, type Separator, type TableData, type TableFailure } from '#shared/programme/table.ts'
import { createTableCollector, misfit, type CollectedTable } from './collect-table.ts'
import { decodeText } from './decode-text.ts'

/** Enough of the file to guess its separator. */
const SAMPLE_CHARS = 65_536
/** A separator that no text holds, for the file of one column. */
const NO_SEPARATOR = '\u001f'

/**
 * Reads separated values. The separator is the one given, else the one of a first line `sep=;`, else guessed;
 * the guess is in the answer so that a person can correct it.
 */
export function readCsv(bytes: Uint8Array, chosen?: Separator): Result<TableData, TableFailure> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  // One kind of line end, in cells as between them: files pasted together mix them.
  const text = decoded.value.text.replace(/\r\n?/g, '\n')
  const declared = /^sep=([,;|\t])\n/.exec(text)
  const from = declared === null ? 0 : declared[0].length
  const separator =
    chosen ?? (declared?.[1] as Separator | undefined) ?? guessSeparator(text.slice(from, from + SAMPLE_CHARS))
  const table = parseRecords(text.slice(from), separator, declared === null ? 1 : 2)
  if (!table.ok) return table
  return ok({ ...table.value, encoding: decoded.value.encoding, ...(separator === null ? {} : { separator }) })
}

/**
 * The separator that cuts most records into as many cells as the header, then the one that gives most columns.
 * None when the header holds none, or when it fits fewer than half the records: sentences are full of commas.
 */
function guessSeparator(sample: string): Separator | null {
  const guesses = SEPARATORS.map((separator) => fit(sample, separator))
    .filter(({ width, fitting, records }) => width > 1 && fitting * 2 >= records)
    .toSorted((a, b) => b.fitting / b.records - a.fitting / a.records || b.width - a.width)
  return guesses[0]?.separator ?? null
}

function fit(sample: string, separator: Separator) {
  const { data } = Papa.parse<string[]>(sample, {
    delimiter: separator,
    newline: '\n',
    preview: 20,
    skipEmptyLines: 'greedy',
  })
  const width = data[0]?.length ?? 0
  return {
    separator,
    width,
    records: data.length,
    fitting: data.filter((cells) => misfit(width, cells) === null).length,
  }
}

function parseRecords(text: string, separator: Separator | null, firstLine: number): CollectedTable {
  const table = createTableCollector()
  const lines = lineCounter(text, firstLine)
  let failure: TableFailure | null = null
  Papa.parse<string[]>(text, {
    delimiter: separator ?? NO_SEPARATOR,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const unclosed = errors.find((error) => error.code === 'MissingQuotes')
      const line = lines.current
      failure = unclosed
        ? { type: 'QuoteNotClosed', line: lines.at(unclosed.index ?? meta.cursor) }
        : table.add(line, data, errors.length > 0)
      lines.moveTo(meta.cursor)
      if (failure !== null) parser.abort()
    },
  })
  return failure === null ? table.finish() : fail(failure)
}

/** Counts lines along the text, so that each is looked at once. */
function lineCounter(text: string, firstLine: number) {
  let [line, position] = [firstLine, 0]
  const linesUntil = (end: number): number => {
    let count = 0
    for (let at = text.indexOf('\n', position); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1
    return count
  }
  return {
    get current() {
      return line
    },
    at: (index: number) => line + linesUntil(index),
    moveTo: (end: number) => {
      line += linesUntil(end)
      position = end
    },
  }
}
