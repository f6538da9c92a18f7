import { LANGUAGES } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { isKind, type AnyRecord, type Records } from '#shared/model/record.ts'
import { CATEGORIES, NOTE_KINDS } from '#shared/process/lists.ts'
import { STANCES } from '#shared/model/kinds.ts'
import type { Known } from '#shared/programme/label-index.ts'
import type { KnownLabels } from '#shared/programme/row-draft.ts'

/** Every way a row may name what the workspace knows: labels in each language, short names, variants, codes, words of lists. */
export function knownLabels(records: Records): KnownLabels {
  const of = (kind: 'axis' | 'region' | 'theme'): readonly Known[] =>
    [...records.values()].filter((record) => isKind(record, kind) && record.f['into'] === undefined).map(labelsOf)
  return {
    axes: of('axis'),
    regions: of('region'),
    themes: of('theme'),
    kinds: wordsOf('noteKind', NOTE_KINDS),
    stances: wordsOf('stance', STANCES),
    categories: wordsOf('category', CATEGORIES),
  }
}

const LABEL_FIELD = /^(label|short|variant|code|organisation)(:|$)/

const labelsOf = (record: AnyRecord): Known => ({
  id: record.id,
  labels: Object.entries(record.f).flatMap(([field, value]) =>
    LABEL_FIELD.test(field) && typeof value === 'string' ? [value] : [],
  ),
})

function wordsOf(list: string, keys: readonly string[]): readonly Known[] {
  const translators = LANGUAGES.map(createTranslator)
  return keys.map((id) => ({
    id,
    labels: translators.map((translate) => (translate as (key: string) => string)(`lists:${list}.${id}`)),
  }))
}
