import {
  AlignmentType,
  BorderStyle,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ITableCellOptions,
  type Paragraph,
} from 'docx'
import type { Fact, Runs, Table } from '#shared/report/outline.ts'
import { evenGaps, longestWord, shareWidth } from './column-widths.ts'
import { paragraph, textOf, type Writing } from './docx-runs.ts'
import { STYLE } from './docx-styles.ts'
import { textWidth } from './letter-widths.ts'
import { INK, TEXT_WIDTH } from './look.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const RULE = { style: BorderStyle.SINGLE, size: 4, color: INK.rule }
const STRONG_RULE = { style: BorderStyle.SINGLE, size: 8, color: INK.text }
const RULES = { top: NONE, bottom: RULE, left: NONE, right: NONE, insideHorizontal: RULE, insideVertical: NONE }

/** Type for tables, from the most to the least comfortable: half-points, and room after a column. */
const TYPES = [
  { style: STYLE.table, size: 20, gap: 160 },
  { style: STYLE.tableSmall, size: 18, gap: 80 },
  { style: STYLE.tableCompact, size: 16, gap: 60 },
] as const
type Type = (typeof TYPES)[number]

/** Twentieths of a point in a half-point of type, and what another family than ours may ask for beside. */
const EM = 10
const SPARE = 1.04

/** Short tables stay on one page; longer ones may run on, their header with them. */
const KEPT_ROWS = 8

/** A caption, a table whose header is repeated on each page, and what is to be read under it. */
export function tableBlock(block: Table, writing: Writing): FileChild[] {
  const { type, widths } = fitTable(block)
  const row = (cells: readonly Runs[], keepNext: boolean, look: Partial<ITableCellOptions> = {}) =>
    cells.map((runs, column) => {
      const figures = block.figures?.includes(column) && { alignment: AlignmentType.END }
      const text = paragraph(runs, writing, { style: type.style, keepNext, ...figures })
      return cell(text, widths[column] ?? 0, column === cells.length - 1 ? 0 : type.gap, look)
    })
  const header = row(block.header.map(inBold), true, {
    verticalAlign: VerticalAlignTable.BOTTOM,
    borders: { bottom: STRONG_RULE },
  })
  const last = block.rows.length - 1
  const kept = (index: number) => (index < last ? last < KEPT_ROWS : block.legend !== undefined)
  const rows = block.rows.map((cells, index) => new TableRow({ cantSplit: true, children: row(cells, kept(index)) }))

  writing.tables.push({ caption: block.caption, description: block.header.map(textOf).join(', ') })
  return [
    paragraph(block.caption, writing, { style: STYLE.caption }),
    grid(widths, [new TableRow({ tableHeader: true, cantSplit: true, children: header }), ...rows], 'firstRow'),
    afterTable(block.legend, writing),
  ]
}

/** The identification table of an axis or a region: its first column names what the second says. */
export function factsBlock(caption: string, facts: readonly Fact[], writing: Writing): FileChild[] {
  const { style, size, gap } = TYPES[0]
  const label = Math.max(...facts.map(({ label }) => textWidth(label))) * size * EM + gap
  const widths = shareWidth(TEXT_WIDTH, [18, 82], [Math.min(label, TEXT_WIDTH / 3), 0])
  const rows = facts.map(({ label, value }, index) => {
    const look = { style, keepNext: index < facts.length - 1 && facts.length <= KEPT_ROWS }
    const texts = [paragraph(label, writing, { ...look, runStyle: STYLE.label }), paragraph(value, writing, look)]
    const border = index === 0 ? { borders: { top: STRONG_RULE } } : {}
    const children = texts.map((text, column) => cell(text, widths[column] ?? 0, column === 0 ? gap : 0, border))
    return new TableRow({ cantSplit: true, children })
  })
  writing.tables.push({ caption, description: facts.map(({ label }) => label).join(', ') })
  return [grid(widths, rows, 'firstColumn'), afterTable(undefined, writing)]
}

const inBold = (runs: Runs): Runs => runs.map((run) => ({ ...run, bold: true }))

/** The largest type in which no word of the table is cut, and the columns it needs. */
function fitTable({ header, rows, widths, figures = [], small }: Table): { type: Type; widths: readonly number[] } {
  const longest = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? [])].map((cell) => longestWord(textOf(cell)))),
  )
  const needs = ({ size, gap }: Type) =>
    longest.map((word, column) => word * size * EM * SPARE + (column === longest.length - 1 ? 0 : gap))
  const fits = (type: Type) => needs(type).reduce((sum, need) => sum + need, 0) <= TEXT_WIDTH
  const type = TYPES.slice(small ? 1 : 0).find(fits) ?? TYPES[2]
  return { type, widths: evenGaps(shareWidth(TEXT_WIDTH, widths, needs(type)), needs(type), figures) }
}

const cell = (text: Paragraph, width: number, gap: number, look: Partial<ITableCellOptions>) =>
  new TableCell({
    children: [text],
    width: { size: width, type: WidthType.DXA },
    margins: { top: 70, bottom: 70, left: 0, right: gap, marginUnitType: WidthType.DXA },
    ...look,
  })

const grid = (columnWidths: readonly number[], rows: readonly TableRow[], head: 'firstRow' | 'firstColumn') =>
  new WordTable({
    rows,
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: RULES,
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true, [head]: true },
  })

/** Word joins tables that touch: something always stands after one, its legend or a narrow gap. */
const afterTable = (legend: string | undefined, writing: Writing): Paragraph =>
  paragraph(legend ?? '', writing, { style: legend === undefined ? STYLE.tableEnd : STYLE.legend })
