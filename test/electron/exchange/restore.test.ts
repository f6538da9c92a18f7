import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { packBackup } from '#node/exchange/make-backup.ts'
import { readBackup, type ReadBackup } from '#node/exchange/read-backup.ts'
import { restoreBackup } from '#node/exchange/restore-backup.ts'
import { readJournal, segmentsIn } from '#node/store/read-journal.ts'
import { storePlace, storesFolder } from '#node/store/store-place.ts'
import { sha256 } from '../../build/author.ts'
import { aFolder } from '../../build/desktop.ts'
import { FailingDisk, type Fault } from '../../build/disks/failing-disk.ts'
import { randomJournal } from '../../build/random-journal.ts'

async function aBackup(seed = 1): Promise<ReadBackup> {
  const { consultation, entries } = randomJournal(seed)
  const order = { consultation, place: { stream: 's', seq: 1, prev: null }, at: 5, passphrase: 'x' }
  const made = await packBackup(entries, order, sha256, 1)
  const read = made.ok ? await readBackup(made.value.bytes, 'x', sha256) : made
  if (!read.ok) throw new Error(read.failure.type)
  return read.value
}

const restore = (backup: ReadBackup, folder: string, layer: FileLayer = diskLayer) =>
  restoreBackup(backup, folder, layer, sha256)

const storesIn = (folder: string): Promise<readonly string[]> => diskLayer.list(storesFolder(folder))

async function entriesIn(folder: string, consultation: string): Promise<readonly unknown[]> {
  const source = segmentsIn(storePlace(folder, consultation).folder, diskLayer)
  const { entries, damages } = await readJournal(source, consultation, sha256)
  expect(damages).toEqual([])
  return entries.map(({ entry }) => entry)
}

describe('a restore', () => {
  it('gives the same journal, with no identity in it', async () => {
    const [backup, folder] = [await aBackup(), await aFolder()]
    const { consultation } = backup.manifest
    expect(await restore(backup, folder)).toMatchObject({
      ok: true,
      value: { canonicalHash: backup.manifest.backup?.state },
    })
    expect(await entriesIn(folder, consultation)).toEqual(backup.entries)
    expect(await readdir(storePlace(folder, consultation).folder)).not.toContain('identity.json')
  })

  it('never writes over what is here, be it only a copy of the store', async () => {
    const backup = await aBackup()
    const { consultation } = backup.manifest
    for (const place of ['folder', 'copies'] as const) {
      const folder = await aFolder()
      const taken = storePlace(folder, consultation)[place]
      await mkdir(taken, { recursive: true })
      await writeFile(join(taken, 'journal-000001.rapj'), 'quelque chose')
      expect(await restore(backup, folder)).toEqual({ ok: false, failure: { type: 'AlreadyHere' } })
      expect(await readdir(taken)).toEqual(['journal-000001.rapj'])
    }
  })

  it.each<Fault>(['ENOSPC', 'EIO', 'crash'])(
    'is whole or not there at all when any call comes to %s',
    async (fault) => {
      const backup = await aBackup()
      const { consultation } = backup.manifest
      let last = Infinity
      for (let n = 1; n <= last; n += 1) {
        const folder = await aFolder()
        const disk = new FailingDisk(diskLayer, (moment) => (moment.n === n ? fault : null))
        const done = await Promise.race([restore(backup, folder, disk), disk.crashed.then(() => null)])
        if (disk.asked.length < n) last = n
        const there = await storesIn(folder)
        if (there.length > 0) expect(await entriesIn(folder, consultation)).toEqual(backup.entries)
        if (done?.ok === true) expect(there).toEqual([consultation])
        // A second attempt puts right whatever the first one left.
        if (there.length === 0) expect((await restore(backup, folder)).ok).toBe(true)
        expect(await entriesIn(folder, consultation)).toEqual(backup.entries)
      }
      expect(last).toBeGreaterThan(10)
    },
  )
})
