import * as z from 'zod'
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { day, level, time } from '../model/kind.ts'
import { CONSULTATION_STATES, QUOTE_STATES, SCOPES, STANCES } from '../model/kinds.ts'
import { CAPITALS, CATEGORIES, CHANNELS, GENDERS, NOTE_KINDS, RECOMMENDATION_CLASSES, SECTIONS } from './lists.ts'
import { wordsSchema } from './template.ts'

/** A section of the template; none for those who belong to no section. */
const section = z.enum(SECTIONS).exclude(['INT'])
const said = z.string().trim().min(1)

const organisation = z.strictObject({
  key: said,
  name: said,
  acronym: said.optional(),
  country: said,
  region: section.optional(),
})

const person = z.strictObject({
  key: said,
  name: said,
  givenName: said,
  organisation: said.optional(),
  function: said,
  category: z.enum(CATEGORIES),
  gender: z.enum(GENDERS).optional(),
  region: section.optional(),
})

/** A session with the key of one of the template's sessions is that session. */
const session = z.strictObject({
  key: said,
  label: wordsSchema,
  date: day,
  start: time,
  end: time,
  mode: z.enum(['on-site', 'online', 'hybrid']),
  scale: z.enum(['global', 'regional']),
  region: section.optional(),
  level,
  axes: z.array(said).min(1),
  state: z.enum(CONSULTATION_STATES),
})

const theme = z.strictObject({ key: said, label: wordsSchema, parent: said.optional(), axis: said.optional() })

const note = z.strictObject({
  session: said,
  axis: said,
  /** `null` when the rapporteur did not know who spoke. */
  person: said.nullable(),
  kind: z.enum(NOTE_KINDS),
  stance: z.enum(STANCES).optional(),
  scope: z.enum(SCOPES),
  themes: z.array(said),
  text: said,
  lang: z.string().regex(/^[a-z]{2}$/),
  at: time,
  translation: z.strictObject({ fr: said }).optional(),
  channel: z.enum(CHANNELS).optional(),
  quoteState: z.enum(QUOTE_STATES).optional(),
  recommendationClass: z.enum(RECOMMENDATION_CLASSES).optional(),
  addressee: said.optional(),
  level: level.optional(),
  capitals: z.array(z.enum(CAPITALS)).optional(),
})

const tag = z.strictObject({
  label: said,
  scope: z.enum(['trend', 'specificity']),
  axis: said,
  themes: z.array(said).min(1),
  regions: z.array(section),
  reason: said,
})

const synthesis = z.strictObject({
  region: section.optional(),
  axis: said,
  part: z.enum(['summary', 'trends', 'specificities', 'divergences', 'output', 'next']),
  state: z.enum(['draft', 'reviewed', 'with-members', 'validated', 'validated-with-reserve', 'integrated']),
  text: said,
})

const sampleSchema = z.strictObject({
  template: said,
  edition: said,
  name: wordsSchema,
  regionStates: z.partialRecord(section, z.enum(CONSULTATION_STATES)),
  organisations: z.array(organisation),
  persons: z.array(person),
  sessions: z.array(session),
  themes: z.array(theme),
  notes: z.array(note),
  tags: z.array(tag),
  syntheses: z.array(synthesis),
})

/** A consultation written for exploration, its records named by keys. Axes are keys of the template, « democracy ». */
export type Sample = z.infer<typeof sampleSchema>

interface SampleFailure {
  readonly type: 'not-a-sample'
  readonly issues: readonly string[]
}

const keysOf = (items: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(items.map(({ key }) => key))

const lost = (
  items: Parameters<typeof keysOf>[0],
  named: readonly (string | null | undefined)[],
): readonly string[] => {
  const keys = keysOf(items)
  return named.filter((key): key is string => typeof key === 'string' && !keys.has(key))
}

/** Keys that something names and nothing holds. */
const lostKeys = ({ organisations, persons, sessions, themes, notes, tags }: Sample): readonly string[] => [
  ...lost(
    organisations,
    persons.map(({ organisation }) => organisation),
  ),
  ...lost(
    persons,
    notes.map(({ person }) => person),
  ),
  ...lost(
    sessions,
    notes.map(({ session }) => session),
  ),
  ...lost(themes, [...themes.map(({ parent }) => parent), ...[...notes, ...tags].flatMap((one) => one.themes)]),
]

/** Reads a sample: its shape, then that every key it names exists. */
export function decodeSample(json: unknown): Result<Sample, SampleFailure> {
  const parsed = sampleSchema.safeParse(json)
  const issues = parsed.success
    ? lostKeys(parsed.data).map((key) => `${key}: unknown key`)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  return parsed.success && issues.length === 0 ? ok(parsed.data) : fail({ type: 'not-a-sample', issues })
}
