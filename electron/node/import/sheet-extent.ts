import { TABLE_LIMITS, tooLarge, type TableFailure } from '#shared/programme/table.ts'

/** Rows of the largest sheet that any spreadsheet writes. */
const LAST_ROW = 1_048_576

/** Every `r` attribute, which is where rows and cells say their place; then what tells whether the cell is empty. */
const places = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')([^>]*>(?:<\/)?)?/g

/**
 * Why a sheet must not be parsed, or `null`. Parsers fill the gap before a far cell: a workbook of a kilobyte whose only
 * cell is the last of the last row would take all memory. Empty cells, that only carry a format, do not count.
 */
export function refuseSheet(xml: string, part: string): TableFailure | null {
  let [lastRow, lastColumn] = [0, 0]
  for (const [, double, single, tail = ''] of xml.matchAll(places)) {
    const place = double ?? single ?? ''
    // A place spelled with entities is a place that this scan was not meant to see.
    if (place.includes('&')) return { type: 'WorkbookDamaged', part }
    const found = /^([A-Z]*)(\d+)$/i.exec(place)
    if (found === null) continue
    const [, letters = '', row] = found
    lastRow = Math.max(lastRow, Number(row))
    if (!/\/>$|<\/$/.test(tail)) lastColumn = Math.max(lastColumn, columnNumber(letters))
  }
  if (lastRow > LAST_ROW) return { type: 'WorkbookDamaged', part }
  if (lastColumn > TABLE_LIMITS.columns) return tooLarge('columns')
  return lastRow * lastColumn > TABLE_LIMITS.area ? tooLarge('area') : null
}

/** `A` is 1, `Z` is 26, `AA` is 27. */
function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
