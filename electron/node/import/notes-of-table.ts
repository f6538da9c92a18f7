import { knownLabels } from './known-labels.ts'
import type { TableRead } from './table-of-file.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Records } from '#shared/model/record.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { derivedOperations } from '#shared/process/genesis.ts'
import { parseMapping, resolveMapping, type MappingFailure } from '#shared/programme/mapping.ts'
import { earlierNotes } from '#shared/programme/earlier-notes.ts'
import { rowDrafts, type RowDrafts } from '#shared/programme/row-drafts.ts'
import { tableRecords } from '#shared/programme/table-records.ts'

export interface TableChoices {
  readonly map: string
  readonly voices: 'column' | 'row' | 'none'
  readonly create: readonly ('axes' | 'regions' | 'themes')[]
  readonly lang: string
  readonly level: number
}

export interface TableNotes {
  readonly drafts: RowDrafts
  readonly operations: readonly Operation[]
  readonly added: number
  readonly alreadyHere: number
}

/** The operations that put a table's notes into a workspace; rows whose notes are here already add nothing. */
export function notesOfTable(
  { table, digest: file, name }: (TableRead & { readonly ok: true })['value'],
  choices: TableChoices,
  consultation: string,
  records: Records,
  digest: Digest,
): Result<TableNotes, MappingFailure> {
  const parsed = parseMapping(choices.map)
  if (!parsed.ok) return parsed
  const mapping = resolveMapping(parsed.value, table.columns)
  if (!mapping.ok) return fail(mapping.failure)
  const create = Object.fromEntries(choices.create.map((what) => [what, true]))
  const options = { create, voices: choices.voices, defaultLang: choices.lang }
  const drafts = rowDrafts(table, mapping.value, knownLabels(records), options)
  const origin = { consultation, file, fileName: name, level: choices.level }
  const earlier = earlierNotes(drafts.drafts, records, origin, digest)
  const made = tableRecords(drafts.drafts, origin, digest, earlier, records)
  const missing = made.filter(({ id }) => !records.has(id))
  const operations = derivedOperations({ consultation, seed: file, stream: 'table' }, missing, digest)
  return ok({ drafts, operations, added: drafts.drafts.length - earlier.size, alreadyHere: earlier.size })
}
