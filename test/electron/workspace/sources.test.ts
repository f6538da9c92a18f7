import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#shared/i18n/languages.ts'
import { createI18n } from '#shared/i18n/translator.ts'
import { newId } from '#shared/kit/id.ts'
import { entryNames, unpackTexts } from '#node/exchange/zip.ts'
import { randomBytes } from '#node/machine.ts'
import { aDesktop, aFolder, done, type TestDesktop } from '../../build/desktop.ts'

const VTT = 'WEBVTT\n\n00:00:10.000 --> 00:00:12.000\n<v Awa Diop>De l’eau.</v>\n'

async function aSession() {
  const desktop = await aDesktop()
  done(await desktop.client['consultation.create']({ template: '001' }))
  const session = newId(randomBytes)
  const set = { label: 'Plénière', date: '2026-03-01', start: '14:00', level: 1 }
  done(await desktop.client['edit.apply']({ type: 'record.save', kind: 'session', record: session, set }))
  return { desktop, session }
}

async function aFile(desktop: TestDesktop, name: string, content: string): Promise<string> {
  const path = join(await aFolder(), name)
  await writeFile(path, content)
  return desktop.give(path)
}

const sourcesOf = async ({ client }: TestDesktop) =>
  done(await client['workspace.read']({})).records.filter(({ kind }) => kind === 'transcript' || kind === 'poll')

