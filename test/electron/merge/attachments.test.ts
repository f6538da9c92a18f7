import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newId as fromBytes } from '#shared/kit/id.ts'
import { isKind, type Attachment } from '#shared/model/record.ts'
import { entryNames, packTexts, unpackTexts } from '#node/exchange/zip.ts'
import { randomBytes } from '#node/machine.ts'
import { aDesktop, aFolder, done, type TestDesktop } from '../../build/desktop.ts'
import { filesHolding } from '../../build/files-holding.ts'
import { aNote, placesIn } from '../../build/note.ts'

const newId = (): string => fromBytes(randomBytes)
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** A picture of a flip chart, as far as its first bytes say. */
const picture = (words: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(words)])
const CHART = picture('CANARI-PHOTO flip chart')

interface Side extends TestDesktop {
  readonly consultation: string
  note(text: string, level?: number): Promise<string>
  attach(on: string, bytes?: Uint8Array, fileName?: string): Promise<string>
  attachments(): Promise<readonly Attachment[]>
  /** Where the bytes of a digest lie. */
  places(digest: string): readonly string[]
}

async function sideOf(desktop: TestDesktop): Promise<Side> {
  const { client, folder } = desktop
  onTestFinished(() => desktop.composed.close())
  const { consultation, records } = done(await client['workspace.read']({}))
  const session = newId()
  const set = { label: 'Plénière', level: 1 }
  done(await client['edit.apply']({ type: 'record.save', kind: 'session', record: session, set }))
  return {
    ...desktop,
    consultation,
    async note(text, level) {
      const note = newId()
      const { axis } = placesIn(records)
      done(await client['edit.apply'](aNote({ note, text, session, axis, ...(level === undefined ? {} : { level }) })))
      return note
    },
    async attach(on, bytes = CHART, fileName = 'IMG_0001.jpg') {
      const attachment = newId()
      done(await client['attachment.add']({ attachment, on, label: 'Tableau', fileName, bytes }))
      return attachment
    },
    attachments: async () =>
      done(await client['workspace.read']({})).records.filter((record): record is Attachment =>
        isKind(record, 'attachment'),
      ),
    places: (digest) =>
      [join(folder, 'consultations', consultation), join(folder, 'copies', consultation)].map((place) =>
        join(place, 'files', digest.slice(0, 2), digest),
      ),
  }
}

async function aSide(): Promise<Side> {
  const desktop = await aDesktop()
  done(await desktop.client['consultation.create']({ template: '001' }))
  return sideOf(desktop)
}

/** What one side sends, as a file that the other one is given. */
async function sent(from: Side, to: TestDesktop, kind: 'complete' | 'projection' = 'complete'): Promise<string> {
  const audience = kind === 'complete' ? 'section' : 'public'
  const made = done(await from.client['bundle.send']({ kind, audience }))
  return to.give(from.delivered.get(made?.name ?? '') ?? '')
}

const merge = async (side: TestDesktop, file: string) =>
  done(await side.client['bundle.merge']({ files: [file], job: 'm', settle: [], know: [{ file, name: '' }] }))

const bytesOf = async ({ client }: TestDesktop, attachment: string): Promise<Uint8Array | string> => {
  const read = await client['attachment.read']({ attachment })
  return read.ok ? Uint8Array.from(read.value.bytes) : read.failure.type
}
const isThere = async (path: string): Promise<boolean> =>
  readFile(path).then(
    () => true,
    () => false,
  )

