import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerOf, aFolderFor, theCommandLine } from './command-line.ts'
import { csvOf, MAP, ROWS } from './tables.ts'

const { run } = theCommandLine()
const folder = aFolderFor('verify-')
const at = (name: string): string => join(folder(), name)
const STORE = resolve(import.meta.dirname, '../../fixtures/formats/store-v1')

beforeAll(async () => {
  await run(['new', '--process', 'blank', '--out', at('start.rapx')])
  await writeFile(at('rows.csv'), csvOf(ROWS))
  await run(['import', 'notes', at('rows.csv'), '--into', at('start.rapx'), '--out', at('notes.rapx'), '--map', MAP])
  const bytes = await readFile(at('notes.rapx'))
  await writeFile(at('cut.rapx'), bytes.subarray(0, Math.floor(bytes.length * 0.8)))
})

describe('rapporteur verify', () => {
  it('says that a file is in good order, and what its digest covers', async () => {
    const { code, out, err } = await run(['verify', at('notes.rapx')])
    expect(err).toBe('')
    expect(out).toContain('Tout est en bon état.')
    expect(out).toContain('ops.ndjson')
    expect(code).toBe(0)
  })

  it('says so of a store too, in the language of the computer', async () => {
    const { code, out } = await run(['verify', STORE], { env: { LANG: 'en_GB.UTF-8' } })
    expect(out).toContain('Everything is in good order.')
    expect(code).toBe(0)
  })

  it('ends with 3 when something is damaged, and names the way out', async () => {
    const { code, out, err } = await run(['verify', at('cut.rapx')])
    expect(code).toBe(3)
    expect(out).toContain('✗ Conteneur')
    expect(err).toContain('rapporteur recover')
  })

  it('answers a machine with places and without words', async () => {
    const answer = answerOf(await run(['verify', at('cut.rapx'), '--json']))
    expect(answer).toMatchObject({ ok: false, exit: 3, subject: { type: 'bundle', kind: null } })
    expect(answer['checks']).toEqual([
      expect.objectContaining({ check: 'container', places: [{ file: '.rapx', line: null, fault: 'truncated' }] }),
    ])
  })

  it('tells a missing file from a folder that is no store', async () => {
    expect((await run(['verify', at('nowhere.rapx')])).code).toBe(4)
    expect((await run(['verify', folder()])).code).toBe(2)
    expect((await run(['verify'])).code).toBe(2)
  })
})

describe('rapporteur recover', () => {
  it('makes of a cut file a backup that the ordinary restore opens, and says what is lost', async () => {
    const before = await readFile(at('cut.rapx'))
    const { code, out, err } = await run(['recover', at('cut.rapx'), '--out', at('found.rapx')])
    expect([code, err]).toEqual([1, expect.stringContaining('ne se lit plus')])
    expect(out).toContain('Rassemblé dans')
    expect(await readFile(at('cut.rapx'))).toEqual(before)
    const restored = answerOf(await run(['restore', at('found.rapx'), '--into', at('data'), '--json']))
    expect(restored.ok).toBe(true)
    expect((await run(['verify', String(restored['file'])])).code).toBe(0)
  })

  it('makes of a store the same as it says', async () => {
    const hash = (await readFile(join(STORE, 'canonical-hash.txt'), 'utf8')).trim()
    await writeFile(at('passphrase.txt'), 'agrafe nuage violet tambour\n')
    const words = ['recover', STORE, '--out', at('store.rapx'), '--passphrase-file', at('passphrase.txt'), '--json']
    expect(answerOf(await run(words))).toMatchObject({ ok: true, exit: 0, canonicalHash: hash, lostEntries: [] })
    const verified = await run(['verify', at('store.rapx'), '--passphrase-file', at('passphrase.txt'), '--json'])
    expect(answerOf(verified)).toMatchObject({ ok: true, canonicalHash: hash })
    expect((await run(['verify', at('store.rapx')])).code).toBe(2)
  })

  it('never writes over or into what it reads', async () => {
    expect(answerOf(await run(['recover', STORE, '--out', join(STORE, 'found.rapx'), '--json']))).toMatchObject({
      exit: 2,
      failure: { type: 'WouldOverwrite' },
    })
    expect((await run(['recover', at('cut.rapx'), '--out', at('cut.rapx')])).code).toBe(2)
  })
})