describe('A source of a session', () => {
  it('is looked at first, then kept as it is, on the clock of its session, and read again', async () => {
    const { desktop, session } = await aSession()
    const file = await aFile(desktop, 'séance.vtt', VTT)
    const preview = done(await desktop.client['source.preview']({ file }))
    expect(preview).toMatchObject({ kind: 'transcript', parts: 1, people: 1, span: [10_000, 12_000], clock: null })
    expect(await sourcesOf(desktop)).toEqual([])
    const added = done(await desktop.client['source.add']({ file, session, starts: '14:03' }))
    expect(added.isNew).toBe(true)
    const [record] = await sourcesOf(desktop)
    expect(record).toMatchObject({
      id: added.source,
      kind: 'transcript',
      f: { session, sourceKind: 'transcript', fileName: 'séance.vtt', starts: '14:03' },
    })
    const source = done(await desktop.client['source.read']({ source: added.source }))
    expect(source.parts).toMatchObject([{ at: 10_000, who: 'Awa Diop', text: 'De l’eau.' }])
  })

  it('adds nothing when it comes again; one step takes it back, and it may come once more', async () => {
    const { desktop, session } = await aSession()
    const file = await aFile(desktop, 'a.vtt', VTT)
    const again = await aFile(desktop, 'copie.vtt', VTT)
    const { source } = done(await desktop.client['source.add']({ file, session, starts: null }))
    expect(done(await desktop.client['source.add']({ file: again, session, starts: '15:00' }))).toMatchObject({
      source,
      isNew: false,
      change: {},
    })
    expect(await sourcesOf(desktop)).toHaveLength(1)
    done(await desktop.client['edit.undo']({}))
    expect(await sourcesOf(desktop)).toEqual([])
    done(await desktop.client['source.add']({ file, session, starts: null }))
    done(await desktop.client['edit.apply']({ type: 'record.remove', kind: 'transcript', record: source }))
    expect(await sourcesOf(desktop)).toEqual([])
    done(await desktop.client['source.add']({ file, session, starts: null }))
    const [record] = await sourcesOf(desktop)
    expect(record?.kept).toBeUndefined()
    expect(done(await desktop.client['source.read']({ source })).parts).toHaveLength(1)
  })

  it('that is a poll, an attendance or a discussion keeps its kind; none of its words is in any record', async () => {
    const { desktop, session } = await aSession()
    const poll = '#,User Name,User Email,Submitted Date/Time,Priorité ?\n1,Awa Diop,,14:05:00,Eau\n'
    const list = 'Name,Join Time,Leave Time\nAwa Diop,14:00,15:00\n'
    for (const [name, content] of [
      ['poll.csv', poll],
      ['list.csv', list],
      ['chat.txt', '14:03:10 From Awa Diop to Everyone: de l’eau\n'],
    ] as const) {
      const file = await aFile(desktop, name, content)
      done(await desktop.client['source.add']({ file, session, starts: null }))
    }
    const kept = await sourcesOf(desktop)
    expect(kept.map(({ kind, f }) => f['sourceKind'] ?? kind).toSorted()).toEqual(['attendance', 'chat', 'poll'])
    expect(JSON.stringify(kept)).not.toMatch(/Awa|eau/i)
  })

  it('leaves in no file: neither its name nor its digest nor its words', async () => {
    const { desktop, session } = await aSession()
    const file = await aFile(desktop, 'CANARI.vtt', VTT)
    done(await desktop.client['source.add']({ file, session, starts: '14:03' }))
    for (const kind of ['complete', 'projection'] as const) {
      const sent = done(await desktop.client['bundle.send']({ kind, audience: 'secretariat' }))
      const bytes = await readFile(desktop.delivered.get(sent?.name ?? '') ?? '')
      const texts = done(await unpackTexts(bytes, { 'ops.ndjson': 10_000_000, 'manifest.json': 1_000_000 }))
      expect(Object.values(texts).join('\n')).not.toMatch(/CANARI|Awa Diop|"digest"|"starts":/)
      expect(entryNames(bytes).filter((part) => part.startsWith('files/'))).toEqual([])
    }
  })

  it('is refused in words when it cannot be read, and nothing changes', async () => {
    const { desktop, session } = await aSession()
    for (const [name, content, reason] of [
      ['vide.vtt', 'WEBVTT\n', 'EmptySource'],
      ['photo.vtt', '\u0089PNG', 'NotASource'],
      ['raccourci.txt', '[InternetShortcut]\nURL=file:///x\n', 'NotASource'],
    ] as const) {
      const path = join(await aFolder(), name)
      await writeFile(path, Buffer.from(content, 'latin1'))
      const answer = await desktop.client['source.add']({ file: desktop.give(path), session, starts: null })
      expect(answer).toMatchObject({ ok: false, failure: { type: 'SourceUnreadable', reason, file: name } })
    }
    expect(await desktop.client['source.add']({ file: 'unknown', session, starts: null })).toMatchObject({
      ok: false,
      failure: { type: 'FileUnreadable' },
    })
    const other = { file: 'unknown', session: newId(randomBytes), starts: null }
    expect(await desktop.client['source.add'](other)).toMatchObject({ ok: false, failure: { type: 'RecordNotFound' } })
    expect(await desktop.client['source.add']({ ...other, starts: '25:00' })).toMatchObject({
      ok: false,
      failure: { type: 'InvalidInput' },
    })
    expect(await sourcesOf(desktop)).toEqual([])
  })

  it('whose file is not here, or is damaged, says so', async () => {
    const { desktop, session } = await aSession()
    const record = newId(randomBytes)
    const set = { session, sourceKind: 'transcript', digest: 'a'.repeat(64) }
    done(await desktop.client['edit.apply']({ type: 'record.save', kind: 'transcript', record, set }))
    expect(await desktop.client['source.read']({ source: record })).toEqual({
      ok: false,
      failure: { type: 'SourceNotHere' },
    })
    expect(await desktop.client['source.read']({ source: session })).toMatchObject({
      ok: false,
      failure: { type: 'RecordNotFound' },
    })
  })

  it('has words for every reason and every problem, in each language', () => {
    for (const language of LANGUAGES) {
      const { exists } = createI18n(language)
      for (const reason of [
        'NotASource',
        'EncodingUnreadable',
        'EmptySource',
        'TooLarge',
        'DocumentProtected',
        'DocumentDamaged',
      ])
        for (const part of ['safe', 'what', 'do']) expect(exists(`sources:failure.${reason}.${part}`)).toBe(true)
    }
  })
})
