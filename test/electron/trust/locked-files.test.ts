import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { digest } from '#node/machine.ts'
import { makeBackup } from '#node/exchange/make-backup.ts'
import { storePlace } from '#node/store/store-place.ts'
import { isLocked } from '#node/exchange/passphrase-lock.ts'
import { bundleFrom } from '#node/exchange/read-bundle.ts'
import { lockFor, newRecipientKey, opened } from '#node/trust/recipient-key.ts'
import { aDesktop, aFolder, done } from '../../build/desktop.ts'
import { Installation } from '../../build/installation.ts'

const PASSPHRASE = 'quatre mots pour la section'
/** What a guess costs is of no matter here. */
const LITTLE_WORK = 4

async function written(bytes: Uint8Array): Promise<string> {
  const path = join(await aFolder(), 'given.rapx')
  await writeFile(path, bytes)
  return path
}
const projection = { kind: 'projection', audience: 'secretariat' } as const

/** A secretariat that has made its key, and a section that has had a file of it since. */
async function aPair(): Promise<readonly [secretariat: Installation, section: Installation]> {
  const [secretariat, section] = [await Installation.begin(), await Installation.begin()]
  done(await secretariat.side.client['trust.makeKey']({}))
  const pack = section.side.give(await secretariat.send())
  const know = [{ file: pack, name: 'Secrétariat' }]
  done(await section.side.client['bundle.merge']({ files: [pack], job: 'm', settle: [], know }))
  return [secretariat, section]
}

describe('A file locked for the secretariat', () => {
  it('is opened by the secretariat alone', async () => {
    const [secretariat, section] = await aPair()
    const here = done(await secretariat.side.client['trust.state']({}))
    const there = done(await section.side.client['trust.state']({}))
    expect([here.isOurs, there.isOurs]).toEqual([true, false])
    expect(there.recipient).toBe(here.recipient)
    await section.note('Des puits')
    const path = await section.send({ ...projection, lock: { by: 'key' } })
    expect(isLocked(await readFile(path))).toBe(true)
    expect((await readFile(path)).toString('latin1')).not.toContain('ops.ndjson')
    const other = await Installation.begin()
    const [refused] = done(
      await other.side.client['bundle.preview']({ files: [other.side.give(path)], job: 'p' }),
    ).files
    expect(refused?.failure).toEqual({ type: 'NotForUs' })
    const file = secretariat.side.give(path)
    done(await secretariat.side.client['bundle.merge']({ files: [file], job: 'm', settle: [] }))
    expect(await secretariat.texts()).toEqual(['Des puits'])
    const [again] = done(await secretariat.side.client['bundle.preview']({ files: [file], job: 'p' })).files
    expect(again?.state).toBe('already-here')
    const [left] = done(await section.side.client['register.list']({}))
    expect(left).toMatchObject({ kind: 'projection', locked: 'key', scope: [] })
  })

  it('is still opened after the secretariat came back from its backup', async () => {
    const [secretariat, section] = await aPair()
    await section.note('Des digues')
    const path = await section.send({ ...projection, lock: { by: 'key' } })
    const { client, folder } = secretariat.side
    expect(await client['backup.make']({})).toMatchObject({ ok: false, failure: { type: 'PassphraseNeeded' } })
    const place = { stream: 'backup', seq: 1, prev: null }
    const order = { place, at: 1, passphrase: PASSPHRASE, upTo: null, unsaved: [] }
    const store = storePlace(folder, secretariat.consultation)
    const backup = done(await makeBackup({ ...store, ...order }, diskLayer, digest, LITTLE_WORK))
    const restored = await aDesktop()
    const file = restored.give(await written(backup.bytes))
    done(await restored.client['backup.restore']({ file, passphrase: PASSPHRASE }))
    const merged = done(await restored.client['bundle.merge']({ files: [restored.give(path)], job: 'm', settle: [] }))
    expect(merged.preview.plan.counts['note']).toMatchObject({ added: 1 })
  })

  it('keeps its private key out of the page, and out of every file but a backup', async () => {
    const [secretariat] = await aPair()
    const { client, folder } = secretariat.side
    expect(JSON.stringify(done(await client['workspace.read']({})))).not.toContain('AGE-SECRET-KEY')
    const { operations } = done(await bundleFrom(await readFile(await secretariat.send()), digest))
    expect(JSON.stringify(operations)).not.toContain('AGE-SECRET-KEY')
    expect(JSON.stringify(operations)).toContain('age1')
    const journal = await readFile(
      join(folder, 'consultations', secretariat.consultation, 'journal-000001.rapj'),
      'utf8',
    )
    expect(journal).toContain('AGE-SECRET-KEY')
  })

  it('is not made when no key is there', async () => {
    const section = await Installation.begin()
    await section.note('Des puits')
    const refused = await section.side.client['bundle.send']({ ...projection, lock: { by: 'key' } })
    expect(refused).toEqual({ ok: false, failure: { type: 'NoRecipient' } })
    expect(section.side.delivered.size).toBe(0)
  })
})

