import { describe, expect, it } from 'vitest'
import { CONSULTATION_STATES, QUOTE_STATES, SCOPES, STANCES } from '#shared/model/kinds.ts'
import {
  CAPITALS,
  CATEGORIES,
  CHANNELS,
  GENDERS,
  KINDS_OF_NOTE,
  LEVELS,
  NATURES,
  NOTE_KINDS,
  RECOMMENDATION_CLASSES,
  SECTIONS,
} from '#shared/process/lists.ts'
import { resource, shipped, TEMPLATES } from './shipped.ts'

type Tree = { readonly [key: string]: string | Tree }
const LANGUAGES = ['fr', 'en', 'es'] as const

const lists = {
  noteKind: NOTE_KINDS,
  nature: NATURES,
  channel: CHANNELS,
  stance: ['none', ...STANCES],
  scope: SCOPES,
  category: CATEGORIES,
  section: SECTIONS,
  capital: CAPITALS,
  recommendationClass: RECOMMENDATION_CLASSES,
  consultationState: CONSULTATION_STATES,
  quoteState: QUOTE_STATES,
  gender: GENDERS,
  level: LEVELS.map(String),
}

describe('the words of the lists', () => {
  it.each(LANGUAGES)('exist in %s for every key of every list', (lang) => {
    const catalogue = resource(`locales/${lang}/lists.json`) as Tree
    for (const [list, keys] of Object.entries(lists))
      for (const key of keys) expect((catalogue[list] as Tree)[key], `${list}.${key}`).toBeTruthy()
  })

  it('give every category and section a place in an attribution that names nobody', () => {
    const { attribution } = resource('locales/fr/lists.json') as { attribution: Record<string, Tree> }
    expect(Object.keys(attribution['category'] ?? {})).toEqual([...CATEGORIES])
    expect(Object.keys(attribution['section'] ?? {})).toEqual([...SECTIONS])
  })

  it('map fourteen kinds of note, of which one alone is a verbatim and one is never printed', () => {
    const natures = NOTE_KINDS.map((key) => KINDS_OF_NOTE[key].nature)
    expect(natures).toHaveLength(14)
    expect(natures.filter((nature) => nature === 'verbatim')).toHaveLength(1)
    expect(KINDS_OF_NOTE.remark.nature).toBe('remark')
  })
})

describe('the words of the templates', () => {
  const named = TEMPLATES.filter((id) => id !== 'blank')

  it.each(named)('label every record of %s in three languages or in none', (id) => {
    for (const { key, set } of shipped(id).records) {
      const labels = LANGUAGES.map((lang) => set[`label:${lang}`])
      expect(new Set(labels.map((label) => typeof label)).size, key).toBe(1)
      expect(set['label'], key).toBe(labels[0])
    }
  })

  it.each(named)('translate every text of %s into both other languages', (id) => {
    for (const { key, set } of shipped(id).records)
      for (const field of Object.keys(set).filter((name) => name.endsWith(':en')))
        expect(set[field.replace(':en', ':es')], `${key} ${field}`).toBeTruthy()
  })
})
