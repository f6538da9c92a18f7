import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { newId } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import type { Keychain, Ports } from '#node/ports.ts'
import { aFolder, done } from '../../build/desktop.ts'
import { aNote, placesIn } from '../../build/note.ts'
import { nodeSide, type NodeSide } from '../../build/node-side.ts'

const PASSPHRASE = 'cheval pile agrafe correcte'
const OTHER = 'une autre phrase pour cela'
/** A word of the template, long enough that no key in base64 has it by chance. */
const SECTION = 'Moyen-Orient et Asie occidentale'
const CANARIES = Array.from({ length: 50 }, (_, n) => `CANARI-${n}-${newId(randomBytes)}`)

/** A program on a folder, ended with its test. */
async function aProgram(folder: string, own: Partial<Ports> = {}): Promise<NodeSide> {
  const side = await nodeSide(folder, diskLayer, own)
  onTestFinished(() => side.composed.close())
  return side
}

interface Installation extends NodeSide {
  readonly consultation: string
  capture(text: string): Promise<void>
}

async function working(side: NodeSide): Promise<Installation> {
  const { consultation, records } = done(await side.client['consultation.create']({ template: '001' }))
  const places = placesIn(records)
  return {
    ...side,
    consultation,
    async capture(text) {
      const newThemes = [{ id: newId(randomBytes), label: `thème ${text}` }]
      done(await side.client['edit.apply'](aNote({ note: newId(randomBytes), text, ...places, newThemes })))
    },
  }
}

/** A consultation protected from its beginning, with its recovery key. */
async function aProtected(folder: string, own = {}): Promise<Installation & { recoveryKey: string }> {
  const here = await working(await aProgram(folder, own))
  const { recoveryKey } = done(await here.client['protection.begin']({ passphrase: PASSPHRASE }))
  done(await here.client['protection.turnOn']({ recoveryKey }))
  return { ...here, recoveryKey }
}

const notesIn = (workspace: { records: readonly { kind: string; f: object }[] }): readonly unknown[] =>
  workspace.records.filter(({ kind }) => kind === 'note').map(({ f }) => (f as { text?: unknown }).text)

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Which of some words lie anywhere in a folder, as UTF-8, UTF-16 or base64, in a file or in its name. */
async function foundIn(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const forms = words.flatMap((word) =>
    [Buffer.from(word), Buffer.from(word, 'utf16le'), ...[0, 1, 2].map((shift) => inBase64(word, shift))].map(
      (form) => [word, form] as const,
    ),
  )
  const found = new Set<string>()
  for (const path of await filesUnder(folder)) {
    const written = await readFile(path)
    for (const [word, form] of forms) if (written.includes(form) || path.includes(word)) found.add(word)
  }
  return [...found]
}

/** What base64 makes of a word that begins at the first, second or third byte of three. */
const inBase64 = (word: string, shift: number): Buffer =>
  Buffer.from(
    Buffer.from(`${'x'.repeat(shift)}${word}`)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  )

