import { BorderStyle, HeightRule, Table, TableCell, TableLayoutType, TableRow, WidthType, type FileChild } from 'docx'
import type { Runs } from '#shared/report/outline.ts'
import { shareWidth } from './column-widths.ts'
import { paragraph, type Writing } from './docx-runs.ts'
import { STYLE } from './docx-styles.ts'
import { INK, PAGE } from './look.ts'

/** Between the margins of a lying page. */
export const FORM_WIDTH = PAGE.height - 2 * 900

interface FormGridWords {
  /** Read by screen readers; a heading above says it to the eye. */
  readonly caption: string
  readonly header: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Runs[])[]
  /** Lines with room for a few words by hand, in small type. */
  readonly toFill?: true
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: INK.rule }
const LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE }
const MARGINS = { top: 50, bottom: 50, left: 70, right: 70, marginUnitType: WidthType.DXA }
const ROOM = { value: 620, rule: HeightRule.ATLEAST }

/** A table whose every cell is seen, so that one knows where to write. */
export function formGrid({ caption, header, widths, rows, toFill }: FormGridWords, writing: Writing): FileChild[] {
  const columns = shareWidth(
    FORM_WIDTH,
    widths,
    widths.map(() => 0),
  )
  const style = toFill ? STYLE.tableCompact : STYLE.tableSmall
  const cells = (row: readonly Runs[], keepNext = false, fill?: string) =>
    row.map(
      (words, column) =>
        new TableCell({
          children: [paragraph(words, writing, { style, keepNext })],
          width: { size: columns[column] ?? 0, type: WidthType.DXA },
          margins: MARGINS,
          ...(fill === undefined ? {} : { shading: { fill } }),
        }),
    )
  const heading = header.map((name): Runs => [{ text: name, bold: true }])
  writing.tables.push({ caption, description: header.join(', ') })
  return [
    new Table({
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: cells(heading, true, INK.box) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row), ...(toFill && { height: ROOM }) })),
      ],
      columnWidths: columns,
      width: { size: FORM_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: LINES,
      tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    }),
    // Word joins tables that touch.
    paragraph('', writing, { style: STYLE.tableEnd }),
  ]
}
