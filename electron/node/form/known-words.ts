import { LANGUAGES } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { SCOPES, STANCES } from '#shared/model/kinds.ts'
import type { Records } from '#shared/model/record.ts'
import { CATEGORIES, GENDERS, LEVELS, NOTE_KINDS } from '#shared/process/lists.ts'
import { SPEAKS_FOR } from '#shared/programme/form/blank-form.ts'
import type { FormKnown } from '#shared/programme/form/form-known.ts'
import type { Known } from '#shared/programme/label-index.ts'
import { knownLabels } from '../import/known-labels.ts'

/** Every word that a form may say, in each language: those of the process, and those of the lists. */
export function knownWords(records: Records): FormKnown {
  const { axes, regions, themes } = knownLabels(records)
  const translators = LANGUAGES.map(createTranslator) as unknown as readonly ((key: string) => string)[]
  const wordsOf = (list: string, keys: readonly (string | number)[], word = ''): readonly Known[] =>
    keys.map((key) => ({
      id: String(key),
      labels: translators.map((translate) => translate(`lists:${list}.${key}${word}`)),
    }))
  return {
    axes,
    regions,
    themes,
    kinds: wordsOf('noteKind', NOTE_KINDS),
    stances: wordsOf('stance', ['none', ...STANCES]),
    scopes: wordsOf('scope', SCOPES),
    categories: wordsOf('category', CATEGORIES),
    genders: wordsOf('gender', GENDERS),
    speaksFor: wordsOf('speaksFor', SPEAKS_FOR),
    levels: wordsOf('level', LEVELS, '.name'),
  }
}
