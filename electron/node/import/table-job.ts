import type { TablePreview } from '#shared/contract/table-replies.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { suggestMapping, type MappingFailure } from '#shared/programme/mapping.ts'
import { writeMapping } from '#shared/programme/write-mapping.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import type { FileFailure } from '../exchange/read-bundle.ts'
import { notesOfTable, type TableChoices } from './notes-of-table.ts'
import { tableOf } from './table-of-file.ts'

export interface TableOrder {
  readonly path: string
  /** Cells that were pasted, instead of a file. */
  readonly cells?: string | undefined
  readonly consultation: string
  readonly records: readonly AnyRecord[]
  /** Without them, those that the names of the columns suggest. */
  readonly choices: TableChoices | null
  /** The suggestion's own choices, when there are none. */
  readonly lang: string
  /** Why it is not read at all: an earlier try came to grief over it. */
  readonly left?: FileFailure | undefined
}

/** What a table holds and what it would write. */
export interface TableOutcome extends TablePreview {
  readonly added: number
  readonly alreadyHere: number
  readonly operations: readonly Operation[]
}

/** Rows shown for the eye, and errors told one by one: beyond, their number says enough. */
export const SAMPLE_ROWS = 5
export const ERRORS_TOLD = 1_000

/** Reads a table and makes its notes: work for a worker. */
export async function readTableNotes(
  { path, cells, consultation, records, choices, lang, left }: TableOrder,
  digest: Digest,
): Promise<Result<TableOutcome, TableFailure | FileFailure | MappingFailure>> {
  if (left !== undefined) return fail(left)
  const read = await tableOf(path, cells)
  if (!read.ok) return read
  const { table } = read.value
  const suggestedMap = writeMapping(suggestMapping(table.columns))
  const chosen = choices ?? { map: suggestedMap, voices: 'row', create: ['axes', 'regions', 'themes'], lang, level: 3 }
  const byId = new Map(records.map((record) => [record.id, record]))
  const notes = notesOfTable(read.value, chosen, consultation, byId, digest)
  if (!notes.ok && choices !== null) return fail(notes.failure)
  return ok({
    columns: table.columns,
    rows: table.rows.length,
    sample: table.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    encoding: table.encoding ?? null,
    separator: table.separator ?? null,
    sheet: table.sheet ?? null,
    suggestedMap,
    notes: notes.ok ? notes.value.drafts.drafts.length : 0,
    added: notes.ok ? notes.value.added : 0,
    alreadyHere: notes.ok ? notes.value.alreadyHere : 0,
    toCreate: notes.ok ? notes.value.drafts.toCreate : { axes: [], regions: [], themes: [] },
    errors: (notes.ok ? [...notes.value.drafts.errors, ...notes.value.drafts.warnings] : [])
      .slice(0, ERRORS_TOLD)
      .map(({ line, column, type, value }) => ({ line, column: column || null, type, value })),
    operations: notes.ok ? notes.value.operations : [],
  })
}
