import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive, type Archive } from '#node/archive/archive.ts'
import { composeArchives } from '#node/compose-archives.ts'
import { makeBundle } from '#node/exchange/make-bundle.ts'
import { bundleFrom } from '#node/exchange/read-bundle.ts'
import { digest } from '#node/machine.ts'
import { PARTS } from '#shared/exchange/bundle.ts'
import { unpackTexts } from '#node/exchange/zip.ts'
import { aFolder, done, jobsHere } from '../../build/desktop.ts'

const archives = composeArchives(jobsHere, () => {})

const ROWS = `Contribution,Axe,Section,Intervenante,Organisme
L’eau manque,Eau,Nord,CANARI-Awa,CANARI-Port
L’eau manque,Eau,Nord,CANARI-Bo,CANARI-Port
Trop de béton,Sols,Nord,CANARI-Awa,CANARI-Port
Trop de béton,Sols,Sud,CANARI-Chen,
`
const MAP = 'text=Contribution,axis=Axe,region=Section,speaker=Intervenante,organisation=Organisme'

/** A process into which tables are put, as the command line does. */
async function aProcess(level = 3, process = 'blank') {
  const folder = await aFolder()
  const file = join(folder, 'process.rapx')
  done(await archives['archive.create']({ process, out: file }))
  const put = async (name: string, text: string, create: readonly ('axes' | 'regions')[] = ['axes', 'regions']) => {
    const table = join(folder, name)
    await writeFile(table, text)
    const order = { table, into: file, out: file, map: MAP, voices: 'column', lang: 'fr', level } as const
    return done(await archives['archive.importTable']({ ...order, create: [...create] }))
  }
  return { put, read: async (): Promise<Archive> => done(await openArchive(file)) }
}

const countIn = ({ records }: Archive): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind } of records.values()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

describe('a table put into a process', () => {
  it('makes one voice per person, section and axis', async () => {
    const { put, read } = await aProcess()
    expect(await put('table.csv', ROWS)).toMatchObject({ added: 4, created: { axes: 2, regions: 2 }, errors: [] })
    expect(countIn(await read())).toMatchObject({ note: 4, voice: 4, person: 3, organisation: 1, axis: 2 })
  })

  it('is known again in a corrected version, whose new rows take up the voices that are here', async () => {
    const { put, read } = await aProcess()
    await put('table.csv', ROWS)
    const before = countIn(await read())
    const corrected = `${ROWS}Encore du béton,Sols,Nord,CANARI-Awa,CANARI-Port\n`
    expect(await put('table.csv', corrected)).toMatchObject({ added: 1, alreadyHere: 4 })
    expect(countIn(await read())).toEqual({ ...before, note: 5 })
  })

  it('gives its refused rows later, without making anyone twice', async () => {
    const { put, read } = await aProcess()
    await put('start.csv', 'Contribution,Axe,Section,Intervenante,Organisme\nDéjà là,Eau,Nord,,\n')
    const first = await put('table.csv', ROWS, ['regions'])
    expect(first).toMatchObject({ added: 2, errors: [{ line: 4, type: 'UnknownAxis' }, { line: 5 }] })
    expect(await put('table.csv', ROWS)).toMatchObject({ added: 2, alreadyHere: 2, errors: [] })
    expect(countIn(await read())).toMatchObject({ note: 5, person: 3, organisation: 1 })
  })

  it('is another table under another name, and never taken for the first', async () => {
    const { put } = await aProcess()
    await put('monday.csv', ROWS)
    expect(await put('tuesday.csv', `${ROWS}\n`)).toMatchObject({ added: 4, alreadyHere: 0 })
  })

  it('keeps the same words twice as two notes, also when they come again', async () => {
    const { put, read } = await aProcess()
    await put('table.csv', ROWS)
    await put('table.csv', `${ROWS}\n`)
    expect(countIn(await read())).toMatchObject({ note: 4 })
  })

  it.each([
    [1, ['Awa', 'Bo', 'Chen', 'Port']],
    [3, ['Port']],
    [4, []],
    [5, []],
  ])('lets at level %i only what was promised leave', async (level, words) => {
    const { put, read } = await aProcess(level, '001')
    await put('table.csv', ROWS)
    const { bundle, fold } = await read()
    const place = { stream: 'a-series', seq: 1, prev: null }
    const order = {
      kind: 'projection',
      audience: 'secretariat',
      consultation: bundle.manifest.consultation,
      place,
    } as const
    const { bytes } = await makeBundle(bundle.operations, fold, order, digest)
    const parts = done(await unpackTexts(bytes, { [PARTS.manifest]: 1e6, [PARTS.operations]: 1e7, [PARTS.drops]: 1e6 }))
    const text = Object.values(parts).join('\n')
    const found = [...new Set(text.match(/CANARI-\p{L}+/gu) ?? [])].map((word) => word.slice('CANARI-'.length))
    expect(found.toSorted()).toEqual(words)
    expect(text).not.toContain('table.csv')
    expect(done(await bundleFrom(bytes, digest)).manifest.counts.notes).toBe(4)
  })
})
