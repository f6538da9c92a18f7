import { basename } from 'node:path'
import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import type { TableFailureReply } from '#shared/contract/table-replies.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { TableOutcome } from '../import/table-job.ts'
import { doneJob } from '../jobs.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { replyOf } from './table-reply.ts'

type Calls = 'table.preview' | 'table.import'

/** The level of contributions that come as a table: their authors were asked to write, not to be named. */
const TABLE_LEVEL = 3

/** Notes from a spreadsheet: what it holds, then its notes put into the open consultation. */
export function tableHandlers(desk: Desk): Pick<Handlers<PageContract>, Calls> {
  return {
    'table.preview': async ({ options, ...source }) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      const read = await readNotes(desk, desk.open, source, options ?? null)
      if (!read.ok) return read
      const { operations: _, added: __, alreadyHere: ___, ...preview } = read.value
      return ok(preview)
    },
    'table.import': async ({ file, cells, ...choices }) => {
      const open = desk.open
      if (open === null) return fail({ type: 'NothingOpen' })
      const read = await readNotes(desk, open, { file, cells }, choices)
      if (!read.ok) return read
      const { operations, added, alreadyHere, errors } = read.value
      const edited = await open.applyBatch(operations, 'table.import')
      if (!edited.ok) return edited
      desk.refreshSnapshot()
      return ok({ ...edited.value, added, alreadyHere, errors })
    },
  }
}

async function readNotes(
  desk: Desk,
  { store, records }: OpenWorkspace,
  { file, cells }: { readonly file?: string | undefined; readonly cells?: string | undefined },
  choices: {
    map: string
    voices: 'column' | 'row' | 'none'
    create: readonly ('axes' | 'regions' | 'themes')[]
    lang: string
  } | null,
): Promise<Result<TableOutcome, TableFailureReply>> {
  const path = desk.ports.files.path(file ?? '') ?? ''
  const done = await doneJob(desk.ports.runJob, 'table.notes', {
    path,
    cells,
    consultation: store.consultation,
    records: [...records.values()],
    choices: choices === null ? null : { ...choices, level: TABLE_LEVEL },
    lang: desk.settings.value.language,
  })
  return done.ok ? done : fail(replyOf(done.failure, basename(path)))
}
