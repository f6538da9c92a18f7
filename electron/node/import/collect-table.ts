import { fail, ok, type Result } from '#shared/kit/result.ts'
import { hasEndlessAccents } from '#shared/operation/canonical.ts'
import {
  TABLE_LIMITS,
  tooLarge,
  type RowProblem,
  type TableData,
  type TableFailure,
  type TableRow,
} from '#shared/programme/table.ts'

export interface TableCollector {
  /** Takes the next record, the header first; the answer says why reading must stop. */
  add(line: number, cells: readonly string[], misquoted?: boolean): TableFailure | null
  finish(): CollectedTable
}

export type CollectedTable = Result<Pick<TableData, 'columns' | 'rows' | 'problems'>, TableFailure>

/** Turns records into a table: the first that is not blank names the columns. Holds the limits for every kind of file. */
export function createTableCollector(): TableCollector {
  let columns: readonly string[] | null = null
  const rows: TableRow[] = []
  const problems: RowProblem[] = []

  const add: TableCollector['add'] = (line, cells, misquoted = false) => {
    if (cells.every(isBlank)) return null
    if (cells.length > TABLE_LIMITS.columns) return tooLarge('columns', line)
    if (cells.some((cell) => cell.length > TABLE_LIMITS.cell)) return tooLarge('cell', line)
    if (cells.some(hasEndlessAccents)) return { type: 'EncodingUnreadable', line }
    if (columns === null) {
      columns = columnNames(cells)
      return null
    }
    if (rows.length === TABLE_LIMITS.rows) return tooLarge('rows', line)
    rows.push({ line, cells: rowCells(columns, cells) })
    const problem = misquoted ? 'QuoteMisplaced' : misfit(columns.length, cells)
    if (problem !== null) problems.push({ line, type: problem })
    return null
  }

  const finish: TableCollector['finish'] = () =>
    columns === null || rows.length === 0 ? fail({ type: 'EmptyTable' }) : ok({ columns, rows, problems })

  return { add, finish }
}

const isBlank = (cell: string): boolean => cell.trim() === ''

/** How a row fails to fit the header, `null` when it fits. */
export function misfit(expected: number, cells: readonly string[]): 'TooManyCells' | 'TooFewCells' | null {
  if (cells.length < expected) return 'TooFewCells'
  // Separators at the end of a line are no cells.
  return cells.slice(expected).every(isBlank) ? null : 'TooManyCells'
}

function rowCells(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {}
  for (const [index, column] of columns.entries()) named[column] = cells[index] ?? ''
  return named
}

function columnNames(header: readonly string[]): readonly string[] {
  const names = new Set<string>()
  for (const [index, cell] of header.entries()) names.add(freeName(names, columnName(cell, index)))
  return [...names]
}

function columnName(cell: string, index: number): string {
  const name = cell.replace(/\s+/g, ' ').trim()
  // As a key of `cells`, `__proto__` would set a prototype instead of a cell.
  return name === '' || name === '__proto__' ? `#${index + 1}` : name
}

function freeName(taken: ReadonlySet<string>, name: string): string {
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`
  return free
}
