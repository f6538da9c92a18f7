import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { verifyPath } from '#node/verify/verify-job.ts'
import type { Verification } from '#shared/verify/verification.ts'
import { sha256 } from '../../build/author.ts'
import { aDesktop, done, type TestDesktop } from '../../build/desktop.ts'

const verified = async (path: string): Promise<Verification> =>
  done(await verifyPath({ path, passphrase: null, isOpenHere: false }, () => {}, diskLayer, sha256))

const faultsOf = ({ checks }: Verification): readonly string[] =>
  checks.flatMap(({ check, places }) =>
    places.map(({ file, line, fault }) => `${check} ${fault} ${file} ${line ?? ''}`.trim()),
  )

/** A store with some notes, closed as a person closes the program. */
async function aStore(sessions = 3): Promise<{ desktop: TestDesktop; folder: string; copies: string }> {
  const desktop = await aDesktop()
  const { client, folder } = desktop
  const { consultation } = done(await client['consultation.create']({ template: '000' }))
  for (let run = 0; run < sessions; run += 1) {
    done(
      await client['edit.apply']({
        type: 'record.save',
        kind: 'theme',
        record: `theme${run}`.padEnd(22, 'A'),
        set: { label: `Thème ${run}` },
      }),
    )
    await desktop.composed.close()
    done(await client['consultation.open']({ consultation }))
  }
  await desktop.composed.close()
  return { desktop, folder: join(folder, 'consultations', consultation), copies: join(folder, 'copies', consultation) }
}

async function spoil(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')))
}

const segmentsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('journal-')).toSorted()

const newestGeneration = async (copies: string): Promise<string> =>
  (await readdir(copies))
    .filter((name) => name.startsWith('snapshot-'))
    .toSorted()
    .at(-1) ?? ''

describe('verifying a store', () => {
  it('finds nothing wrong in one that was closed', async () => {
    const { folder } = await aStore()
    const report = await verified(folder)
    expect(faultsOf(report)).toEqual([])
    expect(report).toMatchObject({ ok: true, subject: { type: 'store', format: 2, lost: 0 } })
    expect(report.checks.map(({ check }) => check)).toContain('generations')
  })

  it('finds nothing wrong in one of the first format', async () => {
    const report = await verified(join(import.meta.dirname, '../../fixtures/formats/store-v1'))
    expect(faultsOf(report)).toEqual([])
    const hash = await readFile(join(import.meta.dirname, '../../fixtures/formats/store-v1/canonical-hash.txt'), 'utf8')
    expect(report.canonicalHash).toBe(hash.trim())
  })

  it('says that one is open elsewhere, or was not closed', async () => {
    const { desktop, folder } = await aStore()
    done(await desktop.client['consultation.open']({ consultation: folder.split('/').at(-1) ?? '' }))
    expect(faultsOf(await verified(folder)).filter((fault) => fault.startsWith('lock held'))).toHaveLength(1)
    await desktop.composed.close()
  })

  it('says which segment is damaged, and that its copy differs', async () => {
    const { folder } = await aStore()
    const [name = ''] = await segmentsIn(folder)
    await spoil(join(folder, name), (text) => text.replace('"n":1', '"n":3'))
    const report = await verified(folder)
    expect(report.ok).toBe(false)
    expect(faultsOf(report)).toContain(`segments line ${name} 1`)
    expect(faultsOf(report)).toContain(`mirror mirror-differs ${name}`)
  })

  it('says that a segment is gone', async () => {
    const { folder } = await aStore()
    const [, name = ''] = await segmentsIn(folder)
    await rm(join(folder, name))
    const faults = faultsOf(await verified(folder))
    expect(faults.some((fault) => fault.startsWith('segments missing'))).toBe(true)
  })

  it('says that a copy was never made', async () => {
    const { folder, copies } = await aStore()
    const [name = ''] = await segmentsIn(folder)
    await rm(join(copies, name))
    expect(faultsOf(await verified(folder))).toEqual([`mirror not-mirrored ${name}`])
  })

  it('says that a generation is not what was written', async () => {
    const { folder, copies } = await aStore()
    const name = await newestGeneration(copies)
    await spoil(join(copies, name), (text) => text.replace('Thème', 'Thames'))
    expect(faultsOf(await verified(folder))).toEqual([`generations copy-unreadable ${name}`])
  })

  it('says that a generation is not what the journal adds up to', async () => {
    const { folder, copies } = await aStore()
    const name = await newestGeneration(copies)
    await spoil(join(copies, name), (text) => {
      const value = text.slice(text.indexOf('\n') + 1).replace('Thème', 'Thames')
      return `${sha256(value)}\n${value}`
    })
    const report = await verified(folder)
    expect(faultsOf(report)).toEqual([expect.stringContaining(`generations state-differs ${name}`)])
    expect(report.ok).toBe(false)
  })

  it('says that the marker is gone or unreadable', async () => {
    const { folder } = await aStore(1)
    await writeFile(join(folder, 'store.json'), '')
    expect(faultsOf(await verified(folder))).toEqual(['marker unreadable store.json'])
    await rm(join(folder, 'store.json'))
    expect(faultsOf(await verified(folder))).toEqual(['marker absent store.json'])
  })

  it('says which draft is damaged', async () => {
    const { desktop, folder } = await aStore(1)
    done(await desktop.client['consultation.open']({ consultation: folder.split('/').at(-1) ?? '' }))
    done(await desktop.client['draft.keep']({ key: 'note', text: 'Plus d’eau' }))
    await desktop.composed.close()
    const name = (await readdir(folder)).find((one) => one.startsWith('drafts-')) ?? ''
    await spoil(join(folder, name), (text) => text.replace('eau', 'air'))
    expect(faultsOf(await verified(folder))).toEqual([`drafts unreadable ${name} 1`])
  })

  it('is not misled by a folder that is no store', async () => {
    const { folder } = await aDesktop()
    const asked = (path: string) =>
      verifyPath({ path, passphrase: null, isOpenHere: false }, () => {}, diskLayer, sha256)
    await writeFile(join(folder, 'notes.txt'), 'Bonjour')
    expect(await asked(folder)).toEqual({ ok: false, failure: { type: 'NotAStore' } })
    expect(await asked(join(folder, 'nowhere'))).toEqual({
      ok: false,
      failure: { type: 'FileUnreadable', code: 'ENOENT' },
    })
  })
})
