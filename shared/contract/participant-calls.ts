import * as z from 'zod'
import type { EditFailure } from '../edit/command.ts'
import { ref } from '../model/kind.ts'
import type { OrganisationQuestion } from '../programme/participants/organisations-named.ts'
import type { PlannedRow } from '../programme/participants/plan-participants.ts'
import type { NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Edited } from './replies.ts'
import type { TableFailureReply, TablePreview } from './table-replies.ts'

/** As many characters as are pasted at once. */
const CELLS_LIMIT = 5_000_000

/** A file that was chosen, or cells that were copied from a spreadsheet. */
export const tableSource = {
  file: z.string().min(1).max(200).optional(),
  cells: z.string().min(1).max(CELLS_LIMIT).optional(),
}

/** What a person said of those who look like someone, or something, that is here. */
export const listAnswers = z.object({
  bulk: z.enum(['same', 'email-and-name', 'other']),
  /** By line of the table: the person who it is, or `null` for another. */
  people: z.array(z.object({ line: z.int().min(1), same: ref.nullable() })).max(20_000),
  organisations: z.array(z.object({ organisation: ref, same: ref.nullable() })).max(20_000),
})

const options = {
  /** `fullName=Nom complet,email=Courriel`, in the syntax of `programme/mapping.ts`. */
  map: z.string().max(5_000),
  /** Whose dock people come into. */
  session: ref.nullable(),
  answers: listAnswers,
}
/** What a person chose for a list. */
export type ListOptions = z.infer<z.ZodObject<typeof options>>

/** What a list of participants holds, and what putting it in would do. */
export interface ParticipantsPreview extends Omit<TablePreview, 'notes' | 'toCreate'> {
  readonly counts: ParticipantCounts
  /** The first ones; the others are counted. */
  readonly people: readonly PlannedRow[]
  /** Lines that someone is asked about; the others are answered together. */
  readonly questions: readonly PlannedRow[]
  readonly organisations: readonly OrganisationQuestion[]
  readonly newOrganisations: readonly string[]
}

export interface ParticipantCounts {
  readonly new: number
  readonly here: number
  readonly changed: number
  /** Of all these, those who look like someone who is here. */
  readonly asked: number
}

export interface ParticipantsImported extends Edited {
  readonly counts: ParticipantCounts
  readonly errors: TablePreview['errors']
}

export type ParticipantsRefused = TableFailureReply | Extract<EditFailure, { type: 'RecordNotFound' }> | NothingOpen

/** People from a table, into persons, organisations and the dock of a session. */
export const participantCalls = {
  'participants.preview': method<ParticipantsPreview, ParticipantsRefused>()(
    z.object({ ...tableSource, options: z.object(options).optional() }),
  ),
  'participants.import': method<ParticipantsImported, ParticipantsRefused | NotSaved>()(
    z.object({ ...tableSource, ...options }),
  ),
}
