import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeArchive } from '#node/archive/archive.ts'
import { foldOf } from '#node/exchange/make-bundle.ts'
import { digest } from '#node/machine.ts'
import { sampleEntries, sampleConsultation } from '#node/sample/sample-store.ts'
import { answerOf, aFolderFor, theCommandLine } from './command-line.ts'
import { csvOf, MAP, ROWS } from './tables.ts'
import { allTextIn, paragraphsIn } from './word-text.ts'

const { run } = theCommandLine()
const folder = aFolderFor('report-')
const at = (name: string): string => join(folder(), name)

beforeAll(async () => {
  const operations = sampleEntries(digest).flatMap((entry) => (entry.type === 'batch' ? entry.operations : []))
  const content = { consultation: sampleConsultation(digest), kind: 'complete' as const, operations }
  await writeArchive(at('sample.rapx'), { ...content, fold: foldOf(operations) })
  await run(['new', '--process', '001', '--out', at('start.rapx')])
  await writeFile(at('table.csv'), csvOf(ROWS))
})

const reporting = (file: string, out: string, ...words: readonly string[]) =>
  run(['report', at(file), '--date', '2021-05-19', '--out', at(out), ...words])

const DAYS = { fr: '19 mai 2021', en: '19 May 2021', es: '19 de mayo de 2021' }

describe('the documents of the example', () => {
  it.each([
    ['fr', 'global', []],
    ['en', 'global', []],
    ['es', 'global', []],
    ['en', 'regional', ['--region', 'AFR']],
    ['es', 'thematic', ['--axis', 'Inégalités']],
    ['fr', 'session', ['--session', 'Séance mondiale : inégalités']],
    ['es', 'minutes', ['--session', 'Séance mondiale : inégalités']],
  ] as const)('are sound for Word and dated in their language: %s, %s', async (lang, type, subject) => {
    const out = `${type}-${lang}.docx`
    const ran = await reporting('sample.rapx', out, '--type', type, ...subject, '--lang', lang, '--json')
    expect(answerOf(ran)).toMatchObject({ ok: true, exit: 0, changed: 0 })
    const paragraphs = await paragraphsIn(at(out))
    expect(paragraphs.length).toBeGreaterThan(30)
    expect(paragraphs.filter((text) => text.includes(DAYS[lang]))).not.toEqual([])
  })
})

describe('a report', () => {
  it.each([
    ['RegionNeeded', ['--type', 'regional']],
    ['AxisNeeded', ['--type', 'thematic', '--axis', 'La Lune']],
    ['SessionNeeded', ['--type', 'session']],
    ['SessionNeeded', ['--type', 'minutes']],
  ])('that lacks its subject names those there are: %s', async (type, words) => {
    const { code, out } = await reporting('sample.rapx', 'never.docx', ...words, '--json')
    expect(code).toBe(2)
    const { failure } = JSON.parse(out) as { failure: { type: string; known: string[] } }
    expect(failure.type).toBe(type)
    expect(failure.known.length).toBeGreaterThan(3)
    expect(existsSync(at('never.docx'))).toBe(false)
  })

  it('of nothing is not written', async () => {
    const { code, err } = await reporting('start.rapx', 'nothing.docx', '--type', 'global')
    expect(code).toBe(3)
    expect(err).toContain('rien à écrire')
    expect(existsSync(at('nothing.docx'))).toBe(false)
  })

  it('that the disk refuses leaves no part of a file', async () => {
    await writeFile(at('not-a-folder'), '')
    const before = await readdir(folder())
    const words = ['--type', 'regional', '--region', 'AFR']
    expect(await reporting('sample.rapx', 'not-a-folder/report.docx', ...words)).toMatchObject({ code: 4 })
    expect(await readdir(folder())).toEqual(before)
  })
})

describe('a promise made to those who spoke', () => {
  it.each([
    ['1', true, true],
    ['3', false, true],
    ['4', false, false],
  ])('is kept in documents at level %s: names %s, organisations %s', async (level, names, organisations) => {
    const words = ['import', 'notes', at('table.csv'), '--into', at('start.rapx'), '--out', at(`level-${level}.rapx`)]
    await run([...words, '--map', MAP, '--voices', 'column', '--level', level])
    await reporting(`level-${level}.rapx`, `level-${level}.docx`, '--type', 'global')
    const text = await allTextIn(at(`level-${level}.docx`))
    expect(text).toContain('les nappes ne suffisent plus')
    const said = (words: readonly string[]): boolean[] => [...new Set(words.map((word) => text.includes(word)))]
    expect(said(['Diop', 'Ñáñez', 'Noël'])).toEqual([names])
    expect(said(['Saint-Louis', 'Cuenca', 'Brest'])).toEqual([organisations])
    // Where a row came from is nobody’s business but the file’s.
    expect(text).not.toContain('table.csv')
  })
})
