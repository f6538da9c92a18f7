import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PARTS } from '#shared/exchange/bundle.ts'
import { WHOLE } from '#shared/exchange/scope.ts'
import { digest } from '#node/machine.ts'
import { bundleFrom, unpackBundle } from '#node/exchange/read-bundle.ts'
import { packTexts } from '#node/exchange/zip.ts'
import { newSigningKey, signatureOf } from '#node/trust/signing.ts'
import { aFolder, done } from '../../build/desktop.ts'
import { Installation } from '../../build/installation.ts'

const preview = async ({ side }: Installation, path: string) =>
  done(await side.client['bundle.preview']({ files: [side.give(path)], job: 'p' }))

const partsOf = async (path: string) => done(await unpackBundle(await readFile(path)))

const changed = async (path: string, parts: Record<string, string | undefined>): Promise<string> => {
  const other = join(await aFolder(), 'changed.rapx')
  const all = Object.entries({ ...(await partsOf(path)), ...parts }).filter(([, text]) => text !== undefined)
  await writeFile(other, await packTexts(Object.fromEntries(all) as Record<string, string>))
  return other
}

const projection = { kind: 'projection', audience: 'secretariat' } as const

describe('Who sends a file', () => {
  it('is new at first sight, then known by what was put in', async () => {
    const [section, secretariat] = [await Installation.begin(), await Installation.begin()]
    await section.note('Des puits')
    const first = await section.send(projection)
    const [report] = (await preview(secretariat, first)).files
    expect(report?.sender).toMatchObject({ state: 'new', name: '', replaces: 0 })
    expect(report?.sender?.fingerprint).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){3}$/)
    const { client } = secretariat.side
    const know = [{ file: secretariat.side.give(first), name: 'Section Afrique' }]
    done(await client['bundle.merge']({ files: know.map(({ file }) => file), job: 'm', settle: [], know }))
    await section.note('Des digues')
    const [second] = (await preview(secretariat, await section.send(projection))).files
    expect(second?.sender).toMatchObject({ state: 'known', name: 'Section Afrique' })
    expect(done(await client['trust.state']({})).senders).toEqual([
      expect.objectContaining({ name: 'Section Afrique', fingerprint: report?.sender?.fingerprint }),
    ])
  })

  it('shows the receiver the fingerprint that the sender was shown', async () => {
    const [section, secretariat] = [await Installation.begin(), await Installation.begin()]
    await section.note('Des puits')
    const sent = done(await section.side.client['bundle.send'](projection))
    const [report] = (await preview(secretariat, section.side.delivered.get(sent?.name ?? '') ?? '')).files
    expect(report?.sender?.fingerprint).toBe(sent?.fingerprint)
  })

  it('is refused when one byte of what was signed is another’s', async () => {
    const section = await Installation.begin()
    await section.note('Des puits')
    const path = await section.send(projection)
    const manifest = (await partsOf(path))[PARTS.manifest] ?? ''
    const forged = manifest.replace('"seq":1', '"seq":2')
    const altered = await changed(path, { [PARTS.manifest]: forged })
    expect(await bundleFrom(await readFile(altered), digest)).toEqual({ ok: false, failure: { type: 'BadSignature' } })
    const other = signatureOf(digest(manifest), newSigningKey())
    const resigned = await changed(path, { [PARTS.signature]: other })
    expect(await bundleFrom(await readFile(resigned), digest)).toEqual({ ok: false, failure: { type: 'BadSignature' } })
    const noKey = await changed(path, { [PARTS.signature]: '{"v":1,"key":"","sig":""}\n' })
    expect(await bundleFrom(await readFile(noKey), digest)).toEqual({ ok: false, failure: { type: 'BadSignature' } })
  })

  it('is told as changed when a signed series goes on without its signature', async () => {
    const [section, secretariat] = [await Installation.begin(), await Installation.begin()]
    await section.note('Des puits')
    const { client, give } = secretariat.side
    done(await client['bundle.merge']({ files: [give(await section.send())], job: 'm', settle: [] }))
    await section.note('Des digues')
    const bare = await changed(await section.send(), { [PARTS.signature]: undefined })
    expect((await preview(secretariat, bare)).files[0]?.sender?.state).toBe('changed')
  })

  it('cannot add or take away what is erased without the signature telling', async () => {
    const section = await Installation.begin()
    await section.note('Des puits')
    const path = await section.send()
    const dropping = await changed(path, { [PARTS.drops]: `"${'A'.repeat(43)}"\n` })
    expect(await bundleFrom(await readFile(dropping), digest)).toMatchObject({
      ok: false,
      failure: { type: 'Altered' },
    })
  })

  it('replaces no value of someone who does not know them, before a person says so', async () => {
    const [africa, secretariat] = [await Installation.begin(), await Installation.begin()]
    const note = await secretariat.note('Texte du secrétariat')
    const give = (path: string): string => africa.side.give(path)
    done(await africa.side.client['bundle.merge']({ files: [give(await secretariat.send())], job: 'm', settle: [] }))
    await africa.rewrite(note, 'Texte d’un inconnu')
    const path = await africa.send()
    const [report] = (await preview(secretariat, path)).files
    expect(report?.sender).toMatchObject({ state: 'new', replaces: 1 })
    const file = secretariat.side.give(path)
    const { client } = secretariat.side
    const refused = await client['bundle.merge']({ files: [file], job: 'm', settle: [] })
    expect(refused).toEqual({ ok: false, failure: { type: 'SenderUnknown', replaces: 1 } })
    expect(await secretariat.texts()).toEqual(['Texte du secrétariat'])
    done(await client['bundle.merge']({ files: [file], job: 'm', settle: [], know: [{ file, name: 'Afrique' }] }))
    expect(await secretariat.texts()).toEqual(['Texte d’un inconnu'])
    await africa.rewrite(note, 'Texte de quelqu’un de connu')
    const next = secretariat.side.give(await africa.send())
    done(await client['bundle.merge']({ files: [next], job: 'm', settle: [] }))
    expect(await secretariat.texts()).toEqual(['Texte de quelqu’un de connu'])
  })

  it('shares no identifier between two audiences, nor between two scopes of one', async () => {
    const section = await Installation.begin()
    await section.note('Des puits')
    const orders = [
      projection,
      { ...projection, audience: 'public' as const },
      { ...projection, scope: { ...WHOLE, axes: [section.axis] } },
    ]
    const signed: string[] = []
    for (const order of orders) {
      const parts = await partsOf(await section.send(order))
      const { stream } = JSON.parse(parts[PARTS.manifest] ?? '') as { stream: string }
      const { key } = JSON.parse(parts[PARTS.signature] ?? '') as { key: string }
      signed.push(stream, key)
    }
    expect(new Set(signed).size).toBe(signed.length)
    const again = JSON.parse((await partsOf(await section.send(projection)))[PARTS.manifest] ?? '') as object
    expect(again).toMatchObject({ stream: signed[0], seq: 2 })
  })

  it('may write with a newer version of the same format: what it sends is read, and that is told', async () => {
    const [section, secretariat] = [await Installation.begin(), await Installation.begin()]
    await section.note('Des puits')
    const path = await section.send({ ...projection, scope: { ...WHOLE, axes: [section.axis] } })
    const manifest = (await partsOf(path))[PARTS.manifest]?.replace('"minor":1,', '"minor":7,"mood":"gay",')
    const newer = await changed(path, { [PARTS.manifest]: manifest, [PARTS.signature]: undefined })
    const [report] = (await preview(secretariat, newer)).files
    expect(report).toMatchObject({ state: 'whole', isNewer: true, scope: ['axes'], sender: { state: 'unsigned' } })
    const { client, give } = secretariat.side
    done(await client['bundle.merge']({ files: [give(newer)], job: 'm', settle: [] }))
    expect(await secretariat.texts()).toEqual(['Des puits'])
  })

  it('signs nothing with a key that came from another computer', async () => {
    const section = await Installation.begin()
    await section.note('Des puits')
    await section.send(projection)
    const file = join(section.side.folder, 'consultations', section.consultation, 'series.json')
    const kept = JSON.parse(await readFile(file, 'utf8')) as { stream: string; keys: Record<string, unknown> }
    await writeFile(file, JSON.stringify({ ...kept, stream: 'another installation' }))
    const manifest = JSON.parse((await partsOf(await section.send(projection)))[PARTS.manifest] ?? '') as object
    expect(manifest).toMatchObject({ seq: 1 })
  })
})
