import { fail, type Result } from '#shared/kit/result.ts'
import { TABLE_LIMITS, tooLarge, type Separator, type TableData, type TableFailure } from '#shared/programme/table.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import { recogniseFile } from './recognise-file.ts'

export interface ReadTableOptions {
  /** Separator to use instead of the guess. */
  readonly separator?: Separator
  /** Name of the sheet to read instead of the first that holds something. */
  readonly sheet?: string
}

/**
 * Reads a table from the bytes of a file that people chose: separated values in any usual encoding, or an `.xlsx` workbook.
 *
 * The content decides, not the name: the name only tells `.tsv` from other separated values. Never throws for the content
 * of a file; formulas and macros are never run.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  { separator, sheet }: ReadTableOptions = {},
): Promise<Result<TableData, TableFailure>> {
  if (bytes.length > TABLE_LIMITS.bytes) return fail(tooLarge('bytes'))
  if (bytes.length === 0) return fail({ type: 'EmptyTable' })
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const content = recogniseFile(buffer)
  switch (content) {
    case 'workbook':
      return readWorkbook(buffer, sheet)
    case 'protected-workbook':
      return fail({ type: 'WorkbookProtected' })
    case 'text':
      return readCsv(buffer, separator ?? (/\.(tsv|tab)$/i.test(fileName) ? '\t' : undefined))
    default:
      return fail({ type: 'NotATable', found: content })
  }
}
