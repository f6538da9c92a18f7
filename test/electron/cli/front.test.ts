import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, theCommandLine } from './command-line.ts'

const { run } = theCommandLine()

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-'))
  await run(['new', '--process', '001', '--out', 'start.rapx'], { cwd: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const here = (words: readonly string[], env: NodeJS.ProcessEnv = {}) => run(words, { cwd: folder, env })

describe('the command line', () => {
  it('says how it is used, in the language of the machine', async () => {
    const asked = await Promise.all([
      here([]),
      here(['--help']),
      here(['--help'], { LANG: 'en_US.UTF-8' }),
      here(['--help'], { LANG: 'es_BO.UTF-8' }),
      here(['--help'], { LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' }),
      here(['--help'], { LANG: 'C' }),
    ])
    expect(asked.map(({ code, err }) => ({ code, err }))).toEqual(asked.map(() => ({ code: 0, err: '' })))
    const [plain, french, english, spanish, preferred, other] = asked.map(({ out }) => out)
    expect(french).toContain('hors ligne')
    expect(english).toContain('offline')
    expect(spanish).toContain('sin conexión')
    expect([plain, preferred, other]).toEqual([french, french, french])
    for (const verb of ['new', 'import notes', 'merge', 'report', 'inspect', 'demo']) {
      expect(french).toContain(`rapporteur ${verb} `)
    }
  })

  it('says its version', async () => {
    const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
      version: string
    }
    expect(await here(['--version'])).toEqual({ code: 0, out: `Rapporteur ${version}\n`, err: '' })
  })

  it.each([
    [['forget'], 'forget'],
    [['import', 'people', 'table.csv'], 'import people'],
    [['new', '--process', '001'], '--out'],
    [['new', '--process', '001', '--out'], '--out'],
    [['new', '--process', '999', '--out', 'x.rapx'], '000'],
    [['merge', '--out', 'x.rapx'], 'fichier'],
    [['merge', 'start.rapx'], '--out'],
    [['merge', 'start.rapx', '--out', 'x.rapx', '--colour', 'red'], '--colour'],
    [['report', 'start.rapx', '--type', 'novel', '--out', 'x.docx'], 'thematic'],
    [['report', 'start.rapx', '--type', 'global', '--lang', 'la', '--out', 'x.docx'], 'es'],
    [['report', 'start.rapx', '--type', 'global', '--date', '19/05/2021', '--out', 'x.docx'], 'date'],
    [['report', 'start.rapx', '--type', 'regional', '--out', 'x.docx'], 'AFR'],
    [['import', 'notes', 'table.csv', '--into', 'start.rapx', '--map', 'text=t', '--level', '6'], '6'],
    [['import', 'notes', 'table.csv', '--into', 'start.rapx', '--map', 'text=t', '--create', 'people'], 'people'],
    [['inspect'], 'fichier'],
  ])('refuses %j, says what is wrong and touches nothing', async (words, said) => {
    const before = await readdir(folder)
    const { code, out, err } = await here(words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
    expect(await readdir(folder)).toEqual(before)
  })

  it('speaks three languages when it refuses', async () => {
    const said = await Promise.all(
      ['fr_FR', 'en_GB', 'es_ES'].map((language) => here(['inspect', 'nowhere.rapx'], { LANG: `${language}.UTF-8` })),
    )
    expect(said.map(({ code }) => code)).toEqual([4, 4, 4])
    for (const [index, words] of ['L’ordinateur n’a pas pu lire', 'could not read', 'no pudo leer'].entries()) {
      expect(said[index]?.err).toContain(words)
    }
  })

  it('answers a machine in one line of JSON, whether it could or not', async () => {
    const told = await here(['inspect', 'start.rapx', '--json'])
    expect(answerOf(told)).toMatchObject({ ok: true, exit: 0, kind: 'complete', notes: 0, streams: [], setAside: [] })
    const refused = await here(['inspect', 'nowhere.rapx', '--json'])
    expect(answerOf(refused)).toEqual({
      ok: false,
      exit: 4,
      failure: { type: 'FileUnreadable', code: 'ENOENT', file: 'nowhere.rapx' },
    })
    for (const { out, err } of [told, refused]) {
      expect(out.trimEnd()).not.toContain('\n')
      expect(err).toBe('')
    }
  })

  it('says in words what a file holds', async () => {
    const { code, out } = await here(['inspect', 'start.rapx'])
    expect(code).toBe(0)
    expect(out).toContain('Le deuxième Forum Mondial des Villes Intermédiaires de CGLU')
    expect(out).toContain('Afrique (à confirmer)')
  })
})
