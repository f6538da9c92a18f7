import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { makeBundle } from '#node/exchange/make-bundle.ts'
import { packBackup } from '#node/exchange/make-backup.ts'
import { readBackup } from '#node/exchange/read-backup.ts'
import { restoreBackup } from '#node/exchange/restore-backup.ts'
import { randomBytes } from '#node/machine.ts'
import { recover, type NotRecovered, type RecoveredBackup } from '#node/recover/recover.ts'
import type { Result } from '#shared/kit/result.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { CONSULTATION, sha256 } from '../../build/author.ts'
import { aDesktop, aFolder, done } from '../../build/desktop.ts'
import { aWorkspace } from '../../build/workspace.ts'

const asked = (path: string, passphrase: string | null = null): Promise<Result<RecoveredBackup, NotRecovered>> =>
  recover({ path, passphrase, at: 0 }, { layer: diskLayer, digest: sha256, randomBytes, work: 4 })
const recovered = async (path: string): Promise<RecoveredBackup> => done(await asked(path))

/** A store with one theme per run of the program, and what it says. */
async function aStore(themes = 3): Promise<{ folder: string; copies: string; hash: string }> {
  const { client, folder, composed } = await aDesktop()
  const { consultation } = done(await client['consultation.create']({ template: 'blank' }))
  for (let run = 0; run < themes; run += 1) {
    done(await client['consultation.open']({ consultation }))
    const record = `theme${run}`.padEnd(22, 'A')
    done(await client['edit.apply']({ type: 'record.save', kind: 'theme', record, set: { label: `Thème ${run}` } }))
    await composed.close()
  }
  const store = join(folder, 'consultations', consultation)
  return { folder: store, copies: join(folder, 'copies', consultation), hash: (await recovered(store)).canonicalHash }
}

const segmentsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('journal-')).toSorted()

async function spoil(path: string, change: (bytes: Buffer) => Uint8Array): Promise<void> {
  await writeFile(path, change(await readFile(path)))
}

/** The whole store without what is only there to help, so that its segments alone count. */
async function alone(themes?: number) {
  const store = await aStore(themes)
  await rm(store.copies, { recursive: true })
  return store
}

const flip = (at: number, bit: number) => (bytes: Buffer) => {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  return bytes
}