describe('a protected consultation', () => {
  it('leaves no word of it anywhere in the data folder', { timeout: 120_000 }, async () => {
    const folder = await aFolder()
    const before = await working(await aProgram(folder))
    for (const canary of CANARIES.slice(0, 25)) await before.capture(canary)
    expect(await foundIn(folder, [...CANARIES, SECTION])).toHaveLength(26)
    const { recoveryKey } = done(await before.client['protection.begin']({ passphrase: PASSPHRASE }))
    done(await before.client['protection.turnOn']({ recoveryKey }))
    for (const canary of CANARIES.slice(25)) await before.capture(canary)
    done(await before.client['draft.keep']({ key: 'note', text: CANARIES[0] ?? '' }))
    await before.composed.close()
    expect(await foundIn(folder, [...CANARIES, SECTION, recoveryKey, PASSPHRASE])).toEqual([])
    const again = await aProgram(folder)
    const { consultation } = before
    const workspace = done(
      await again.client['protection.unlock']({ consultation, secret: PASSPHRASE, remember: false }),
    )
    expect(notesIn(workspace)).toHaveLength(50)
    expect(workspace.drafts).toMatchObject([{ text: CANARIES[0] }])
    expect(workspace.found).toEqual([])
  })

  it(
    'says nothing but that it is there until it is unlocked, by the passphrase or by the recovery key',
    { timeout: 120_000 },
    async () => {
      const folder = await aFolder()
      const { consultation, recoveryKey, composed, capture } = await aProtected(folder)
      await capture('Nappes')
      await composed.close()
      const { client } = await aProgram(folder)
      expect(done(await client['app.read']({})).consultations).toEqual([
        { id: consultation, label: '', template: '', sample: false, notes: 0, lastWritten: 0, locked: true },
      ])
      expect(await client['consultation.open']({ consultation })).toEqual({ ok: false, failure: { type: 'Locked' } })
      for (const secret of [
        'une autre phrase',
        recoveryKey.replace(/.$/u, (last) => (last === 'Q' ? 'P' : 'Q')),
        'AGE-SECRET-KEY-1',
      ]) {
        const tried = await client['protection.unlock']({ consultation, secret, remember: true })
        expect(tried).toEqual({ ok: false, failure: { type: 'WrongSecret' } })
      }
      const copied = `${recoveryKey.slice(0, 20).toLowerCase()} ${recoveryKey.slice(20)}\n`
      expect(
        notesIn(done(await client['protection.unlock']({ consultation, secret: copied, remember: false }))),
      ).toEqual(['Nappes'])
    },
  )

  it('is not protected before the recovery key was typed back', { timeout: 120_000 }, async () => {
    const here = await working(await aProgram(await aFolder()))
    const { recoveryKey } = done(await here.client['protection.begin']({ passphrase: PASSPHRASE }))
    expect(await here.client['protection.turnOn']({ recoveryKey: recoveryKey.slice(0, -1) })).toMatchObject({
      failure: { type: 'WrongRecoveryKey' },
    })
    const { consultation } = here
    expect(done(await here.client['protection.state']({ consultation })).isProtected).toBe(false)
    expect(await here.client['protection.begin']({ passphrase: 'azerty' })).toMatchObject({
      failure: { type: 'PassphraseWeak' },
    })
  })

  it(
    'changes its passphrase without rewriting anything else, and can lie in clear again',
    { timeout: 120_000 },
    async () => {
      const folder = await aFolder()
      const here = await aProtected(folder)
      await here.capture('CANARI-clair')
      const { client, consultation, recoveryKey } = here
      expect(await client['protection.change']({ secret: OTHER, passphrase: OTHER })).toMatchObject({
        failure: { type: 'WrongSecret' },
      })
      done(await client['protection.change']({ secret: PASSPHRASE, passphrase: OTHER }))
      expect(await client['protection.turnOff']({ secret: PASSPHRASE })).toMatchObject({
        failure: { type: 'WrongSecret' },
      })
      expect(notesIn(done(await client['protection.turnOff']({ secret: recoveryKey })))).toEqual(['CANARI-clair'])
      await here.composed.close()
      expect(await foundIn(folder, ['CANARI-clair'])).toEqual(['CANARI-clair'])
      const again = await aProgram(folder)
      expect(done(await again.client['app.read']({})).consultations).toMatchObject([{ id: consultation, notes: 1 }])
      expect(notesIn(done(await again.client['consultation.open']({ consultation })))).toEqual(['CANARI-clair'])
    },
  )

  it(
    'opens by itself where the person’s session remembers its key, and still with the passphrase when it no longer does',
    { timeout: 120_000 },
    async () => {
      const folder = await aFolder()
      let works = true
      const keychain: Keychain = {
        isAvailable: async () => works,
        lock: async (text) => Buffer.from(text).toString('hex'),
        open: async (locked) => Buffer.from(locked, 'hex').toString(),
      }
      const here = await aProtected(folder, { keychain })
      const { consultation } = here
      await here.composed.close()
      const first = await aProgram(folder, { keychain })
      done(await first.client['protection.unlock']({ consultation, secret: PASSPHRASE, remember: true }))
      await first.composed.close()
      const second = await aProgram(folder, { keychain })
      done(await second.client['consultation.open']({ consultation }))
      await second.composed.close()
      works = false
      const third = await aProgram(folder, { keychain })
      expect(await third.client['consultation.open']({ consultation })).toMatchObject({ failure: { type: 'Locked' } })
      done(await third.client['protection.unlock']({ consultation, secret: PASSPHRASE, remember: true }))
    },
  )

  it('is locked again when another consultation is opened', { timeout: 120_000 }, async () => {
    const here = await aProtected(await aFolder())
    done(await here.client['consultation.create']({ template: '002' }))
    expect(await here.client['consultation.open']({ consultation: here.consultation })).toMatchObject({
      failure: { type: 'Locked' },
    })
  })

  it('is backed up, its snapshot made and its files sent like any other', { timeout: 120_000 }, async () => {
    const folder = await aFolder()
    const here = await aProtected(folder)
    await here.capture('Nappes')
    const made = done(await here.client['backup.make']({}))
    const file = here.give(here.delivered.get(made?.name ?? '') ?? '')
    expect(done(await here.client['backup.inspect']({ file }))).toMatchObject({ notes: 1, here: { newOperations: 0 } })
    const sent = done(await here.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    expect(sent?.notes).toBe(1)
  })
})
