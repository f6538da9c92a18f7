import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogues, NAMESPACES } from '#shared/i18n/catalogues.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const CALLS = /(?<![\w.])t\(\s*'([\w:.-]+)'/g
const SUBJECTS = /use(?:Translation|Texts)\(\[?((?:\s*'\w+',?)+)\]?\)/g

const sources = ['renderer', 'shared', 'electron'].flatMap((room) =>
  readdirSync(resolve(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => `${room}/${path}`),
)

/** Every path of a catalogue, a plural form being said by its stem too. */
const pathsOf = (node: object, before = ''): string[] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const path = `${before}${key}`
    if (typeof value === 'object' && value !== null) return pathsOf(value, `${path}.`)
    return [path, path.replace(/_(?:one|many|other)$/, '')]
  })

const known = new Set(
  NAMESPACES.flatMap((namespace) => pathsOf(catalogues.fr[namespace]).map((path) => `${namespace}:${path}`)),
)

const subjectsIn = (text: string) =>
  [...text.matchAll(SUBJECTS)].flatMap(([, names = '']) => [...names.matchAll(/\w+/g)].map(([name]) => name))

const unknownKeysIn = (text: string): string[] => {
  const subjects = ['common', ...subjectsIn(text)]
  return [...text.matchAll(CALLS)]
    .map(([, key = '']) => key)
    .filter(
      (key) =>
        !(key.includes(':') ? [key] : subjects.map((subject) => `${subject}:${key}`)).some((at) => known.has(at)),
    )
}

describe('the words that the sources ask for', () => {
  it('are all in the catalogues', () => {
    const unknown = sources.flatMap((path) =>
      unknownKeysIn(readFileSync(resolve(ROOT, path), 'utf8')).map((key) => `${path}: ${key}`),
    )
    expect(unknown).toEqual([])
  })

  it('are looked for under the subject that the file uses', () => {
    expect(unknownKeysIn("const { t } = useTranslation('shell'); t('destination.merge'); t('close')")).toEqual([])
    expect(unknownKeysIn("const t = useTexts(['capture', 'shell']); t('destination.merge')")).toEqual([])
    expect(unknownKeysIn("const { t } = useTranslation(); t('destination.merge')")).toEqual(['destination.merge'])
    expect(unknownKeysIn("t('shell:destination.merge'); t('shell:nowhere')")).toEqual(['shell:nowhere'])
  })

  it('give the key back when there is none, which is how a missing word is seen', () => {
    const words = createTranslator('fr') as (key: string) => string
    expect(words('shell:nowhere')).toBe('nowhere')
  })
})
