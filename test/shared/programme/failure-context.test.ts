import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { failureContext } from '#shared/programme/failure-context.ts'
import { MAPPING_TARGETS } from '#shared/programme/mapping-target.ts'
import type { MappingFailure } from '#shared/programme/mapping.ts'
import type { RowError, RowWarning } from '#shared/programme/row-draft.ts'
import { TABLE_LIMITS, tooLarge, type NotTableContent, type TableFailure } from '#shared/programme/table.ts'
import en from '../../../resources/locales/en/import.json'
import es from '../../../resources/locales/es/import.json'
import fr from '../../../resources/locales/fr/import.json'

const limits = Object.keys(TABLE_LIMITS) as (keyof typeof TABLE_LIMITS)[]
const contents: Readonly<Record<NotTableContent, true>> = {
  shortcut: true,
  'old-excel': true,
  'open-document': true,
  word: true,
  archive: true,
  pdf: true,
  picture: true,
  'web-page': true,
  other: true,
}
const failures: readonly (TableFailure | MappingFailure)[] = [
  ...Object.keys(contents).map((found) => ({ type: 'NotATable', found: found as NotTableContent }) as const),
  ...limits.map((what) => tooLarge(what, 12)),
  { type: 'EncodingUnreadable' },
  { type: 'EncodingUnreadable', line: 12 },
  { type: 'EmptyTable' },
  { type: 'QuoteNotClosed', line: 12 },
  { type: 'SheetMissing', sheet: 'Hiver', sheets: ['Été', 'Automne'] },
  { type: 'WorkbookProtected' },
  { type: 'WorkbookDamaged' },
  { type: 'MappingUnreadable', part: 'axis' },
  { type: 'UnknownTarget', target: 'couleur', targets: MAPPING_TARGETS },
  { type: 'TargetTwice', target: 'text' },
  { type: 'TextNotMapped' },
  { type: 'ColumnMissing', column: 'note', columns: ['a', 'b'] },
]
const errors: Readonly<Record<RowError['type'], true>> = {
  EmptyText: true,
  TextTooLong: true,
  AxisMissing: true,
  UnknownAxis: true,
  UnknownRegion: true,
  UnknownTheme: true,
  UnknownKind: true,
  UnknownStance: true,
  BadDate: true,
  TooManyCells: true,
  QuoteMisplaced: true,
}
const warnings: Readonly<Record<RowWarning['type'], true>> = {
  TooFewCells: true,
  AmbiguousDate: true,
  HiddenMark: true,
  DatesAmongTexts: true,
}

describe.each(['fr', 'en', 'es'])('the words of an import in %s', (lng) => {
  const i18n = createInstance()
  void i18n.init({
    lng,
    resources: { fr: { import: fr }, en: { import: en }, es: { import: es } },
    ns: ['import'],
    defaultNS: 'import',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  const say = (key: string, values: object = {}) => (i18n.t as (key: string, values: object) => string)(key, values)

  it('say of every failure whether the work is safe, what happened and what to do, with nothing left to fill in', () => {
    for (const failure of failures)
      for (const part of ['safe', 'what', 'do']) {
        const values = { ...failure, file: 'notes.csv', context: failureContext(failure) }
        const words = say(`failure.${failure.type}.${part}`, values)
        expect(words).not.toMatch(/\{\{|^failure\./)
      }
  })

  it('name the line of every refused or doubtful row', () => {
    const values = { line: 12, column: 'axe', value: 'Feu' }
    for (const type of Object.keys(errors)) expect(say(`refused.${type}`, values)).toContain('12')
    const { DatesAmongTexts: _, ...ofLines } = warnings
    for (const type of Object.keys(ofLines)) expect(say(`warning.${type}`, values)).toContain('12')
    expect(say('warning.DatesAmongTexts', values)).toContain('axe')
  })

  it('name every target', () => {
    for (const target of MAPPING_TARGETS) expect(say(`target.${target}`)).not.toContain('target.')
  })
})

describe('the words of an import', () => {
  it('have something of their own to say about each content and each limit', () => {
    const what = failures.map((failure) => `${failure.type} ${failureContext(failure) ?? ''}`)
    expect(new Set(what).size).toBe(failures.length)
    for (const failure of failures) {
      const context = failureContext(failure)
      if (context === undefined || context === 'other') continue
      expect(Object.keys(fr.failure[failure.type])).toContain(`what_${context}`)
    }
  })
})