describe('A file locked with a passphrase', () => {
  it('asks for it, says when it is wrong, and opens with it', async () => {
    const [section, secretariat] = [await Installation.begin(), await Installation.begin()]
    await section.note('Des puits')
    const weak = { ...projection, lock: { by: 'passphrase', passphrase: 'court' } } as const
    expect(await section.side.client['bundle.send'](weak)).toEqual({ ok: false, failure: { type: 'PassphraseWeak' } })
    const clear = await readFile(await section.send(projection))
    const file = secretariat.side.give(await written(await lockFor(clear, { passphrase: PASSPHRASE }, LITTLE_WORK)))
    const { client } = secretariat.side
    const failureWith = async (passphrase?: string) => {
      const passphrases = passphrase === undefined ? {} : { passphrases: { [file]: passphrase } }
      return done(await client['bundle.preview']({ files: [file], job: 'p', ...passphrases })).files[0]?.failure
    }
    expect(await failureWith()).toEqual({ type: 'FileLocked' })
    expect(await failureWith('une autre phrase de passe')).toEqual({ type: 'WrongPassphrase' })
    expect(await failureWith(PASSPHRASE)).toBeNull()
    const order = { files: [file], job: 'm', settle: [], passphrases: { [file]: `  ${PASSPHRASE} ` } }
    done(await client['bundle.merge'](order))
    expect(await secretariat.texts()).toEqual(['Des puits'])
  })

  it('is never half opened: any byte that changed refuses it', async () => {
    const { recipient, identity } = await newRecipientKey()
    const bytes = await lockFor(new TextEncoder().encode('des puits '.repeat(40)), { recipient })
    const unlock = { identities: [identity], passphrase: null }
    expect((await opened(bytes, unlock)).ok).toBe(true)
    for (let at = 0; at < bytes.length; at += 13) {
      const changed = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
      const result = await opened(changed, unlock)
      // One bit in the first line, and it is no locked file at all: what reads it then refuses it.
      if (isLocked(changed)) expect(result.ok).toBe(false)
    }
    for (let length = 0; length < bytes.length; length += 23) {
      const cut = bytes.slice(0, length)
      if (isLocked(cut)) expect((await opened(cut, unlock)).ok).toBe(false)
    }
  })

  it('that is a backup is told as one', async () => {
    const section = await Installation.begin()
    await section.note('Des puits')
    const order = {
      place: { stream: 'backup', seq: 1, prev: null },
      at: 1,
      passphrase: PASSPHRASE,
      upTo: null,
      unsaved: [],
    }
    const store = storePlace(section.side.folder, section.consultation)
    const { bytes } = done(await makeBackup({ ...store, ...order }, diskLayer, digest, LITTLE_WORK))
    const file = section.side.give(await written(bytes))
    const asked = { files: [file], job: 'p', passphrases: { [file]: PASSPHRASE } }
    const [report] = done(await section.side.client['bundle.preview'](asked)).files
    expect(report?.failure).toEqual({ type: 'BackupOnlyRestores' })
  })
})
