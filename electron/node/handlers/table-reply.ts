import type { TableFailureReply } from '#shared/contract/table-replies.ts'
import type { MappingFailure } from '#shared/programme/mapping.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'

const MAPPING_FAILURES = new Set([
  'MappingUnreadable',
  'UnknownTarget',
  'TargetTwice',
  'TextNotMapped',
  'NameNotMapped',
  'ColumnMissing',
])

const FILE_FAILURES: ReadonlySet<string> = new Set<FileFailure['type']>([
  'FileUnreadable',
  'NotAFile',
  'TooSlow',
  'NoMemory',
])

const isFileFailure = (failure: { readonly type: string }): failure is FileFailure => FILE_FAILURES.has(failure.type)

/** What the table, or the choice of columns, has wrong, for the words of the catalogue `import`. */
export function replyOf(failure: TableFailure | FileFailure | MappingFailure, file: string): TableFailureReply {
  if (isFileFailure(failure)) return failure
  const { type, ...about } = failure
  const said = Object.values(about).flat().join(', ')
  const reply = { reason: type, detail: said === '' ? null : said, file, about }
  return MAPPING_FAILURES.has(type) ? { type: 'MapInvalid', ...reply } : { type: 'TableUnreadable', ...reply }
}
