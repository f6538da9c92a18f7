import type { TableFailureReply } from '#shared/contract/table-replies.ts'
import type { MappingFailure } from '#shared/programme/mapping.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import type { FileFailure } from '../exchange/read-bundle.ts'

const MAPPING_FAILURES = new Set(['MappingUnreadable', 'UnknownTarget', 'TargetTwice', 'TextNotMapped', 'ColumnMissing'])

/** The page says in words of its own what the table, or the choice of columns, has wrong. */
export function replyOf(failure: TableFailure | FileFailure | MappingFailure): TableFailureReply {
  if (failure.type === 'FileUnreadable') return failure
  const { type, ...detail } = failure
  const said = Object.values(detail).flat().join(', ')
  const reply = { reason: type, detail: said === '' ? null : said }
  return MAPPING_FAILURES.has(type) ? { type: 'MapInvalid', ...reply } : { type: 'TableUnreadable', ...reply }
}
