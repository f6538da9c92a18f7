import { describe, expect, it } from 'vitest'
import { packBackup } from '#node/exchange/make-backup.ts'
import { isLocked } from '#node/exchange/passphrase-lock.ts'
import { readBackup } from '#node/exchange/read-backup.ts'
import { stateOf } from '#node/store/store-state.ts'
import { sha256 } from '../../build/author.ts'
import { randomJournal, type RandomJournal } from '../../build/random-journal.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const PASSPHRASE = 'quatre mots pour cela'
/** Quick to open: the strength is not what is tested. */
const WORK = 4

const pack = async ({ consultation, entries }: RandomJournal, passphrase: string | null = PASSPHRASE) =>
  packBackup(entries, { consultation, place: { stream: 's', seq: 1, prev: null }, at: 5, passphrase }, sha256, WORK)

const packed = async (journal: RandomJournal, passphrase: string | null = PASSPHRASE): Promise<Uint8Array> => {
  const made = await pack(journal, passphrase)
  if (!made.ok) throw new Error(made.failure.type)
  return made.value.bytes
}

const journalOf = ({ operations, device }: Workspace): RandomJournal => ({
  consultation: device.author.consultation,
  entries: [{ type: 'batch', label: 'test', operations: [...operations] }],
})
const open = (): Workspace => aWorkspace().session('Ouverte', 1).speaker('Awa Diop').note('Plus d’eau')

describe('a backup', () => {
  it('gives back every entry of any history, in its order', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const journal = randomJournal(seed)
      const read = await readBackup(await packed(journal), PASSPHRASE, sha256)
      expect(read.ok && read.value.state.imports).toEqual(stateOf(journal.entries).imports)
      // An operation that came bare before it came whole is still bare where it came so.
      expect(read.ok && read.value.entries).toEqual(journal.entries)
    }
  })

  it('stays in clear when nothing in it asks for more and nobody wants it', async () => {
    const bytes = await packed(journalOf(open()), null)
    expect(isLocked(bytes)).toBe(false)
    expect((await readBackup(bytes, null, sha256)).ok).toBe(true)
  })

  it('asks for a passphrase when a note is off the record, a phone is in it, or a withdrawn import held such a thing', async () => {
    const off = journalOf(open().note('Entre nous', { level: 6 }))
    const phone = journalOf(aWorkspace().session('Ouverte', 1).speaker('Awa Diop', { phone: '+221 33' }))
    const [operations] = off.entries.flatMap((entry) => ('operations' in entry ? [entry.operations] : []))
    const ids = (operations ?? []).map(({ id }) => id)
    const brought = { type: 'import', id: 'i', at: 1, files: [], ids, operations: operations ?? [], drops: [] } as const
    const withdrawn = {
      ...off,
      entries: [{ ...brought, operations: [...brought.operations] }, { type: 'withdraw', import: 'i' } as const],
    } as unknown as RandomJournal
    for (const journal of [off, phone, withdrawn]) {
      expect(await pack(journal, null)).toMatchObject({ ok: false, failure: { type: 'PassphraseNeeded' } })
    }
  })

  it('tells nothing to whom has not the passphrase, the name of the consultation neither', async () => {
    const bytes = await packed(journalOf(open()))
    expect(isLocked(bytes)).toBe(true)
    const text = Buffer.from(bytes).toString('latin1')
    for (const word of ['manifest', 'Consultation', 'AFR', 'ndjson']) expect(text).not.toContain(word)
    expect(await readBackup(bytes, null, sha256)).toEqual({ ok: false, failure: { type: 'BackupLocked' } })
    expect(await readBackup(bytes, 'quatre mots pour ceci', sha256)).toEqual({
      ok: false,
      failure: { type: 'WrongPassphrase' },
    })
  })

  it('opens with the same passphrase typed on another keyboard', async () => {
    const bytes = await packed(journalOf(open()), 'été passé à la mer')
    expect((await readBackup(bytes, ' e\u0301te\u0301 passe\u0301  a\u0300 la mer\n', sha256)).ok).toBe(true)
  })

  it('is refused whole when a byte of it has changed or its end is missing', async () => {
    for (const passphrase of [PASSPHRASE, null]) {
      const bytes = await packed(journalOf(open()), passphrase)
      for (let at = 40; at < bytes.length; at += 97) {
        const changed = Uint8Array.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 4
        const read = await readBackup(changed, passphrase, sha256)
        // A few bytes of a ZIP say nothing (times, permissions): then the content is what it was.
        if (read.ok) expect(read.value.entries).toEqual(journalOf(open()).entries)
      }
      for (const share of [0.1, 0.5, 0.9, 0.99]) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * share))
        expect((await readBackup(cut, passphrase, sha256)).ok).toBe(false)
      }
    }
  })

  it('is told from other files', async () => {
    expect(await readBackup(new TextEncoder().encode('Bonjour'), null, sha256)).toEqual({
      ok: false,
      failure: { type: 'NotABackup' },
    })
  })
})
