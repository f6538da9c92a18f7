import * as z from 'zod'
import { level } from '../model/kind.ts'
import { STANCES } from '../model/kinds.ts'
import { CAPITALS, CATEGORIES, CHANNELS, NOTE_KINDS, RECOMMENDATION_CLASSES } from './lists.ts'

/** Words in the three languages of the catalogues. */
export const wordsSchema = z.strictObject({
  fr: z.string().trim().min(1),
  en: z.string().trim().min(1),
  es: z.string().trim().min(1),
})

const scalar = z.union([z.string(), z.boolean(), z.int(), z.null()])

const recordSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  kind: z.string(),
  /** Field by field. `@axis.care`, as a value or after the colon of a set's member, names another record of the file. */
  set: z.record(z.string(), scalar),
})

/** What a document is about, hence which outline is built for it. */
const DOCUMENT_TYPES = [
  'presentation',
  'press-release',
  'programme',
  'session',
  'local',
  'plan',
  'regional',
  'thematic',
  'global',
  'guide',
] as const

const scale = z.enum(['global', 'regional', 'thematic', 'stakeholder', 'local'])

export const templateSchema = z.strictObject({
  id: z.string().regex(/^(\d{3}|blank)$/),
  version: z.int().min(1),
  edition: z.string().min(1),
  icon: z.string().min(1),
  order: z.int(),
  name: wordsSchema,
  summary: wordsSchema,
  documentsLabel: wordsSchema,
  lists: z.strictObject({
    noteKinds: z.array(z.enum(NOTE_KINDS)).min(1),
    categories: z.array(z.enum(CATEGORIES)).min(1),
    capitals: z.array(z.enum(CAPITALS)).optional(),
    recommendationClasses: z.array(z.enum(RECOMMENDATION_CLASSES)).optional(),
    channels: z.array(z.enum(CHANNELS)).min(1),
    stances: z.array(z.enum(STANCES)).min(1),
  }),
  presets: z.strictObject({
    level,
    sessionLevels: z.partialRecord(scale, level),
    readings: z.enum(['none', 'annex', 'body']),
    house: z.enum(['uclg', 'un']),
    lang: z.enum(['fr', 'en', 'es']),
  }),
  documents: z.array(z.strictObject({ key: z.string().min(1), type: z.enum(DOCUMENT_TYPES), label: wordsSchema })),
  records: z.array(recordSchema),
})

export type TemplateRecord = z.infer<typeof recordSchema>
/** A process as it ships: lists, presets, documents, and the records that a consultation starts with. */
export type Template = z.infer<typeof templateSchema>