describe('A picture on a note', () => {
  it('is on the disk before anything names it, in both places, once for the same bytes', async () => {
    const side = await aSide()
    const [one, other] = [await side.note('Nappes'), await side.note('Marchés')]
    const attachment = await side.attach(one)
    await side.attach(other)
    expect(await bytesOf(side, attachment)).toEqual(Uint8Array.from(CHART))
    expect((await filesHolding(side.folder, 'CANARI-PHOTO')).toSorted()).toEqual(
      [...side.places(sha(CHART))].toSorted(),
    )
    expect((await side.attachments()).map(({ f }) => [f.digest, f.media, f.bytes])).toEqual(
      Array.from({ length: 2 }, () => [sha(CHART), 'image/jpeg', CHART.length]),
    )
  })

  it('is refused with a reason when nothing here could show it', async () => {
    const side = await aSide()
    const on = await side.note('Nappes')
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(16)])
    const add = (bytes: Uint8Array) =>
      side.client['attachment.add']({ attachment: newId(), on, label: '', fileName: 'x', bytes })
    expect(await add(heic)).toMatchObject({ failure: { type: 'AttachmentRefused', reason: 'heic' } })
    expect(await add(new Uint8Array())).toMatchObject({ failure: { reason: 'empty' } })
    expect(await add(Uint8Array.from([0, 1, 2]))).toMatchObject({ failure: { reason: 'kind' } })
    expect(await add(new Uint8Array(25_000_001))).toMatchObject({ failure: { reason: 'too-large' } })
    expect(
      await side.client['attachment.add']({ attachment: newId(), on: newId(), label: '', fileName: '', bytes: CHART }),
    ).toMatchObject({ failure: { type: 'RecordNotFound' } })
    expect([await side.attachments(), await filesHolding(side.folder, 'CANARI-PHOTO')]).toEqual([[], []])
  })

  it('is swept away when its operation was never written, and not while an entry of the journal names it', async () => {
    const side = await aSide()
    const kept = await side.attach(await side.note('Nappes'))
    done(await side.client['edit.apply']({ type: 'attachment.remove', attachment: kept }))
    await side.composed.close()
    const orphan = picture('orphan')
    const [path = ''] = side.places(sha(orphan))
    await rm(path, { force: true })
    const again = await aDesktop(side.folder)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, orphan)
    done(await again.client['consultation.open']({ consultation: side.consultation }))
    await expect.poll(() => isThere(path)).toBe(false)
    await again.composed.close()
    expect(await Promise.all(side.places(sha(CHART)).map(isThere))).toEqual([true, true])
  })
})

describe('The QualCoder fault « missing attachments »', () => {
  it('does not happen: what is exported holds its pictures, by their digests, and merging twice neither doubles nor orphans', async () => {
    const [here, there] = [await aSide(), await aSide()]
    const attachment = await here.attach(await here.note('Nappes'))
    await here.attach(await here.note('Marchés'), picture('second'))
    const file = await sent(here, there)
    const path = [...here.delivered.values()][0] ?? ''
    const names = entryNames(await readFile(path)).filter((name) => name.startsWith('files/'))
    expect(names.toSorted()).toEqual([`files/${sha(CHART)}.jpg`, `files/${sha(picture('second'))}.jpg`].toSorted())
    const { preview } = await merge(there, file)
    expect(preview.files[0]?.warnings).toEqual([])
    expect(await bytesOf(there, attachment)).toEqual(Uint8Array.from(CHART))
    await merge(there, await sent(here, there))
    expect(await there.attachments()).toHaveLength(2)
    expect(await filesHolding(join(there.folder, 'consultations'), 'CANARI-PHOTO')).toHaveLength(1)
    // Withdrawn contributions keep the bytes, and come back with them.
    for (const { id } of done(await there.client['import.list']({}))) {
      done(await there.client['import.withdraw']({ import: id }))
    }
    expect(await there.attachments()).toEqual([])
    for (const { id } of done(await there.client['import.list']({}))) {
      done(await there.client['import.restore']({ import: id }))
    }
    expect(await bytesOf(there, attachment)).toEqual(Uint8Array.from(CHART))
  })

  it('is told when a picture is altered or missing: the rest is taken, and any later file that has it brings it', async () => {
    const [here, there] = [await aSide(), await aSide()]
    const attachment = await here.attach(await here.note('Nappes'))
    const whole = await sent(here, there)
    const path = [...here.delivered.values()][0] ?? ''
    const texts = done(
      await unpackTexts(await readFile(path), { 'manifest.json': 1e6, 'ops.ndjson': 1e7, 'drops.ndjson': 1e6 }),
    )
    const damaged = join(await aFolder(), 'damaged.rapx')
    const other = new Map([
      [`files/${sha(CHART)}.jpg`, picture('FORGED')],
      [`files/${sha(picture('stranger'))}.jpg`, picture('stranger')],
    ])
    await writeFile(damaged, await packTexts(texts as Record<string, string>, other))
    const { preview } = await merge(there, there.give(damaged))
    expect(preview.files[0]?.warnings).toEqual([
      { type: 'FilesAltered', count: 1 },
      { type: 'FilesUnnamed', count: 1 },
      { type: 'FilesMissing', count: 1 },
    ])
    expect(await there.attachments()).toHaveLength(1)
    expect(await bytesOf(there, attachment)).toBe('AttachmentNotHere')
    expect([
      ...(await filesHolding(there.folder, 'FORGED')),
      ...(await filesHolding(there.folder, 'stranger')),
    ]).toEqual([])
    await merge(there, whole)
    expect(await bytesOf(there, attachment)).toEqual(Uint8Array.from(CHART))
    // Lost in both places, it is taken once more from a file that was put in before.
    for (const lost of there.places(sha(CHART))) await rm(lost, { force: true })
    expect(await bytesOf(there, attachment)).toBe('AttachmentNotHere')
    await merge(there, whole)
    expect(await bytesOf(there, attachment)).toEqual(Uint8Array.from(CHART))
  })

  it(
    'does not happen to a consultation that is opened from a file, nor to one that a backup brings back',
    { timeout: 60_000 },
    async () => {
      const here = await aSide()
      const attachment = await here.attach(await here.note('Nappes'), CHART, '')
      const opened = await aDesktop()
      onTestFinished(() => opened.composed.close())
      done(await opened.client['bundle.open']({ file: await sent(here, opened) }))
      expect(await bytesOf(opened, attachment)).toEqual(Uint8Array.from(CHART))
      const made = done(await here.client['backup.make']({}))
      const restored = await aDesktop()
      onTestFinished(() => restored.composed.close())
      const file = restored.give(here.delivered.get(made?.name ?? '') ?? '')
      done(await restored.client['backup.restore']({ file }))
      expect(await bytesOf(restored, attachment)).toEqual(Uint8Array.from(CHART))
      expect((await here.attachments())[0]?.f.fileName).toBeUndefined()
    },
  )
})

