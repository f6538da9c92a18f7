import type { Mapping } from './mapping.ts'
import { readRow } from './read-row.ts'
import type { KnownLabels, RowDraft, RowError, RowOptions, RowWarning } from './row-draft.ts'
import { createReader, type RowReader } from './row-reader.ts'
import type { TableData } from './table.ts'

export interface RowDrafts {
  readonly drafts: readonly RowDraft[]
  /** What accepted rows name and no record carries. */
  readonly toCreate: {
    readonly axes: readonly string[]
    readonly regions: readonly string[]
    readonly themes: readonly string[]
  }
  readonly errors: readonly RowError[]
  readonly warnings: readonly RowWarning[]
}

/**
 * What each row of a table says, by a mapping whose columns are those of the table.
 *
 * Every row that is not blank gives a draft or at least one error, and a refused row stops no other. Labels are matched by their normalised
 * spelling on ids, labels and codes; several themes in a cell are separated by `|` or `;`.
 */
export function rowDrafts(table: TableData, mapping: Mapping, known: KnownLabels, options: RowOptions): RowDrafts {
  const reader = createReader(table, mapping, known, options)
  const [drafts, errors, warnings]: [RowDraft[], RowError[], RowWarning[]] = [[], [], mixedColumns(table, mapping)]
  for (const row of table.rows) {
    const read = readRow(row, reader)
    errors.push(...read.errors)
    if (read.draft === null) continue
    keepChoices(read.draft, reader)
    drafts.push(read.draft)
    warnings.push(...read.warnings)
  }
  const { axes, regions, themes } = reader
  return {
    drafts,
    toCreate: { axes: axes.toCreate(), regions: regions.toCreate(), themes: themes.toCreate() },
    errors,
    warnings,
  }
}

const mixedColumns = ({ mixed = [] }: TableData, mapping: Mapping): RowWarning[] =>
  mixed
    .filter((column) => Object.values(mapping).some((source) => 'column' in source && source.column === column))
    .map((column) => ({ line: 1, column, type: 'DatesAmongTexts', value: '' }))

function keepChoices({ axis, region, themes }: RowDraft, reader: RowReader): void {
  reader.axes.keep(axis)
  if (region !== undefined) reader.regions.keep(region)
  for (const theme of themes) reader.themes.keep(theme)
}
