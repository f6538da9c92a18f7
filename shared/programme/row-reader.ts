import { STANCES } from '../model/kinds.ts'
import { NOTE_KINDS } from '../process/lists.ts'
import { createChooser, type Chooser, type Known } from './label-index.ts'
import type { MappingTarget } from './mapping-target.ts'
import type { Mapping } from './mapping.ts'
import { dayOrder, type DayOrder } from './read-day.ts'
import type { KnownLabels, RowOptions } from './row-draft.ts'
import { cleanCell } from './row-text.ts'
import type { RowProblem, TableData, TableRow } from './table.ts'

/** What reading a row takes, made once for the table. */
export interface RowReader {
  readonly mapping: Mapping
  readonly options: RowOptions
  readonly axes: Chooser
  readonly regions: Chooser
  readonly themes: Chooser
  readonly kinds: Chooser
  readonly stances: Chooser
  readonly categories: Chooser
  readonly order: DayOrder
  readonly problems: ReadonlyMap<number, RowProblem['type']>
}

export function createReader(table: TableData, mapping: Mapping, known: KnownLabels, options: RowOptions): RowReader {
  const { create } = options
  return {
    mapping,
    options,
    axes: createChooser(known.axes, create.axes ?? false),
    regions: createChooser(known.regions, create.regions ?? false),
    themes: createChooser(known.themes, create.themes ?? false),
    kinds: createChooser(known.kinds ?? NOTE_KINDS.map(withoutLabels), false),
    stances: createChooser(known.stances ?? STANCES.map(withoutLabels), false),
    categories: createChooser(known.categories ?? [], false),
    order: dayOrder(table.rows.map((row) => cellOf(row, mapping, 'date'))),
    problems: new Map(table.problems.map(({ line, type }) => [line, type])),
  }
}

const withoutLabels = (id: string): Known => ({ id, labels: [] })

/** The words of a row for a target, clean and trimmed; empty when nothing is mapped to it. */
export function cellOf(row: TableRow, mapping: Mapping, target: MappingTarget): string {
  const source = mapping[target]
  if (source === undefined) return ''
  return cleanCell('constant' in source ? source.constant : (row.cells[source.column] ?? ''))
}
