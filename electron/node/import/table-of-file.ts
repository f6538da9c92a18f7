import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { TABLE_LIMITS, tooLarge, type TableData, type TableFailure } from '#shared/programme/table.ts'
import type { FileFailure } from '../exchange/read-bundle.ts'
import { readTable } from './read-table.ts'

export type TableRead = Result<
  { readonly table: TableData; readonly digest: string; readonly name: string },
  TableFailure | FileFailure
>

/** Reads a table from the disk, with the digest of its bytes: what its rows' ids are made of. */
export async function tableOfFile(path: string): Promise<TableRead> {
  try {
    if ((await stat(path)).size > TABLE_LIMITS.bytes) return fail(tooLarge('bytes'))
    const bytes = await readFile(path)
    const table = await readTable(bytes, basename(path))
    if (!table.ok) return table
    return ok({
      table: table.value,
      digest: createHash('sha256').update(bytes).digest('base64url'),
      name: basename(path),
    })
  } catch (error) {
    return fail({ type: 'FileUnreadable', code: (error as NodeJS.ErrnoException).code ?? 'UNKNOWN' })
  }
}
