import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { TABLE_LIMITS, tooLarge, type TableData, type TableFailure } from '#shared/programme/table.ts'
import { readGivenFile } from '../exchange/read-file.ts'
import { attendanceTable } from './attendance-table.ts'
import { readTable } from './read-table.ts'

export type TableRead = Result<
  { readonly table: TableData; readonly digest: string; readonly name: string },
  TableFailure | FileFailure
>

/** The table that a file holds, or cells that were copied from a spreadsheet. */
export const tableOf = (path: string, cells?: string): Promise<TableRead> =>
  cells === undefined ? tableOfFile(path) : tableOfBytes(Buffer.from(cells), '')

/** Reads a table from the disk, with the digest of its bytes: what its rows' ids are made of. */
export async function tableOfFile(path: string): Promise<TableRead> {
  const read = await readGivenFile(path, TABLE_LIMITS.bytes)
  if (!read.ok) return read
  if (read.value === null) return fail(tooLarge('bytes'))
  return tableOfBytes(read.value, basename(path))
}

async function tableOfBytes(bytes: Uint8Array, name: string): Promise<TableRead> {
  const plain = await readTable(bytes, name)
  const attendance = await attendanceTable(bytes, plain)
  const table = attendance === null ? plain : ok(attendance)
  if (!table.ok) return table
  return ok({ table: table.value, digest: createHash('sha256').update(bytes).digest('base64url'), name })
}
