import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Command, CommandOf } from '#shared/edit/command.ts'
import { newId as fromBytes } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import { fileDigest } from '#node/workspace/register.ts'
import { aDesktop as aRunningDesktop, done, type TestDesktop } from '../../build/desktop.ts'
import { aNote, placesIn } from '../../build/note.ts'

const PASSPHRASE = 'cheval pile agrafe correcte'
const newId = (): string => fromBytes(randomBytes)

/** Ended with its test: a snapshot may still be being made. */
async function aDesktop(folder?: string): Promise<TestDesktop> {
  const desktop = await aRunningDesktop(folder)
  onTestFinished(() => desktop.composed.close())
  return desktop
}

interface Installation extends TestDesktop {
  readonly consultation: string
  capture(text: string, level?: number): CommandOf<'note.capture'>
}

async function anInstallation(): Promise<Installation> {
  const desktop = await aDesktop()
  const { consultation, records } = done(await desktop.client['consultation.create']({ template: '001' }))
  const places = placesIn(records)
  return {
    ...desktop,
    consultation,
    capture: (text, level) => aNote({ note: newId(), text, ...places, ...(level === undefined ? {} : { level }) }),
  }
}

const notesIn = async ({ client }: TestDesktop): Promise<readonly string[]> =>
  done(await client['workspace.read']({}))
    .records.filter(({ kind }) => kind === 'note')
    .map(({ f }) => String(f['text']))
    .toSorted()

/** A backup of one installation, as a file that another one is given. */
async function backedUp(from: Installation, to: TestDesktop, passphrase?: string): Promise<string> {
  const made = done(await from.client['backup.make'](passphrase === undefined ? {} : { passphrase }))
  return to.give(from.delivered.get(made?.name ?? '') ?? '')
}

