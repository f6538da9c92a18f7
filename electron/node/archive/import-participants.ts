import { basename } from 'node:path'
import type { ArchiveParticipants, ParticipantsNotImported } from '#shared/contract/archive-contract.ts'
import type { Draft } from '#shared/edit/draft.ts'
import { writeBatch } from '#shared/edit/write-batch.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { classOfField } from '#shared/model/fields.ts'
import type { Records } from '#shared/model/record.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { addOperation } from '#shared/operation/fold.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { replyOf } from '../handlers/table-reply.ts'
import { ABOUT_PEOPLE } from '../import/list-counts.ts'
import { doneJob } from '../jobs.ts'
import { clock, digest, randomBytes } from '../machine.ts'
import type { RunJob } from '../ports.ts'
import { filesOfArchives } from './archive-files.ts'
import { writeArchive } from './archive.ts'
import { openApart } from './open-apart.ts'
import { isNamed, nameOf } from './report-subject.ts'

export interface ParticipantsPlace {
  readonly table: string
  readonly into: string
  readonly out: string
  readonly map?: string | undefined
  readonly session?: string | undefined
  /** Whether everyone who looks like someone who is there is the same. */
  readonly same: boolean
}

/** Puts the people of a table into a file. Addresses and phones are read, and stay out of it as out of every file. */
export async function importParticipants(
  { table, into, out, map, session: named, same }: ParticipantsPlace,
  runJob: RunJob,
  onProgress: (share: number) => void,
): Promise<Result<ArchiveParticipants, ParticipantsNotImported>> {
  const archive = await openApart(into, runJob)
  if (!archive.ok) return archive
  const { bundle, fold, records } = archive.value
  const session = sessionNamed(records, named)
  if (!session.ok) return session
  const answers = { bulk: same ? ('same' as const) : ('other' as const), people: [], organisations: [] }
  const order = {
    path: table,
    records: [...records.values()].filter(({ kind }) => ABOUT_PEOPLE.has(kind)),
    erased: [...fold.erased.keys()],
    choices: { map: map ?? null, session: session.value, answers },
  }
  const done = await doneJob(runJob, 'table.participants', order, onProgress)
  if (!done.ok) {
    if (done.failure.type === 'RecordNotFound') throw new Error('The session went away while the list was read')
    return fail(replyOf(done.failure, basename(table)))
  }
  const { preview, writings } = done.value
  const { consultation } = bundle.manifest
  const operations = [...bundle.operations, ...written(fold, writings, consultation)]
  const files = filesOfArchives([archive.value])
  const made = await writeArchive(out, { consultation, kind: 'complete', operations, fold, files })
  if (!made.ok) return made
  const { counts, questions, errors } = preview
  return ok({ ...made.value, counts, questions, errors })
}

function sessionNamed(records: Records, named: string | undefined): Result<string | null, ParticipantsNotImported> {
  if (named === undefined) return ok(null)
  const sessions = [...records.values()].filter(({ kind }) => kind === 'session')
  const found = sessions.find((session) => isNamed(session, named))
  return found === undefined ? fail({ type: 'SessionNeeded', known: sessions.map(nameOf) }) : ok(found.id)
}

/** A file that travels holds nothing private, not even for a moment. */
const withoutPrivate = ({ record, kind, set }: Draft): Draft => ({
  record,
  kind,
  set: Object.fromEntries(Object.entries(set).filter(([field]) => classOfField(kind, field) !== 'p')),
})

/** Written as by a computer that wrote nothing before, and will write nothing more. */
function written(fold: FoldState, writings: readonly Draft[], consultation: string): readonly Operation[] {
  const [stream, by] = [newId(randomBytes), newId(randomBytes)]
  const author = { consultation, stream, by, digest, random: randomBytes, clock }
  const { operations } = writeBatch(fold, writings.map(withoutPrivate), author, { counter: 0, reading: '' })
  for (const operation of operations) addOperation(fold, operation)
  return operations
}
