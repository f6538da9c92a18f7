import { describe, expect, it } from 'vitest'
import { catalogues, NAMESPACES } from '#shared/i18n/catalogues.ts'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'

const PLURAL = /_(?:zero|one|two|few|many|other)$/

type Entry = [path: string, words: string]

const entriesOf = (node: unknown, path = ''): Entry[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => entriesOf(value, path ? `${path}.${key}` : key))
    : [[path, String(node)]]

const entries = (language: Language, namespace: (typeof NAMESPACES)[number]) =>
  entriesOf(catalogues[language][namespace])

const categoriesOf = (language: Language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories

const stems = (all: Entry[]) => [...new Set(all.map(([path]) => path.replace(PLURAL, '')))].sort()

const placeholders = (words: string) => [...words.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name).sort()

/** Straight apostrophes, three dots for one sign, or an ordinary space (or none) where a line must not break. */
const breaksTypography = (words: string) =>
  /'|\.\.\.|(?<![\u00a0\u202f])[;!?»]|[^\u00a0\u202f\d]:(?!\/\/|=)|«(?![\u00a0\u202f])/.test(words)

describe('the rules of French printing', () => {
  it.each(["l'axe", 'Retirer ?', 'Axe :', 'Axe:', '« eau\u00a0»', '«\u00a0eau »', 'Clore...'])('refuse %s', (words) => {
    expect(breaksTypography(words)).toBe(true)
  })

  it.each(['l’axe', 'Retirer\u202f?', 'Axe\u00a0: eau', '«\u00a0eau\u00a0»', 'à 14:00', 'Clore…'])(
    'accept %s',
    (words) => {
      expect(breaksTypography(words)).toBe(false)
    },
  )
})

describe.each(NAMESPACES)('the catalogue %s', (namespace) => {
  it.each(LANGUAGES)('says the same things in %s as in French', (language) => {
    expect(stems(entries(language, namespace))).toEqual(stems(entries('fr', namespace)))
  })

  it.each(LANGUAGES)('has in %s a form for each plural the language knows, and for no other', (language) => {
    const plural = entries(language, namespace).filter(([path]) => PLURAL.test(path))
    for (const stem of stems(plural)) {
      const found = plural.map(([path]) => path).filter((path) => path.replace(PLURAL, '') === stem)
      expect(found.sort()).toEqual(
        categoriesOf(language)
          .map((category) => `${stem}_${category}`)
          .sort(),
      )
    }
  })

  it.each(LANGUAGES)('leaves nothing unsaid in %s', (language) => {
    expect(entries(language, namespace).filter(([, words]) => words.trim() === '')).toEqual([])
  })

  it('speaks of the same values in every language', () => {
    const french = new Map(entries('fr', namespace).map(([path, words]) => [path, placeholders(words)]))
    for (const language of LANGUAGES)
      for (const [path, words] of entries(language, namespace))
        expect([language, path, placeholders(words)]).toEqual([language, path, french.get(path) ?? placeholders(words)])
  })

  it('keeps the rules of French printing', () => {
    const faults = entries('fr', namespace).filter(([, words]) => breaksTypography(words.replace(/\{\{.*?\}\}/g, 'x')))
    expect(faults).toEqual([])
  })
})