describe('The bytes of a picture', () => {
  it('are in no file that may not carry them', async () => {
    const here = await aSide()
    for (const level of [1, 2, 3, 4, 5, 6]) {
      await here.attach(await here.note(`Note ${level}`, level), picture(`CANARI-NIVEAU-${level}`))
    }
    const canaries = async (kind: 'complete' | 'projection') => {
      await sent(here, here, kind)
      const bytes = await readFile([...here.delivered.values()].at(-1) ?? '')
      expect(bytes.includes('IMG_0001')).toBe(false)
      return [1, 2, 3, 4, 5, 6].filter((level) => bytes.includes(`CANARI-NIVEAU-${level}`))
    }
    expect(await canaries('projection')).toEqual([1])
    expect(await canaries('complete')).toEqual([1, 2, 3, 4, 5])
  })

  it('are destroyed with the words that named them, when nothing else does', async () => {
    const [here, there] = [await aSide(), await aSide()]
    const note = await here.note('Nappes')
    await here.attach(note)
    await here.attach(await here.note('Marchés'), picture('other'))
    await merge(there, await sent(here, there, 'projection'))
    expect(await filesHolding(there.folder, 'CANARI-PHOTO')).not.toEqual([])
    // Held to a stricter rule since, the audience is told to forget it.
    done(await here.client['edit.apply']({ type: 'level.tighten', records: [note], level: 3 }))
    await merge(there, await sent(here, there, 'projection'))
    done(await there.client['drop.confirm']({ job: 'c' }))
    expect((await filesHolding(there.folder, 'CANARI-PHOTO')).filter((path) => !path.endsWith('.rapx'))).toEqual([])
    const left = (await there.attachments()).filter(({ f }) => f.digest !== undefined)
    expect(await Promise.all(left.map(({ id }) => bytesOf(there, id)))).toEqual([Uint8Array.from(picture('other'))])
    expect(await Promise.all(here.places(sha(CHART)).map(isThere))).toEqual([true, true])
  })
})
