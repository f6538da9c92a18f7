import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerOf, aFolderFor, theCommandLine, type Ran } from './command-line.ts'
import { paragraphsIn } from './word-text.ts'

const { run } = theCommandLine()
const folder = aFolderFor('demo-')
const at = (name: string): string => join(folder(), name)

let demo: Ran
let sections: string[]

beforeAll(async () => {
  demo = await run(['demo', '--out', folder()])
  sections = (await readdir(folder())).filter((name) => name.endsWith('.rapx') && name !== 'merged.rapx')
})

describe('the demonstration', () => {
  it('makes a file for each section, puts them together and writes two syntheses', async () => {
    expect(demo).toMatchObject({ code: 0, err: '' })
    expect(sections.length).toBeGreaterThan(5)
    const made = await readdir(folder())
    expect(made).toEqual(expect.arrayContaining(['merged.rapx', 'synthese-mondiale.docx', 'synthese-regionale.docx']))
    for (const name of made) expect(demo.out).toContain(name)
    for (const name of ['synthese-mondiale.docx', 'synthese-regionale.docx']) {
      expect((await paragraphsIn(at(name))).length).toBeGreaterThan(50)
    }
  })

  it('tells a section of which it knows nothing from one that kept silent', () => {
    const lines = demo.out.split('\n')
    const heads = lines.find((line) => /\bEUR\b/.test(line) && /\bAFR\b/.test(line)) ?? ''
    expect(heads).not.toBe('')
    const column = heads.indexOf('EUR') + 2
    const rows = lines.slice(lines.indexOf(heads) + 1, lines.indexOf(heads) + 5)
    expect(rows.map((row) => row[column])).toEqual(['–', '–', '–', '–'])
    expect(rows.join('')).toMatch(/\d/)
  })

  it('holds the same whatever the order of its sections', async () => {
    const { canonicalHash, notes } = answerOf(await run(['inspect', at('merged.rapx'), '--json']))
    expect(notes).toBeGreaterThanOrEqual(240)
    for (const files of [sections.toSorted(), sections.toSorted().toReversed()]) {
      const merged = answerOf(await run(['merge', ...files.map(at), '--dry-run', '--json']))
      expect({ canonicalHash: merged['canonicalHash'], notes: merged['notes'] }).toEqual({ canonicalHash, notes })
    }
  })

  it.each([
    ['a word too many', ['demo', 'here'], 2, 'here'],
    ['an option it does not know', ['demo', '--json'], 2, '--json'],
    ['a table without its columns', ['demo', '--from', 'table.csv'], 2, '--map'],
    ['voices that are none', ['demo', '--voices', 'many'], 2, 'many'],
    ['a folder that cannot be made', ['demo', '--out', join('merged.rapx', 'here')], 4, 'merged.rapx'],
  ])('refuses %s in words, and does nothing', async (_what, words, code, said) => {
    const before = await readdir(folder())
    const ran = await run(words, { cwd: folder() })
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toContain(said)
    expect(ran.err).not.toMatch(/\n\s+at /)
    expect(await readdir(folder())).toEqual(before)
  })
})
