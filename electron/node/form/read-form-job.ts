import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { FormPreview } from '#shared/contract/form-calls.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { formatDay } from '#shared/i18n/format.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { labelOf } from '#shared/model/label.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { derivedOperations } from '#shared/process/genesis.ts'
import type { FormFault, FormIssue } from '#shared/programme/form/form-issue.ts'
import { isFormError } from '#shared/programme/form/form-issue.ts'
import { planForm, sittingHere, type FormPlan, type KnownSitting } from '#shared/programme/form/plan-form.ts'
import { readForm, type FilledForm } from '#shared/programme/form/read-form.ts'
import { readGivenFile } from '../exchange/read-file.ts'
import { gridsOf, FORM_BYTES } from './form-grids.ts'
import { knownWords } from './known-words.ts'

export interface FormReading {
  readonly path: string
  readonly consultation: string
  readonly records: readonly AnyRecord[]
  /** Why it is not read at all: an earlier try came to grief over it. */
  readonly left?: FileFailure | undefined
}

/** What a form holds and what it would write. */
export interface FormOutcome extends FormPreview {
  readonly operations: readonly Operation[]
}

/** Lines shown for the eye. */
const SAMPLE = 5
/** Remarks told one by one: beyond, their number says enough. */
const ISSUES_TOLD = 1_000

/** Reads a form that someone filled in and makes its records: work for a worker. */
export async function readFormFile(
  { path, consultation, records: given, left }: FormReading,
  digest: Digest,
): Promise<Result<FormOutcome, FormFault | FileFailure>> {
  if (left !== undefined) return fail(left)
  const read = await readGivenFile(path, FORM_BYTES)
  if (!read.ok) return read
  if (read.value === null) return fail('TooLarge')
  const grids = await gridsOf(Buffer.from(read.value))
  if (!grids.ok) return grids
  const records: Records = new Map(given.map((record) => [record.id, record]))
  const form = readForm(grids.value, knownWords(records), records, consultation)
  if (!form.ok) return form
  const file = createHash('sha256').update(read.value).digest('base64url')
  return ok(outcomeOf(form.value, records, { consultation, file, fileName: basename(path) }, digest))
}

type From = { readonly consultation: string; readonly file: string; readonly fileName: string }

function outcomeOf(form: FilledForm, records: Records, from: From, digest: Digest): FormOutcome {
  const { lang, reference } = form.mark
  const t = createTranslator(lang)
  const { sitting, issues } = knownSitting(form, records, (day) => t('form:untitled', { day: formatDay(day, lang) }))
  const told = {
    reference,
    themes: form.themesToCreate,
    sample: form.notes.slice(0, SAMPLE).map(({ line, person, text }) => ({
      line,
      speaker: [person?.givenName, person?.name].filter(Boolean).join(' ') || (person?.organisation ?? ''),
      text,
    })),
    issues: issues.slice(0, ISSUES_TOLD),
  }
  if (sitting === null) return { ...told, session: null, added: 0, alreadyHere: 0, people: 0, operations: [] }
  const origin = { ...from, basis: t('form:basis', { reference }), momentOf }
  const plan = planForm(form, sitting, records, origin, digest)
  return { ...told, ...takenOf(plan, sitting, records, from, lang, digest) }
}

function takenOf(
  { records: made, session, added, alreadyHere }: FormPlan,
  { label, date, place, region, level }: KnownSitting,
  records: Records,
  { consultation, file }: From,
  lang: string,
  digest: Digest,
) {
  return {
    session: {
      label,
      date,
      place,
      region: region === null ? null : labelOf(records.get(region), lang),
      level,
      isNew: session.isNew,
    },
    added,
    alreadyHere,
    people: made.filter(({ kind }) => kind === 'person').length,
    operations: derivedOperations({ consultation, seed: file, stream: 'table' }, made, digest),
  }
}

/** The sitting, when nothing is missing that must be said; a rule that is not said is that of the sitting that is here. */
function knownSitting(
  { sitting, issues }: FilledForm,
  records: Records,
  untitled: (day: string) => string,
): { readonly sitting: KnownSitting | null; readonly issues: readonly FormIssue[] } {
  const { date, label, level: said, place, region, start } = sitting
  if (date === null || sitting.issues.some(isFormError)) return { sitting: null, issues }
  const named = { label: label || untitled(date), date, region, place, start }
  const level = said ?? sittingHere(records, named)?.f.level
  if (level !== undefined) return { sitting: { ...named, level }, issues }
  const missing: FormIssue = { part: 'session', line: 0, field: 'level', type: 'LevelMissing', value: '' }
  return { sitting: null, issues: [missing, ...issues] }
}

/** Where this computer stands: a note is then shown with the hour that was written. */
const momentOf = (day: string, time: string): number => new Date(`${day}T${time}:00`).getTime()
