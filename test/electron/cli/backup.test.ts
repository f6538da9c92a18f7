import { readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storePlace } from '#node/store/store-place.ts'
import { aDesktop, aFolder, done } from '../../build/desktop.ts'
import { answerOf, theCommandLine } from './command-line.ts'

const { run } = theCommandLine()

/** A data folder in which the program has worked, and the folder of its consultation. */
async function aDataFolder(): Promise<{ folder: string; store: string }> {
  const { client, composed, folder } = await aDesktop()
  const { consultation, records } = done(await client['consultation.create']({ template: '001' }))
  const person = records.find(({ kind }) => kind === 'session')?.id ?? ''
  done(
    await client['edit.apply']({
      type: 'record.save',
      kind: 'session',
      record: person,
      set: { link: 'https://exemple.org' },
    }),
  )
  await composed.close()
  return { folder, store: storePlace(folder, consultation).folder }
}

describe('rapporteur backup and restore', () => {
  it('carry a consultation to another data folder', { timeout: 60_000 }, async () => {
    const { folder, store } = await aDataFolder()
    const there = await aFolder()
    const passphrase = join(folder, 'phrase.txt')
    await writeFile(passphrase, 'cheval pile agrafe correcte\n')
    const file = join(folder, 'copie.rapx')
    const clear = await run(['backup', store, '--out', file, '--json'])
    expect(answerOf(clear)).toMatchObject({ ok: false, exit: 2, failure: { type: 'PassphraseNeeded' } })
    const made = answerOf(await run(['backup', store, '--out', file, '--passphrase-file', passphrase, '--json']))
    expect(made).toMatchObject({ ok: true, encrypted: true, damages: 0 })
    const locked = await run(['restore', file, '--into', there])
    expect(locked).toMatchObject({ code: 2, out: '' })
    expect(locked.err).toContain('--passphrase-file')
    const restored = answerOf(await run(['restore', file, '--into', there, '--passphrase-file', passphrase, '--json']))
    expect(restored).toMatchObject({ ok: true, canonicalHash: made['canonicalHash'] })
    const again = await run(['restore', file, '--into', there, '--passphrase-file', passphrase, '--json'])
    expect(answerOf(again)).toMatchObject({ exit: 3, failure: { type: 'AlreadyHere' } })
    const { client } = await aDesktop(there)
    expect(done(await client['app.read']({})).consultations).toHaveLength(1)
  })

  it(
    'open a protected consultation with its passphrase, and take it for damaged never',
    { timeout: 120_000 },
    async () => {
      const { folder, store } = await aDataFolder()
      const { client, composed } = await aDesktop(folder)
      done(await client['consultation.open']({ consultation: basename(store) }))
      const { recoveryKey } = done(await client['protection.begin']({ passphrase: 'cheval pile agrafe correcte' }))
      done(await client['protection.turnOn']({ recoveryKey }))
      await composed.close()
      const [right, wrong] = [join(folder, 'phrase.txt'), join(folder, 'autre.txt')]
      await writeFile(right, 'cheval pile agrafe correcte\n')
      await writeFile(wrong, 'une autre phrase que voici\n')
      const out = join(folder, 'copie.rapx')
      const verify = ['verify', store, '--json']
      expect(answerOf(await run(verify))).toMatchObject({ exit: 2, failure: { type: 'BackupLocked' } })
      const mistaken = await run([...verify, '--passphrase-file', wrong])
      expect(answerOf(mistaken)).toMatchObject({ exit: 3, failure: { type: 'WrongPassphrase' } })
      for (const words of [
        verify,
        ['backup', store, '--out', out, '--json'],
        ['recover', store, '--out', out, '--json'],
      ]) {
        expect(answerOf(await run([...words, '--passphrase-file', right]))).toMatchObject({ ok: true, exit: 0 })
      }
    },
  )

  it('say what is missing, and write nothing', async () => {
    const folder = await aFolder()
    const out = join(folder, 'copie.rapx')
    expect(answerOf(await run(['backup', folder, '--out', out, '--json']))).toMatchObject({
      exit: 2,
      failure: { type: 'NotAStore' },
    })
    expect(answerOf(await run(['backup', folder, '--json']))).toMatchObject({
      failure: { type: 'OptionMissing', option: 'out' },
    })
    expect(answerOf(await run(['restore', out, '--into', folder, '--json']))).toMatchObject({
      exit: 4,
      failure: { type: 'FileUnreadable' },
    })
    expect(await readdir(folder)).toEqual([])
  })
})
