import { ok, type Result } from '#shared/kit/result.ts'
import type { FormGrid } from '#shared/programme/form/form-grid.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import { cellText } from '../import/cell-text.ts'
import type { WorkbookParts } from '../import/open-workbook.ts'
import { readSheets } from '../import/read-workbook.ts'
import { readXml } from '../report/xml-tree.ts'

/** The sheets of a workbook, in their order. */
export async function readSheetGrids(parts: WorkbookParts): Promise<Result<readonly FormGrid[], TableFailure>> {
  const sheets = await readSheets(parts)
  if (!sheets.ok) return sheets
  const merged = mergedCells(parts)
  return ok(
    sheets.value.map(({ sheet, data }) =>
      data.map((row, index) => ({
        line: index + 1,
        cells: row.map((cell) => cellText(cell).replaceAll('\u00AD', '')),
        below: merged.get(sheet)?.get(index + 1) ?? [],
      })),
    ),
  )
}

/** Of each sheet, by row, the columns whose cell is one with that above. */
function mergedCells(parts: WorkbookParts): ReadonlyMap<string, ReadonlyMap<number, number[]>> {
  try {
    const text = (path: string): string => parts.get(path)?.toString('utf8') ?? '<none/>'
    const targets = new Map(
      readXml(text('xl/_rels/workbook.xml.rels'))
        .all('Relationship')
        .map(({ attributes }) => [attributes['Id'], (attributes['Target'] ?? '').replace(/^(\/xl\/)?/, 'xl/')]),
    )
    return new Map(
      readXml(text('xl/workbook.xml'))
        .all('sheet')
        .map(({ attributes }) => [
          attributes['name'] ?? '',
          mergesIn(text(targets.get(attributes['r:id'] ?? '') ?? '')),
        ]),
    )
  } catch {
    // Cells that are one are then read as the first of them, and the others as empty.
    return new Map()
  }
}

/** Rows that merged cells may reach over in all: a form has no more. */
const MOST_ROWS = 10_000

function mergesIn(sheet: string): ReadonlyMap<number, number[]> {
  const below = new Map<number, number[]>()
  let left = MOST_ROWS
  for (const [, letters = '', first, last] of sheet.matchAll(/<mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d+):\1(\d+)"/g))
    for (let row = Number(first) + 1; row <= Number(last) && left > 0; row += 1, left -= 1)
      below.set(row, [...(below.get(row) ?? []), columnOf(letters)])
  return below
}

/** `A` is 0, `Z` is 25, `AA` is 26. */
function columnOf(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}
