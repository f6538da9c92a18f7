import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packBackup } from '#node/exchange/make-backup.ts'
import { makeBundle } from '#node/exchange/make-bundle.ts'
import { packTexts } from '#node/exchange/zip.ts'
import { verifyFile } from '#node/verify/verify-file.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import type { Verification } from '#shared/verify/verification.ts'
import { CONSULTATION, sha256 } from '../../build/author.ts'
import { done } from '../../build/desktop.ts'
import { aWorkspace } from '../../build/workspace.ts'

const place = { stream: 'series', seq: 1, prev: null }
const told = aWorkspace().session('Publique', 1).speaker('Awa Diop').note('Plus d’eau').note('Moins de crues')
told.edit('Moins de crues', { set: { text: 'Plus de crues' } })
const entry = { type: 'batch' as const, label: 'all', operations: [...told.operations] }

async function bundle(kind: 'complete' | 'projection'): Promise<Uint8Array> {
  const order = {
    kind,
    audience: kind === 'projection' ? ('public' as const) : null,
    consultation: CONSULTATION,
    place,
  }
  return (await makeBundle(told.operations, told.device.fold, order, sha256)).bytes
}

async function backup(passphrase: string | null): Promise<Uint8Array> {
  const order = { consultation: CONSULTATION, place, at: 0, passphrase }
  return done(await packBackup([entry], order, sha256, 4)).bytes
}

const verified = async (bytes: Uint8Array, passphrase: string | null = null): Promise<Verification> =>
  done(await verifyFile(bytes, passphrase, sha256))

const faultsOf = ({ checks }: Verification): readonly string[] =>
  checks.flatMap(({ check, places }) =>
    places.map(({ file, line, fault }) => `${check} ${fault} ${file}${line === null ? '' : `:${line}`}`),
  )

/** What is found in the frozen bundle besides its counts, which nobody filled in. */
const otherFaultsOf = (report: Verification): readonly string[] =>
  faultsOf(report).filter((fault) => fault !== 'counts count-differs manifest.json')

/** The frozen bundle of format 1, with one part said otherwise. */
async function frozen(change: (parts: Record<string, string>) => void = () => {}): Promise<Uint8Array> {
  const folder = new URL('../../fixtures/formats/v1/', import.meta.url)
  const names = ['manifest.json', 'ops.ndjson', 'drops.ndjson']
  const parts = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]))
  change(parts)
  return packTexts(parts)
}

describe('verifying a file', () => {
  it.each(['complete', 'projection'] as const)('finds nothing wrong in a %s bundle of this program', async (kind) => {
    const report = await verified(await bundle(kind))
    expect(faultsOf(report)).toEqual([])
    expect(report).toMatchObject({ ok: true, notes: 2, subject: { kind, locked: false } })
    if (kind === 'complete') expect(report.canonicalHash).toBe(canonicalHash(told.device.fold, sha256))
    expect(report.contents.withheld > 0).toBe(kind === 'projection')
  })

  it.each([null, 'correct horse'])('finds nothing wrong in a backup, locked or not', async (passphrase) => {
    const report = await verified(await backup(passphrase), passphrase)
    expect(faultsOf(report)).toEqual([])
    expect(report).toMatchObject({ ok: true, notes: 2, subject: { kind: 'backup', locked: passphrase !== null } })
    expect(report.canonicalHash).toBe(canonicalHash(told.device.fold, sha256))
  })

  it('asks for the passphrase of a locked one', async () => {
    const bytes = await backup('correct horse')
    expect(await verifyFile(bytes, null, sha256)).toMatchObject({ failure: { type: 'BackupLocked' } })
    expect(await verifyFile(bytes, 'wrong', sha256)).toMatchObject({ failure: { type: 'WrongPassphrase' } })
  })

  it('tells a locked one that was cut', async () => {
    const bytes = await backup('correct horse')
    const report = await verified(bytes.subarray(0, bytes.length - 20), 'correct horse')
    expect(faultsOf(report)).toEqual(['container truncated .rapx'])
  })

  it('finds nothing wrong in the frozen bundle', async () => {
    expect(otherFaultsOf(await verified(await frozen()))).toEqual([])
  })

  it('says which line is not what it was', async () => {
    const report = await verified(
      await frozen((parts) => {
        const lines = (parts['ops.ndjson'] ?? '').split('\n')
        lines[2] = (lines[2] ?? '').replace('"v":1', '"v":0')
        parts['ops.ndjson'] = lines.join('\n')
      }),
    )
    expect(report.ok).toBe(false)
    expect(faultsOf(report)).toContain('manifest altered ops.ndjson')
    expect(faultsOf(report)).toContain('operations not-an-operation ops.ndjson:3')
    expect(faultsOf(report)).toContain('counts total-differs manifest.json')
  })

  it('says when the manifest counts what is not there', async () => {
    const faults = faultsOf(await verified(await frozen((parts) => (parts['drops.ndjson'] = ''))))
    expect(faults).toContain('counts total-differs manifest.json')
    expect(faults).toContain('counts count-differs manifest.json')
  })

  it('says of a stranger in the container where it is, not how it is called', async () => {
    const report = await verified(await frozen((parts) => (parts['Awa Diop.txt'] = 'Bonjour')))
    expect(otherFaultsOf(report)).toEqual(['container unknown-entry .rapx:4'])
    expect(JSON.stringify(report)).not.toContain('Awa')
  })

  it('says that what is no bundle is none', async () => {
    expect(faultsOf(await verified(new TextEncoder().encode('Bonjour')))).toEqual(['container not-a-bundle .rapx'])
  })

  it('never quotes a text or a name', async () => {
    const report = JSON.stringify(await verified(await bundle('complete')))
    for (const words of ['eau', 'crues', 'Awa', 'Publique']) expect(report).not.toContain(words)
  })
})
