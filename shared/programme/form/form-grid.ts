/** A table of a document, or a sheet of a workbook, as a form is read from it. */
export type FormGrid = readonly FormLine[]

export interface FormLine {
  /** What a person would count: the row under the headings of a table, the row of a sheet. */
  readonly line: number
  readonly cells: readonly string[]
  /** Columns whose cell goes on from the row above. */
  readonly below: readonly number[]
}

/** The lines under a heading, by field. */
export interface FormTable<Field extends string> {
  readonly fields: ReadonlySet<Field>
  readonly lines: readonly { readonly line: number; readonly cells: Readonly<Partial<Record<Field, string>>> }[]
}

/** Headings stand at the top, after a title and a few words at most. */
const HEADING_WITHIN = 10

/**
 * What stands under a heading that names the wanted fields; `null` without one. Columns may have been moved, added or
 * deleted. A line that is blank but for cells that go on from above is none; elsewhere these say what is above them,
 * except for `alone`, which says it once.
 */
export function tableUnder<Field extends string>(
  grid: FormGrid,
  find: (heading: string) => Field | undefined,
  wanted: readonly Field[],
  alone?: Field,
): FormTable<Field> | null {
  for (const [at, { cells }] of grid.slice(0, HEADING_WITHIN).entries()) {
    const columns = new Map<Field, number>()
    for (const [column, heading] of cells.entries()) {
      const field = find(heading)
      if (field !== undefined && !columns.has(field)) columns.set(field, column)
    }
    if (wanted.every((field) => columns.has(field))) return under(grid.slice(at + 1), columns, alone)
  }
  return null
}

function under<Field extends string>(
  grid: FormGrid,
  columns: ReadonlyMap<Field, number>,
  alone: Field | undefined,
): FormTable<Field> {
  let above: Partial<Record<Field, string>> = {}
  const lines: FormTable<Field>['lines'][number][] = []
  for (const { line, cells, below } of grid) {
    const own = [...columns].map(([field, column]) => [field, cells[column] ?? ''] as const)
    if (own.every(([, cell]) => cell.trim() === '')) continue
    const read = own.map(([field, cell]) => {
      const goesOn = field !== alone && below.includes(columns.get(field) ?? -1)
      return [field, goesOn ? (above[field] ?? cell) : cell] as const
    })
    above = Object.fromEntries(read) as Partial<Record<Field, string>>
    lines.push({ line, cells: above })
  }
  return { fields: new Set(columns.keys()), lines }
}