describe('recovering a store', () => {
  it('makes a backup that restores what the store said, and leaves the store as it was', async () => {
    const { folder, hash } = await aStore()
    const before = await Promise.all((await segmentsIn(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    const { bytes, badLines, lostEntries, missing } = await recovered(folder)
    const backup = done(await readBackup(bytes, null, sha256))
    expect(done(await restoreBackup(backup, await aFolder(), diskLayer, sha256)).canonicalHash).toBe(hash)
    expect([badLines, lostEntries, missing.flatMap(({ numbers }) => numbers)]).toEqual([0, [], []])
    expect(await Promise.all((await segmentsIn(folder)).map((name) => readFile(join(folder, name), 'utf8')))).toEqual(
      before,
    )
  })

  it('finds a segment that is gone in its copy', async () => {
    const { folder, hash } = await aStore()
    const [first = ''] = await segmentsIn(folder)
    await rm(join(folder, first))
    expect(await recovered(folder)).toMatchObject({ canonicalHash: hash, lostEntries: [] })
  })

  it('takes each line from where it is good', async () => {
    const { folder, copies, hash } = await aStore()
    const [first = '', second = ''] = await segmentsIn(folder)
    await spoil(join(folder, first), () => Buffer.from('nothing\n'))
    await spoil(join(copies, second), () => Buffer.from('nothing\n'))
    expect((await recovered(folder)).canonicalHash).toBe(hash)
  })

  it('puts one changed bit right, wherever it is', async () => {
    const { folder, hash } = await alone()
    const name = (await segmentsIn(folder)).at(-1) ?? ''
    const length = (await readFile(join(folder, name))).length
    for (let at = 0; at < length; at += 13) {
      await spoil(join(folder, name), flip(at, at % 8))
      expect([at, (await recovered(folder)).canonicalHash]).toEqual([at, hash])
      await spoil(join(folder, name), flip(at, at % 8))
    }
  })

  it('says by their numbers which writings are nowhere', async () => {
    const { folder, hash } = await alone()
    const [, second = ''] = await segmentsIn(folder)
    await rm(join(folder, second))
    const found = await recovered(folder)
    expect(found.lostEntries).toHaveLength(1)
    expect(found.canonicalHash).not.toBe(hash)
    expect(found.notes + found.operations).toBeGreaterThan(0)
  })

  it('finds whole operations inside a line that is damaged around them', async () => {
    const told = aWorkspace().session('Publique', 1).note('Une digue')
    const folder = await aFolder()
    const lines = told.operations.map((operation) => JSON.stringify(operation)).join(',')
    await writeFile(
      join(folder, 'journal-000001.rapj'),
      `rotten {"entry":{"operations":[${lines}], and nothing after\n`,
    )
    await writeFile(join(folder, 'store.json'), JSON.stringify({ format: 2, consultation: CONSULTATION }))
    const found = await recovered(folder)
    expect(found).toMatchObject({ operations: told.operations.length, notes: 1, badLines: 1 })
  })

  it('finds nothing where there is nothing', async () => {
    expect(await asked(await aFolder())).toEqual({ ok: false, failure: { type: 'NothingFound' } })
  })
})

describe('recovering a file', () => {
  const told = aWorkspace().session('Publique', 1).speaker('Awa Diop').note('Plus d’eau').note('Moins de crues')
  const place = { stream: 'series', seq: 1, prev: null }
  const entry = { type: 'batch' as const, label: 'all', operations: [...told.operations] }
  const hash = canonicalHash(told.device.fold, sha256)
  const complete = async (): Promise<Uint8Array> =>
    (
      await makeBundle(
        told.operations,
        told.device.fold,
        { kind: 'complete', audience: null, consultation: CONSULTATION, place },
        sha256,
      )
    ).bytes
  const backup = async (passphrase: string | null, entries = [entry]): Promise<Uint8Array> =>
    done(await packBackup(entries, { consultation: CONSULTATION, place, at: 0, passphrase }, sha256, 4)).bytes

  async function file(bytes: Uint8Array): Promise<string> {
    const path = join(await aFolder(), 'given.rapx')
    await writeFile(path, bytes)
    return path
  }

  it('takes all of a whole one', async () => {
    for (const bytes of [await complete(), await backup(null)]) {
      expect(await recovered(await file(bytes))).toMatchObject({ canonicalHash: hash, notes: 2, badLines: 0 })
    }
  })

  it('takes what stands before the cut of one whose end and directory are gone', async () => {
    const bytes = await complete()
    const path = await file(bytes.subarray(0, Math.floor(bytes.length * 0.7)))
    const found = await recovered(path)
    expect(found.operations).toBeGreaterThan(5)
    expect(found.operations).toBeLessThan(told.operations.length)
    expect(await readdir(join(path, '..'))).toEqual([basename(path)])
  })

  it('asks for a passphrase before it writes what may not lie in clear', async () => {
    const hidden = aWorkspace().session('Fermée', 5).note('Sous la règle')
    const entries = [{ ...entry, operations: [...hidden.operations] }]
    const path = await file(await backup('une phrase de passe', entries))
    expect(await asked(path)).toMatchObject({ failure: { type: 'BackupLocked' } })
    expect(await asked(path, 'une autre')).toMatchObject({ failure: { type: 'WrongPassphrase' } })
    const found = done(await asked(path, 'une phrase de passe'))
    expect(found).toMatchObject({ encrypted: true, notes: 1 })
    const order = { kind: 'complete' as const, audience: null, consultation: CONSULTATION, place }
    const clear = (await makeBundle(hidden.operations, hidden.device.fold, order, sha256)).bytes
    expect(await asked(await file(clear))).toMatchObject({ failure: { type: 'PassphraseNeeded' } })
  })

  it('takes what stands before the cut of a locked one', async () => {
    const many = aWorkspace().session('Publique', 1)
    for (let count = 0; count < 150; count += 1) many.note(`Note ${count} ${sha256(String(count)).repeat(6)}`)
    const bytes = await backup('une phrase de passe', [{ ...entry, operations: [...many.operations] }])
    const found = done(await asked(await file(bytes.subarray(0, 140_000)), 'une phrase de passe'))
    expect(found.operations).toBeGreaterThan(50)
  })
})