describe('a backup of an open consultation', () => {
  it('comes back on another computer with the passphrase alone', { timeout: 60_000 }, async () => {
    const [here, there] = [await anInstallation(), await aDesktop()]
    for (const text of ['Nappes', 'Marchés']) done(await here.client['edit.apply'](here.capture(text)))
    done(await here.client['edit.apply'](here.capture('Entre nous', 6)))
    expect(await here.client['backup.make']({})).toMatchObject({ failure: { type: 'PassphraseNeeded', records: 1 } })
    expect(await here.client['backup.make']({ passphrase: 'azerty' })).toMatchObject({
      failure: { type: 'PassphraseWeak' },
    })
    const file = await backedUp(here, there, PASSPHRASE)
    expect(await there.client['backup.inspect']({ file })).toMatchObject({ failure: { type: 'BackupLocked' } })
    expect(done(await there.client['backup.inspect']({ file, passphrase: PASSPHRASE }))).toMatchObject({
      consultation: here.consultation,
      notes: 3,
      encrypted: true,
      here: null,
    })
    const workspace = done(await there.client['backup.restore']({ file, passphrase: PASSPHRASE }))
    expect(workspace.consultation).toBe(here.consultation)
    expect(await notesIn(there)).toEqual(['Entre nous', 'Marchés', 'Nappes'])
    expect(done(await there.client['app.read']({})).consultations.map(({ notes }) => notes)).toEqual([3])
    done(await there.client['edit.apply'](here.capture('Ici aussi')))
  })

  it('is put into the consultation that is here already, when a person asks for it', async () => {
    const here = await anInstallation()
    done(await here.client['edit.apply'](here.capture('Avant')))
    const file = await backedUp(here, here)
    done(await here.client['edit.apply'](here.capture('Après')))
    expect(done(await here.client['backup.inspect']({ file })).here).toEqual({ newOperations: 0, conflicts: 0 })
    expect(await here.client['backup.restore']({ file })).toMatchObject({ failure: { type: 'AlreadyHere' } })
    const there = await aDesktop()
    done(await there.client['consultation.create']({ template: '001' }))
    done(await there.client['edit.apply'](here.capture('Là-bas')))
    const given = there.give(here.delivered.values().next().value ?? '')
    expect(done(await there.client['backup.inspect']({ file: given })).here).toMatchObject({ conflicts: 0 })
    done(await there.client['backup.merge']({ file: given }))
    expect(await notesIn(there)).toEqual(['Avant', 'Là-bas'])
    done(await there.client['edit.undo']({}))
    expect(await notesIn(there)).toEqual(['Là-bas'])
  })

  it('holds what the disk refused to save, each writing on what the former leaves', async () => {
    const [here, there] = [await anInstallation(), await aDesktop()]
    const first = here.capture('Première')
    const unsaved: Command[] = [
      first,
      {
        type: 'notes.edit',
        notes: [first.note],
        set: { text: 'Corrigée' },
        addThemes: [],
        newThemes: [],
        removeThemes: [],
      },
      here.capture('   '),
    ]
    const made = done(await here.client['backup.make']({ unsaved }))
    expect(made).toMatchObject({ leftOut: 1, notes: 1, registered: true })
    expect(await notesIn(here)).toEqual([])
    done(await there.client['backup.restore']({ file: there.give(here.delivered.get(made?.name ?? '') ?? '') }))
    expect(await notesIn(there)).toEqual(['Corrigée'])
  })

  it('is never taken for contributions, nor contributions for a backup', async () => {
    const here = await anInstallation()
    done(await here.client['edit.apply'](here.capture('Nappes')))
    const file = await backedUp(here, here)
    const { files } = done(await here.client['bundle.preview']({ files: [file], job: 'p' }))
    expect(files[0]).toMatchObject({ state: 'refused', failure: { type: 'BackupOnlyRestores' } })
    const sent = done(await here.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const bundle = here.give(here.delivered.get(sent?.name ?? '') ?? '')
    expect(await here.client['backup.inspect']({ file: bundle })).toMatchObject({ failure: { type: 'NotABackup' } })
    const other = here.give(join(here.folder, 'settings.json'))
    expect(await here.client['backup.inspect']({ file: other })).toMatchObject({ failure: { type: 'NotABackup' } })
    expect(await here.client['backup.inspect']({ file: 'inconnu' })).toMatchObject({
      failure: { type: 'FileUnreadable' },
    })
  })

  it('is refused whole when the file was damaged on its way', async () => {
    const [here, there] = [await anInstallation(), await aDesktop()]
    const made = done(await here.client['backup.make']({}))
    const path = here.delivered.get(made?.name ?? '') ?? ''
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.length - 40))
    expect(await there.client['backup.restore']({ file: there.give(path) })).toMatchObject({
      failure: { type: 'Truncated' },
    })
    expect(done(await there.client['app.read']({})).consultations).toEqual([])
  })
})

describe('the register of what left', () => {
  it('tells of bundles, backups and documents which file it was, for whom, and is still there after', async () => {
    const here = await anInstallation()
    done(await here.client['edit.apply'](here.capture('Nappes')))
    const sent = done(await here.client['bundle.send']({ kind: 'projection', audience: 'public', to: 'Léa Martin' }))
    const document = done(await here.client['report.write']({ type: 'global', lang: 'fr', job: 'r', to: 'le comité' }))
    const backup = done(await here.client['backup.make']({}))
    await here.composed.close()
    const again = await aDesktop(here.folder)
    done(await again.client['consultation.open']({ consultation: here.consultation }))
    const register = done(await again.client['register.list']({}))
    expect(register).toMatchObject([
      { kind: 'backup', name: backup?.name, notes: 1, to: '' },
      { kind: 'document', name: document?.name, notes: 1, to: 'le comité' },
      { kind: 'projection', audience: 'public', name: sent?.name, notes: 1, to: 'Léa Martin' },
    ])
    for (const { name, file } of register) {
      expect(fileDigest(await readFile(here.delivered.get(name ?? '') ?? ''))).toBe(file)
    }
    await rm(here.delivered.get(sent?.name ?? '') ?? '')
    expect(done(await again.client['register.list']({}))).toEqual(register)
  })
})
