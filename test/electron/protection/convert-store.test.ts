import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { openFrames, sealedLayer } from '#node/disk/sealed-layer.ts'
import { randomBytes } from '#node/machine.ts'
import { convertStore, finishConversion, halfConverted, type Into } from '#node/protection/convert-store.ts'
import { proofOf, readProtection } from '#node/protection/protection-file.ts'
import { storePlace } from '#node/store/store-place.ts'
import { aFolder } from '../../build/desktop.ts'
import { FailingDisk, type Fault } from '../../build/disks/failing-disk.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'

const key = randomBytes(32)
const consultation = 'AAAAAAAAAAAAAAAAAAAAAA'
const sealing = {
  key,
  protection: { v: 1 as const, passphrase: 'p', recovery: 'r', proof: proofOf(key) },
} satisfies Into

/** A store with its copies, as small as can be: a marker, segments, a folder beside them. */
const FILES: Readonly<Record<string, string>> = {
  [`consultations/${consultation}/store.json`]: '{"format":2}',
  [`consultations/${consultation}/journal-000001.rapj`]: 'un\n',
  [`consultations/${consultation}/journal-000002.rapj`]: 'deux\n',
  [`consultations/${consultation}/aside/2026-01-01-journal-000001.rapj`]: 'abîmé\n',
  [`copies/${consultation}/journal-000001.rapj`]: 'un\n',
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const place = storePlace(folder, consultation)
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    await diskLayer.makeFolder(join(path, '..'))
    const file = await diskLayer.open(path, 'new')
    await file.write(new TextEncoder().encode(text))
    await file.close()
  }
  await diskLayer.makeFolder(place.copies)
}

/** The texts of all files of a store as a person would find them: with the key when there is a protection. */
async function textsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const place = storePlace(folder, consultation)
  const isSealed = (await readProtection(place, diskLayer)) !== null
  const layer = sealedLayer(diskLayer, () => (isSealed ? [{ folders: [place.folder, place.copies], key }] : []))
  const texts: Record<string, string> = {}
  for (const root of ['consultations', 'copies']) {
    const entries = await readdir(join(folder, root), { recursive: true, withFileTypes: true })
    for (const entry of entries.filter((one) => one.isFile() && one.name !== 'protection.json')) {
      const path = join(entry.parentPath, entry.name)
      texts[relative(folder, path)] = new TextDecoder().decode((await layer.read(path)) ?? undefined)
    }
  }
  return texts
}

/** Whatever lies in the data folder with one of the texts readable in it. */
async function inClear(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const))
  return texts.filter(([, text]) => /^(un|deux|abîmé)\n$/u.test(text)).map(([path]) => path)
}

let [clear, sealed] = ['', '']
beforeAll(async () => {
  clear = await mkdtemp(join(tmpdir(), 'rapporteur-'))
  sealed = await mkdtemp(join(tmpdir(), 'rapporteur-'))
  for (const folder of [clear, sealed]) await write(folder, FILES)
  await convertStore(sealed, consultation, sealing, { layer: diskLayer, disk: diskLayer })
})

afterAll(async () => {
  for (const folder of [clear, sealed]) await rm(folder, { recursive: true, force: true })
})

async function aCopyOf(folder: string): Promise<string> {
  const copy = await aFolder()
  await cp(folder, copy, { recursive: true })
  return copy
}

describe('a store written anew', () => {
  it('is sealed in both its places, and nothing of it is left in clear', async () => {
    expect(await textsIn(sealed)).toEqual(FILES)
    expect(await inClear(sealed)).toEqual([])
    const place = storePlace(sealed, consultation)
    for (const folder of [place.folder, place.copies]) expect(await readdir(folder)).toContain('protection.json')
    expect(await halfConverted(sealed, diskLayer)).toEqual([])
  })

  it('opens by the copy of its protection when the first cannot be read', async () => {
    const memory = new MemoryLayer()
    memory.files.set('/s/protection.json', new TextEncoder().encode('{'))
    memory.files.set('/c/protection.json', new TextEncoder().encode(JSON.stringify(sealing.protection)))
    expect(await readProtection({ folder: '/s', copies: '/c' }, memory)).toMatchObject({ passphrase: 'p' })
    memory.files.delete('/c/protection.json')
    expect(await readProtection({ folder: '/s', copies: '/c' }, memory)).toBe('damaged')
  })

  describe.each<Fault>(['crash', 'ENOSPC'])('when any call comes to %s', (fault) => {
    it.each([
      ['sealed', () => clear, sealing],
      ['in clear', () => sealed, 'clear' as Into],
    ] as const)('is whole, as it was or %s', async (_name, from, into) => {
      let last = Infinity
      for (let n = 1; n <= last; n += 1) {
        const folder = await aCopyOf(from())
        const disk = new FailingDisk(diskLayer, (moment) => (moment.n === n ? fault : null))
        const place = storePlace(folder, consultation)
        const places = into === 'clear' ? [{ folders: [place.folder, place.copies], key }] : []
        const layer = sealedLayer(disk, () => places)
        const done = convertStore(folder, consultation, into, { layer, disk }).catch(() => {})
        await Promise.race([done, disk.crashed])
        if (disk.asked.length < n) last = n
        for (const half of await halfConverted(folder, diskLayer)) await finishConversion(folder, half, diskLayer)
        expect(await textsIn(folder)).toEqual(FILES)
        expect(await halfConverted(folder, diskLayer)).toEqual([])
        const isSealed = (await readProtection(place, diskLayer)) !== null
        if (isSealed) expect(await inClear(folder)).toEqual([])
      }
      expect(last).toBeGreaterThan(40)
    })
  })

  it('is found again under its key alone', async () => {
    const bytes = await readFile(join(storePlace(sealed, consultation).folder, 'journal-000002.rapj'))
    expect(new TextDecoder().decode(openFrames(bytes, key))).toBe('deux\n')
    expect(new TextDecoder().decode(openFrames(bytes, randomBytes(32)))).toBe('damaged\n')
  })
})
