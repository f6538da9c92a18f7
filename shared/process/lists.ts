/** Keys of every list that a template may offer. Their words are in the catalogues, namespace `lists`. */
import type { STANCES } from '../model/kinds.ts'

/** What a note is made of: it decides how it may be printed. A remark is the rapporteur's own and is never printed. */
export const NATURES = ['paraphrase', 'verbatim', 'chair', 'procedure', 'remark'] as const
type Nature = (typeof NATURES)[number]

interface KindOfNote {
  readonly nature: Nature
  /** The stance a new note of this kind starts with; `null` says that the theme is raised, no more. */
  readonly stance: (typeof STANCES)[number] | null
}

/** The one table of kinds of note, in the order in which they are offered. */
export const KINDS_OF_NOTE = {
  observation: { nature: 'paraphrase', stance: null },
  priority: { nature: 'paraphrase', stance: null },
  need: { nature: 'paraphrase', stance: null },
  recommendation: { nature: 'paraphrase', stance: 'supports' },
  advocacy: { nature: 'paraphrase', stance: 'supports' },
  commitment: { nature: 'paraphrase', stance: 'supports' },
  divergence: { nature: 'paraphrase', stance: null },
  practice: { nature: 'paraphrase', stance: null },
  quote: { nature: 'verbatim', stance: null },
  figure: { nature: 'paraphrase', stance: null },
  question: { nature: 'paraphrase', stance: null },
  'chair-conclusion': { nature: 'chair', stance: null },
  procedure: { nature: 'procedure', stance: null },
  remark: { nature: 'remark', stance: null },
} as const satisfies Readonly<Record<string, KindOfNote>>
export type NoteKind = keyof typeof KINDS_OF_NOTE
export const NOTE_KINDS = Object.keys(KINDS_OF_NOTE) as readonly NoteKind[]

/** Kinds that say how the sitting went or what the rapporteur thought: nobody qualifies them. */
export const SILENT_KINDS: ReadonlySet<unknown> = new Set<NoteKind>(['procedure', 'remark'])

export const CATEGORIES = [
  'local-elected',
  'local-staff',
  'regional',
  'association',
  'national',
  'international',
  'donor',
  'civil-society',
  'university',
  'private',
  'residents',
  'other',
] as const

/** Codes of the sections, in their order; `INT` is *international / hors section*, never a region. */
export const SECTIONS = ['AFR', 'ASP', 'EUA', 'EUR', 'MEW', 'LAT', 'NOR', 'MET', 'REG', 'INT'] as const

export const CAPITALS = ['human', 'social', 'economic', 'cultural', 'environmental'] as const

export const RECOMMENDATION_CLASSES = ['advocacy', 'financing', 'capacity-building', 'implementation'] as const

export const CHANNELS = ['speech', 'interpretation', 'written-text', 'chat', 'questions-answers', 'poll'] as const
/** The only channels whose words may be quoted. */
export const QUOTABLE_CHANNELS: readonly (typeof CHANNELS)[number][] = ['speech', 'written-text']

export const GENDERS = ['woman', 'man', 'other'] as const

/** Attribution levels, from named to off the record. */
export const LEVELS = [1, 2, 3, 4, 5, 6] as const
