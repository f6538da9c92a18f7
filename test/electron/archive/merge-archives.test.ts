import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openArchive, writeArchive } from '#node/archive/archive.ts'
import { mergeArchives } from '#node/archive/merge-archives.ts'
import { packBackup } from '#node/exchange/make-backup.ts'
import { foldOf, type LeavingOrder } from '#node/exchange/make-bundle.ts'
import { digest } from '#node/machine.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { CONSULTATION } from '../../build/author.ts'
import { aFolder, done } from '../../build/desktop.ts'
import { Device } from '../../build/device.ts'
import { someSteps, World } from '../../build/history.ts'
import { aWorkspace } from '../../build/workspace.ts'

const HISTORIES = 12
const SEED = Number(process.env['RAPPORTEUR_LAW_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

async function fileOf(
  path: string,
  operations: readonly Operation[],
  kind: LeavingOrder['kind'] = 'complete',
): Promise<string> {
  done(await writeArchive(path, { consultation: CONSULTATION, kind, operations, fold: foldOf(operations) }))
  return path
}

const merge = async (files: readonly string[], out?: string) =>
  done(await mergeArchives({ files, out, dryRun: out === undefined }, () => {}))

describe('files put together', () => {
  it('hold the same in every order, after any history', async () => {
    console.info(`histories: RAPPORTEUR_LAW_SEED=${SEED}`)
    const folder = await aFolder()
    for (const [index, steps] of fc.sample(someSteps(), { numRuns: HISTORIES, seed: SEED }).entries()) {
      const { devices } = World.after(steps)
      const files = await Promise.all(
        devices.map(({ operations }, device) =>
          fileOf(join(folder, `${index}-${device}.rapx`), [...operations.values()]),
        ),
      )
      const out = join(folder, `${index}.rapx`)
      const expected = await merge(files, out)
      for (const order of [files.toReversed(), [...files.slice(1), ...files.slice(0, 1)], [out, ...files, out]]) {
        const { canonicalHash, notes, conflicts } = await merge(order)
        expect({ canonicalHash, notes, conflicts }).toEqual({
          canonicalHash: expected.canonicalHash,
          notes: expected.notes,
          conflicts: expected.conflicts,
        })
      }
    }
  })

  it('keep both versions of a note that two people corrected, and count it', async () => {
    const folder = await aFolder()
    const [first, second] = [aWorkspace('first'), new Device('second')]
    first.session('Plénière', 1).speaker('Awa Diop').note('L’eau manque')
    second.receive(first.operations)
    const note = first.id('L’eau manque')
    first.edit('L’eau manque', { set: { text: 'L’eau manque l’été' } })
    const blank = { addThemes: [], newThemes: [], removeThemes: [] }
    second.run({ type: 'notes.edit', notes: [note], set: { text: 'L’eau manque partout' }, ...blank })
    const files = [
      await fileOf(join(folder, 'first.rapx'), first.operations),
      await fileOf(join(folder, 'second.rapx'), [...second.operations.values()]),
    ]
    const out = join(folder, 'out.rapx')
    expect(await merge(files, out)).toMatchObject({ notes: 1, conflicts: 1, counts: { note: { conflicting: 1 } } })
    const { records } = done(await openArchive(out))
    expect(records.get(note)?.conflicts?.['text']?.toSorted()).toEqual(['L’eau manque l’été', 'L’eau manque partout'])
  })

  it('are a projection only when each of them is one', async () => {
    const folder = await aFolder()
    const { operations } = aWorkspace('first').session('Plénière', 1)
    const [a, b, c] = [
      await fileOf(join(folder, 'a.rapx'), operations, 'projection'),
      await fileOf(join(folder, 'b.rapx'), operations, 'projection'),
      await fileOf(join(folder, 'c.rapx'), operations),
    ]
    const kindOf = async (files: readonly string[]): Promise<string> => {
      await merge(files, join(folder, 'out.rapx'))
      return done(await openArchive(join(folder, 'out.rapx'))).bundle.manifest.kind
    }
    expect(await kindOf([a, b])).toBe('projection')
    expect(await kindOf([a, c])).toBe('complete')
  })

  it('never take in a backup', async () => {
    const folder = await aFolder()
    const { operations } = aWorkspace('first')
    const contributions = await fileOf(join(folder, 'a.rapx'), operations)
    for (const passphrase of [null, 'quatre mots pour cela']) {
      const backup = join(folder, 'b.rapx')
      const entry = { type: 'batch' as const, label: 'test', operations: [...operations] }
      const order = { consultation: CONSULTATION, place: { stream: 's', seq: 1, prev: null }, at: 0, passphrase }
      await writeFile(backup, done(await packBackup([entry], order, digest, 1)).bytes)
      expect(await mergeArchives({ files: [contributions, backup], dryRun: true }, () => {})).toMatchObject({
        // What is locked is not told before it is opened.
        failure: { type: passphrase === null ? 'BackupOnlyRestores' : 'FileLocked', file: backup },
      })
    }
  })
})
