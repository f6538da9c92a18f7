import { buffer as collect } from 'node:stream/consumers'
import readExcelFile from 'read-excel-file/node'
import { ZipFile } from 'yazl'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { TableData, TableFailure } from '#shared/programme/table.ts'
import { cellText, numberText } from './cell-text.ts'
import { createTableCollector } from './collect-table.ts'
import { openWorkbook, type WorkbookParts } from './open-workbook.ts'
import { refuseSheet } from './sheet-extent.ts'

interface Sheet {
  readonly sheet: string
  readonly data: readonly (readonly unknown[])[]
}

/** Reads one sheet of an `.xlsx` workbook: the one named, else the first that holds something. Formulas give their last result. */
export async function readWorkbook(bytes: Buffer, sheetName?: string): Promise<Result<TableData, TableFailure>> {
  const parts = await openWorkbook(bytes)
  if (!parts.ok) return parts
  const sheets = await readSheets(parts.value)
  return sheets.ok ? sheetTable(sheets.value, sheetName) : sheets
}

/** Every sheet of a workbook, in its order; refused before it is parsed when its cells are too far apart. */
export async function readSheets(parts: WorkbookParts): Promise<Result<readonly Sheet[], TableFailure>> {
  for (const [part, content] of parts) {
    const refusal = part.startsWith('xl/worksheets/') ? refuseSheet(content.toString('latin1'), part) : null
    if (refusal !== null) return fail(refusal)
  }
  return parseSheets(parts)
}

async function parseSheets(parts: WorkbookParts): Promise<Result<readonly Sheet[], TableFailure>> {
  try {
    const sheets = await readExcelFile(await repack(parts), { trim: false, parseNumber: numberText })
    // A sheet that holds only a chart has no cells at all.
    return ok(sheets.map(({ sheet, data }) => ({ sheet, data: data ?? [] })))
  } catch {
    // The parser throws for whatever in the XML is not a workbook.
    return fail({ type: 'WorkbookDamaged' })
  }
}

/** The parser unpacks by the local headers of the archive, which may say other things than those that were checked. */
function repack(parts: WorkbookParts): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of parts) zip.addBuffer(content, name, { compress: false })
  zip.end()
  return collect(zip.outputStream)
}

function sheetTable(sheets: readonly Sheet[], wanted?: string): Result<TableData, TableFailure> {
  const names = sheets.map(({ sheet }) => sheet)
  const chosen =
    wanted === undefined
      ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
      : sheets.find(({ sheet }) => sheet === wanted)
  if (chosen === undefined)
    return fail(wanted === undefined ? { type: 'EmptyTable' } : { type: 'SheetMissing', sheet: wanted, sheets: names })
  const table = createTableCollector()
  for (const [index, row] of chosen.data.entries()) {
    const failure = table.add(index + 1, row.map(cellText))
    if (failure !== null) return fail(failure)
  }
  const read = table.finish()
  if (!read.ok) return read
  const mixed = read.value.columns.filter((_, at) => isMixed(chosen.data.slice(1).map((row) => row[at])))
  return ok({ ...read.value, ...(mixed.length === 0 ? {} : { mixed }), sheet: chosen.sheet, sheets: names })
}

function isMixed(cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => cell !== null && cell !== undefined && cell !== '')
  const dates = filled.filter((cell) => cell instanceof Date).length
  return dates > 0 && dates < filled.length
}
