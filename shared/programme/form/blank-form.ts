import type { Language } from '../../i18n/languages.ts'
import { createTranslator } from '../../i18n/translator.ts'
import { labelOf } from '../../model/label.ts'
import { SCOPES, STANCES } from '../../model/kinds.ts'
import { members, type AnyRecord } from '../../model/record.ts'
import { CATEGORIES, GENDERS, LEVELS, NOTE_KINDS } from '../../process/lists.ts'
import { FORM_VERSION, writeMark } from './form-mark.ts'

/** What a form asks about: made from a process, the same whatever it is written as. */
export interface BlankForm {
  readonly lang: Language
  readonly title: string
  readonly subtitle: string
  readonly organiser: string
  readonly reference: string
  readonly mark: string
  /** What the rule of the sitting is unless it is written over, as its answer. */
  readonly level: string
  readonly levels: readonly { readonly name: string; readonly leaves: string }[]
  readonly axes: readonly FormAxis[]
  readonly lists: FormLists
}

export interface FormAxis {
  readonly code: string
  readonly id: string
  readonly label: string
  readonly capitals: readonly string[]
  readonly vision: string
  readonly objective: string
  readonly output: string
}

/** The words that a column takes, in the language of the form. */
export interface FormLists {
  readonly kind: readonly string[]
  readonly stance: readonly string[]
  readonly scope: readonly string[]
  readonly themes: readonly string[]
  readonly region: readonly string[]
  readonly category: readonly string[]
  readonly gender: readonly string[]
  readonly speaksFor: readonly string[]
}

export const SPEAKS_FOR = ['self', 'delegation', 'collective', 'working-group'] as const

/** What a template says that no record holds. */
export interface FormTemplate {
  readonly version: number
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>
  /** The strictest of its rules. */
  readonly level: number
}

type Words = (key: string, values?: object) => string

export function blankForm(
  records: readonly AnyRecord[],
  consultation: AnyRecord,
  { version, lists, level }: FormTemplate,
  lang: Language,
): BlankForm {
  const t = createTranslator(lang) as unknown as Words
  const { f, id } = consultation
  const reference = `${String(f['template'] ?? 'blank')}-${String(f['edition'] ?? '')}-v${version}`
  const listed = (list: string, keys: readonly string[]): readonly string[] =>
    keys.map((key) => t(`lists:${list}.${key}`))
  const labelsOf = (kind: string): readonly string[] => standing(records, kind).map((record) => labelOf(record, lang))
  return {
    lang,
    title: labelOf(consultation, lang),
    subtitle: labelOf(consultation, lang, 'subtitle'),
    organiser: String(f['organiser'] ?? ''),
    reference,
    mark: writeMark({ format: FORM_VERSION, reference, lang, consultation: id }),
    level: t('form:rule.answer', { level, name: t(`lists:level.${level}.name`) }),
    levels: LEVELS.map((one) => ({
      name: t('form:rule.answer', { level: one, name: t(`lists:level.${one}.name`) }),
      leaves: t(`lists:level.${one}.leaves`),
    })),
    axes: standing(records, 'axis').map((axis, index) => ({
      code: `A${index + 1}`,
      id: axis.id,
      label: labelOf(axis, lang),
      capitals: members(axis, 'capital').map((capital) => t(`lists:capital.${capital}`)),
      vision: labelOf(axis, lang, 'vision'),
      objective: labelOf(axis, lang, 'objective'),
      output: labelOf(axis, lang, 'output'),
    })),
    lists: {
      kind: listed('noteKind', lists['noteKinds'] ?? NOTE_KINDS),
      stance: listed('stance', ['none', ...STANCES]),
      scope: listed('scope', SCOPES),
      themes: labelsOf('theme'),
      region: labelsOf('region'),
      category: listed('category', lists['categories'] ?? CATEGORIES),
      gender: listed('gender', GENDERS),
      speaksFor: listed('speaksFor', SPEAKS_FOR),
    },
  }
}

/** Records that count as themselves, in their order. */
const standing = (records: readonly AnyRecord[], kind: string): readonly AnyRecord[] =>
  records
    .filter((record) => record.kind === kind && record.f['into'] === undefined)
    .toSorted((one, other) => orderOf(one) - orderOf(other) || (one.id < other.id ? -1 : 1))

const orderOf = ({ f }: AnyRecord): number => (typeof f['order'] === 'number' ? f['order'] : Number.MAX_SAFE_INTEGER)
