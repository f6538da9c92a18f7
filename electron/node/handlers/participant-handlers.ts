import { basename } from 'node:path'
import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import type { ListOptions, ParticipantsRefused } from '#shared/contract/participant-calls.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { ABOUT_PEOPLE } from '../import/list-counts.ts'
import type { ParticipantsOutcome } from '../import/participants-job.ts'
import { doneJob } from '../jobs.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { replyOf } from './table-reply.ts'

type Calls = 'participants.preview' | 'participants.import'

interface Source {
  readonly file?: string | undefined
  readonly cells?: string | undefined
}

/** People from a spreadsheet: who is new, who is here, who looks like someone; then put in, as one step. */
export function participantHandlers(desk: Desk): Pick<Handlers<PageContract>, Calls> {
  return {
    'participants.preview': async ({ options, ...source }) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      const read = await readList(desk, desk.open, source, options ?? null)
      return read.ok ? ok(read.value.preview) : read
    },
    'participants.import': async ({ file, cells, ...choices }) => {
      const open = desk.open
      if (open === null) return fail({ type: 'NothingOpen' })
      const read = await readList(desk, open, { file, cells }, choices)
      if (!read.ok) return read
      const { preview, writings } = read.value
      const edited = await open.write(writings, 'participants.import')
      if (!edited.ok) return edited
      return ok({ ...edited.value, counts: preview.counts, errors: preview.errors })
    },
  }
}

async function readList(
  desk: Desk,
  { store, records }: OpenWorkspace,
  { file, cells }: Source,
  choices: ListOptions | null,
): Promise<Result<ParticipantsOutcome, ParticipantsRefused>> {
  const path = desk.ports.files.path(file ?? '') ?? ''
  const done = await doneJob(desk.ports.runJob, 'table.participants', {
    path,
    cells,
    records: [...records.values()].filter(({ kind }) => ABOUT_PEOPLE.has(kind)),
    erased: [...store.state.fold.erased.keys()],
    choices,
  })
  if (done.ok) return done
  return fail(done.failure.type === 'RecordNotFound' ? done.failure : replyOf(done.failure, basename(path)))
}
