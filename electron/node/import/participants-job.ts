import type { ListOptions, ParticipantsPreview } from '#shared/contract/participant-calls.ts'
import type { Draft } from '#shared/edit/draft.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { parseTargets, resolveMapping, type MappingFailure, type MappingOf } from '#shared/programme/mapping.ts'
import { participantDrafts } from '#shared/programme/participants/participant-drafts.ts'
import type { ParticipantIssue } from '#shared/programme/participants/participant-draft.ts'
import { suggestParticipants } from '#shared/programme/participants/participant-headers.ts'
import {
  NAMING,
  PARTICIPANT_TARGETS,
  type ParticipantTarget,
} from '#shared/programme/participants/participant-target.ts'
import { planParticipants, type ListAnswers, type ListPlan } from '#shared/programme/participants/plan-participants.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import { writeMapping } from '#shared/programme/write-mapping.ts'
import { knownLabels } from './known-labels.ts'
import { countsOf } from './list-counts.ts'
import { ERRORS_TOLD, SAMPLE_ROWS } from './table-job.ts'
import { tableOf, type TableRead } from './table-of-file.ts'

export interface ParticipantsOrder {
  readonly path: string
  /** Cells that were pasted, instead of a file. */
  readonly cells?: string | undefined
  readonly records: readonly AnyRecord[]
  /** Records whose words were destroyed: no list brings them back. */
  readonly erased: readonly string[]
  /** Without them, or without a mapping, what the names of the columns suggest. */
  readonly choices: (Omit<ListOptions, 'map'> & { readonly map: string | null }) | null
  /** Why it is not read at all: an earlier try came to grief over it. */
  readonly left?: FileFailure | undefined
}

/** What a list holds, and what it would write: the preview and the real run are this one. */
export interface ParticipantsOutcome {
  readonly preview: ParticipantsPreview
  readonly writings: readonly Draft[]
}

/** As many people as a list brings at once: more were never in one room. */
const LIST_ROWS = 20_000
const PEOPLE_TOLD = 200
const QUESTIONS_TOLD = 500

type Refused =
  TableFailure | FileFailure | MappingFailure | { readonly type: 'RecordNotFound'; readonly record: string }

/** Reads a list and plans what it writes: work for a worker. */
export async function readParticipants(
  { path, cells, records, erased, choices, left }: ParticipantsOrder,
  digest: Digest,
): Promise<Result<ParticipantsOutcome, Refused>> {
  if (left !== undefined) return fail(left)
  const read = await tableOf(path, cells)
  if (!read.ok) return read
  const { table, digest: file } = read.value
  const beyond = table.rows[LIST_ROWS]
  if (beyond !== undefined) return fail({ type: 'TooLarge', what: 'rows', limit: LIST_ROWS, line: beyond.line })
  const suggested = suggestParticipants(table.columns)
  const mapping = chosenMapping(suggested, choices, table.columns)
  if (!mapping.ok) return mapping
  const byId: Records = new Map(records.map((record) => [record.id, record]))
  const session = choices?.session ?? null
  if (session !== null && byId.get(session)?.kind !== 'session')
    return fail({ type: 'RecordNotFound', record: session })
  const isNamed = NAMING.some((target) => mapping.value[target] !== undefined)
  const { drafts, issues } = isNamed
    ? participantDrafts(table, mapping.value, knownLabels(byId))
    : { drafts: [], issues: [] }
  const plan = planParticipants(drafts, byId, { file, session }, answersOf(choices), digest, new Set(erased))
  return ok({
    preview: previewOf(read.value.table, writeMapping(suggested), plan, [...issues, ...plan.issues]),
    writings: plan.writings,
  })
}

/** To look at a table, whatever was recognised will do; to take it, some column must name people. */
function chosenMapping(
  suggested: MappingOf<ParticipantTarget>,
  choices: ParticipantsOrder['choices'],
  columns: readonly string[],
): Result<MappingOf<ParticipantTarget>, MappingFailure> {
  if (choices === null) return ok(suggested)
  const parsed = choices.map === null ? ok(suggested) : parseTargets(choices.map, PARTICIPANT_TARGETS)
  if (!parsed.ok) return parsed
  if (NAMING.every((target) => parsed.value[target] === undefined)) return fail({ type: 'NameNotMapped' })
  return resolveMapping(parsed.value, columns)
}

const answersOf = (choices: ParticipantsOrder['choices']): ListAnswers => ({
  bulk: choices?.answers.bulk ?? 'other',
  people: new Map(choices?.answers.people.map(({ line, same }) => [line, same])),
  organisations: new Map(choices?.answers.organisations.map(({ organisation, same }) => [organisation, same])),
})

function previewOf(
  table: (TableRead & { readonly ok: true })['value']['table'],
  suggestedMap: string,
  plan: ListPlan,
  issues: readonly ParticipantIssue[],
): ParticipantsPreview {
  const asked = plan.rows.filter(({ question }) => question !== null)
  return {
    columns: table.columns,
    rows: table.rows.length,
    sample: table.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    encoding: table.encoding ?? null,
    separator: table.separator ?? null,
    sheet: table.sheet ?? null,
    suggestedMap,
    counts: countsOf(plan.rows),
    people: plan.rows.slice(0, PEOPLE_TOLD),
    questions: asked.slice(0, QUESTIONS_TOLD),
    organisations: plan.organisations.slice(0, QUESTIONS_TOLD),
    newOrganisations: plan.newOrganisations.slice(0, PEOPLE_TOLD),
    errors: issues
      .toSorted((a, b) => a.line - b.line)
      .slice(0, ERRORS_TOLD)
      .map(({ line, column, type, value }) => ({ line, column: column || null, type, value })),
  }
}
