import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openArchive } from '#node/archive/archive.ts'
import { composeArchives } from '#node/compose-archives.ts'
import { unpackTexts } from '#node/exchange/zip.ts'
import { PARTS } from '#shared/exchange/bundle.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { exitCodeOf } from '../../../electron/cli/exit-codes.ts'
import { parseArguments } from '../../../electron/cli/parse-arguments.ts'
import type { Words } from '../../../electron/cli/said.ts'
import { sayParticipants } from '../../../electron/cli/say-participants.ts'
import { aFolder, done, jobsHere } from '../../build/desktop.ts'

const archives = composeArchives(jobsHere, () => {})
const words = createTranslator('fr') as unknown as Words

const LIST = `Nom complet;Organisation;Fonction;Genre;Courriel
SARR Ndeye;Ville de Pikor;Maire;F;CANARI@pikor.example
Sarr, Ndeye;Ville de Pikor;Maire;F;
RUIZ Inés;Municipio de Sacaba;Concejala;?!;
`

let folder: string
beforeEach(async () => {
  folder = await aFolder()
  await writeFile(join(folder, 'list.csv'), LIST)
  done(await archives['archive.create']({ process: '001', out: join(folder, 'start.rapx') }))
})

const at = (name: string): string => join(folder, name)

/** What the command line asks with these words. */
async function importing(into: string, ...more: readonly string[]) {
  const asked = done(parseArguments(['import', 'participants', at('list.csv'), '--into', at(into), ...more]))
  expect(asked.method).toBe('archive.importParticipants')
  return archives['archive.importParticipants'](asked.input as never)
}

describe('participants put into a file', () => {
  it('come in by the headings, are asked about in words, and add nothing when they come again', async () => {
    const first = done(await importing('start.rapx', '--out', at('a.rapx')))
    expect(first.counts).toEqual({ new: 3, here: 0, changed: 0, asked: 1 })
    const said = sayParticipants(first, words)
    expect(said.lines[0]).toContain('3 personnes ajoutées')
    expect(said.warnings[0]).toContain('Ligne 3\u00a0: «\u00a0Ndeye Sarr\u00a0» ressemble à «\u00a0Ndeye SARR\u00a0»')
    expect(said.warnings[1]).toContain('Ligne 4, colonne «\u00a0Genre\u00a0»')
    const again = done(await importing('a.rapx'))
    expect(again.counts).toEqual({ new: 0, here: 3, changed: 0, asked: 0 })
    expect(again.canonicalHash).toBe(first.canonicalHash)
  })

  it('are the same when that is said of all, and what is private is in no file', async () => {
    const told = done(await importing('start.rapx', '--out', at('b.rapx'), '--same'))
    expect(told.counts).toEqual({ new: 2, here: 1, changed: 0, asked: 1 })
    expect(sayParticipants(told, words).warnings[0]).toContain('est prise pour la même personne')
    const limits = { [PARTS.manifest]: 1e6, [PARTS.operations]: 1e7, [PARTS.drops]: 1e6 }
    const parts = Object.values(done(await unpackTexts(await readFile(at('b.rapx')), limits))).join('')
    expect(parts).toContain('SARR')
    expect(parts.includes('CANARI')).toBe(false)
  })

  it('take their seats in the session that is named', async () => {
    const { records } = done(await openArchive(at('start.rapx')))
    const session = [...records.values()].find(({ kind }) => kind === 'session')
    done(await importing('start.rapx', '--session', String(session?.f['label'])))
    const after = [...done(await openArchive(at('start.rapx'))).records.values()]
    const seats = after.filter(({ kind }) => kind === 'speaker')
    expect(seats.map(({ f }) => f['session'])).toEqual([session?.id, session?.id, session?.id])
  })

  it.each([
    [['--session', 'Nulle part'], 'SessionNeeded', 2],
    [['--map', 'email=Courriel'], 'MapInvalid', 2],
    [['--map', 'couleur=Nom complet'], 'MapInvalid', 2],
    [['--map', 'fullName=Personne'], 'MapInvalid', 2],
  ])('are refused with %j, with the code that says why', async (more, type, code) => {
    const refused = await importing('start.rapx', ...more)
    expect(refused).toMatchObject({ ok: false, failure: { type } })
    expect(exitCodeOf(type)).toBe(code)
  })

  it('need a table, and a file to go into', () => {
    expect(parseArguments(['import', 'participants', '--into', 'a.rapx'])).toMatchObject({ ok: false })
    expect(parseArguments(['import', 'participants', 'list.csv'])).toMatchObject({
      failure: { type: 'OptionMissing', option: 'into' },
    })
  })
})
