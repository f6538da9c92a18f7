import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withoutDroppedWords } from '#node/erasure/erase-lines.ts'
import { encodeBundle, PARTS } from '#shared/exchange/bundle.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { packTexts } from '#node/exchange/zip.ts'
import { storePlace } from '#node/store/store-place.ts'
import { idOf, sha256 } from '../../build/author.ts'
import { forged } from '../../build/forge.ts'
import { aDesktop, done } from '../../build/desktop.ts'

const SECRET = 'CANARI mots que personne ne doit perdre'
const record = idOf('a forged note')

/** A file with a good line, and one whose content was changed on the way. */
async function aFileFor(consultation: string): Promise<Uint8Array> {
  const good = canonical(
    forged({ record: idOf('a good note'), kind: 'note', set: { text: 'Une digue' }, consultation }),
  )
  const bad = canonical(forged({ record, kind: 'note', set: { text: 'Un pont' }, consultation })).replace(
    'Un pont',
    SECRET,
  )
  const counts = { operations: 2, drops: 0, notes: 2, records: {} }
  const place = { stream: 'series', seq: 1, prev: null, sample: false, counts, sections: [], axes: [] }
  const about = { kind: 'complete', consultation, audience: null, ...place } as const
  const parts = encodeBundle({ manifest: about, operations: [], drops: [] }, sha256)
  const operations = [good, bad]
    .toSorted()
    .map((line) => `${line}\n`)
    .join('')
  const manifest = { ...(JSON.parse(parts[PARTS.manifest]) as object), root: sha256(operations) }
  return packTexts({ ...parts, [PARTS.manifest]: canonical(manifest), [PARTS.operations]: operations })
}

async function received() {
  const desktop = await aDesktop()
  const { consultation } = done(await desktop.client['consultation.create']({ template: 'blank', edition: 'e' }))
  const path = join(desktop.folder, 'bad.rapx')
  await writeFile(path, await aFileFor(consultation))
  const files = [desktop.give(path)]
  const [report] = done(await desktop.client['bundle.preview']({ files, job: 'a' })).files
  done(await desktop.client['bundle.merge']({ files, job: 'b', settle: [] }))
  const { folder } = storePlace(desktop.folder, consultation)
  const journal = (await readdir(folder)).filter((name) => name.endsWith('.rapj')).map((name) => join(folder, name))
  return { desktop, report, journal }
}

describe('a line that was not taken in', () => {
  it('is told with its reason and kept byte for byte, and its content is shown to nobody', async () => {
    const { desktop, report, journal } = await received()
    expect(report).toMatchObject({ state: 'partly', setAside: [{ reason: 'forged-body' }] })
    expect(JSON.stringify(report)).not.toContain('CANARI')
    const texts = await Promise.all(journal.map((path) => readFile(path, 'utf8')))
    expect(texts.join('')).toContain(SECRET)
    const imports = done(await desktop.client['import.list']({}))
    expect(JSON.stringify(imports)).not.toContain('CANARI')
    await desktop.composed.close()
  })

  it('never lies in clear in a backup: nobody can say what it holds', async () => {
    const { desktop } = await received()
    expect(await desktop.client['backup.make']({})).toMatchObject({ ok: false, failure: { type: 'PassphraseNeeded' } })
    await desktop.composed.close()
  })

  it('goes from the disk with the record that it names', async () => {
    const { desktop, journal } = await received()
    await desktop.composed.close()
    const erased = { dropped: new Set<string>(), erased: new Map([[record, new Map([['c', 'asked']] as const)]]) }
    for (const path of journal) {
      const bytes = await readFile(path)
      const left = withoutDroppedWords(bytes, erased, sha256) ?? bytes
      expect(Buffer.from(left).toString()).not.toContain('CANARI')
      expect(Buffer.from(left).toString()).toContain('Une digue')
    }
  })
})
