import { describe, expect, it } from 'vitest'
import { isKind, type Records } from '#shared/model/record.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { levelOfNote, levelOfSession } from '#shared/privacy/levels.ts'
import { projectOperations, projectRecords } from '#shared/privacy/project.ts'
import { bundleOf } from '../../build/bundle.ts'
import { someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

/** Everything that leaves for the public, as one text. */
function publicText(operations: Workspace['operations'], fold: Workspace['device']['fold']): string {
  const sent = projectOperations(operations, fold)
  const records = [...projectRecords(readRecords(fold)).values()]
  return [JSON.stringify(sent), JSON.stringify(records), ...Object.values(bundleOf(sent, 'projection'))].join('\n')
}
const publicTextOf = ({ operations, device }: Workspace): string => publicText(operations, device.fold)

const found = (text: string, words: RegExp): readonly string[] => [...new Set(text.match(words) ?? [])]

const texts = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : [])

/** By level, who may be told of: the strictest note of a voice decides for it. */
function allowed(records: Records) {
  const voices = new Map<string, number>()
  const [words, times] = [new Set<string>(), new Set<string>()]
  for (const note of records.values()) {
    if (!isKind(note, 'note')) continue
    const level = levelOfNote(records, note)
    if (level === 6) continue
    // A note that was joined to another says the words of both.
    for (const value of [note.f.text, ...(note.conflicts?.['text'] ?? [])].flatMap(texts))
      for (const one of value.match(/texte-\d+\./gu) ?? []) words.add(one)
    if (level <= 3) for (const value of [note.f.at, ...(note.conflicts?.['at'] ?? [])]) times.add(String(value))
    for (const voice of [note.f.voice, ...(note.conflicts?.['voice'] ?? [])].flatMap(texts))
      voices.set(voice, Math.max(level, voices.get(voice) ?? 1))
  }
  const named = new Set<string>()
  for (const [id, level] of voices) {
    const f = records.get(id)?.f
    if (level <= 3) named.add(String(records.get(String(f?.['organisation']))?.f['name']))
    if (level <= 2) named.add(String(f?.['function']))
    if (level === 1) named.add(String(records.get(String(f?.['person']))?.f['name']))
  }
  return { voices, words, times, named }
}

describe('What leaves', () => {
  law('holds no secret that its level forbids, in any class', someSteps(), (steps) => {
    const world = World.after(steps)
    const fold = world.fold()
    const records = readRecords(fold)
    const text = publicText(world.operations, fold)
    const may = allowed(records)
    expect(found(text, /CANARI-[\p{L}-]+/gu).filter((secret) => !may.named.has(secret))).toEqual([])
    expect(found(text, /texte-\d+\./gu).filter((words) => !may.words.has(words))).toEqual([])
    expect(found(text, /17676\d{8}/gu).filter((at) => !may.times.has(at))).toEqual([])
    for (const { author } of world.devices) for (const id of [author.by, author.stream]) expect(text).not.toContain(id)
    expect(text).not.toContain('"stamp"')
    for (const record of records.values()) {
      const isOff =
        (isKind(record, 'note') && levelOfNote(records, record) === 6) ||
        (isKind(record, 'session') && levelOfSession(records, record) === 6) ||
        (isKind(record, 'voice') && !may.voices.has(record.id)) ||
        record.kind === 'speaker'
      if (isOff) expect(text).not.toContain(record.id)
    }
  })

  it.each([
    [1, ['nom', 'fonction', 'organisation', 'catégorie', 'heure']],
    [2, ['fonction', 'organisation', 'catégorie', 'heure']],
    [3, ['organisation', 'catégorie', 'heure']],
    [4, ['catégorie']],
    [5, []],
  ] as const)('at level %i tells %j beside the text', (level, told) => {
    const secrets = { nom: 'Awa Diop', fonction: 'maire', organisation: 'Ville de Dakar', catégorie: 'élu·e' }
    const workspace = aWorkspace()
      .session('Session', level)
      .speaker('Awa Diop', { organisation: 'Ville de Dakar', function: 'maire', category: 'élu·e' })
      .note('Des bornes-fontaines')
    const text = publicTextOf(workspace)
    const isTold = Object.entries({ ...secrets, heure: String(Date.UTC(2026, 0, 5, 10)) })
    expect(isTold.filter(([, secret]) => text.includes(secret)).map(([about]) => about)).toEqual(told)
    expect(text).toContain('Des bornes-fontaines')
  })

  it('leaves nothing of an off-the-record note or session, not even a head', () => {
    const workspace = aWorkspace()
      .session('Publique', 1)
      .session('À huis clos', 6)
      .speaker('Awa Diop')
      .note('Entre nous')
    workspace.save('poll', 'Sondage', { session: workspace.id('À huis clos'), question: 'Qui part ?' })
    const before = publicTextOf(workspace)
    for (const words of ['À huis clos', 'Entre nous', 'Awa Diop', 'Sondage']) {
      expect(before).not.toContain(words)
      expect(before).not.toContain(workspace.id(words))
    }
    workspace.run({ type: 'notes.remove', notes: [workspace.id('Entre nous')] })
    workspace.run({ type: 'record.remove', kind: 'session', record: workspace.id('À huis clos') })
    workspace.run({ type: 'record.remove', kind: 'poll', record: workspace.id('Sondage') })
    for (const words of ['À huis clos', 'Entre nous', 'Sondage'])
      expect(publicTextOf(workspace)).not.toContain(workspace.id(words))
  })

  it('holds a voice to the strictest of its notes, whichever comes last', () => {
    for (const loosened of ['Une digue', 'Un barrage']) {
      const workspace = aWorkspace().session('Session', 1).speaker('Awa Diop')
      workspace.note('Une digue', { level: 5 }).note('Un barrage', { level: 5 }).loosen(loosened, 1)
      expect(publicTextOf(workspace)).toContain(loosened)
      expect(publicTextOf(workspace)).not.toContain('Awa Diop')
    }
  })

  it('holds a voice made under a strict rule to it, once its only note is loosened', () => {
    const workspace = aWorkspace().session('Session', 1).speaker('Awa Diop').note('Une digue', { level: 5 })
    expect(publicTextOf(workspace.loosen('Une digue', 1))).not.toContain('Awa Diop')
  })

  it('holds a note to the level of its session, even once the session is put away', () => {
    const workspace = aWorkspace().session('Session', 1).speaker('Awa Diop').note('Une digue')
    workspace.tighten('Session', 5)
    workspace.run({ type: 'record.remove', kind: 'session', record: workspace.id('Session') })
    expect(publicTextOf(workspace)).toContain('Une digue')
    expect(publicTextOf(workspace)).not.toContain('Awa Diop')
  })

  it('says neither the former text, nor the former voice, nor the former name of a note tightened after it was public', () => {
    const workspace = aWorkspace().session('Session', 1).speaker('Awa Diop').note('Mme Diop le dit')
    const note = workspace.id('Mme Diop le dit')
    const voice = String(workspace.device.records.get(note)?.f['voice'])
    expect(publicTextOf(workspace)).toContain(voice)
    workspace.edit('Mme Diop le dit', { set: { text: 'Une élue le dit' } }).tighten('Mme Diop le dit', 4)
    const text = publicTextOf(workspace)
    expect(text).toContain('Une élue le dit')
    for (const secret of ['Mme Diop', 'Awa', voice]) expect(text).not.toContain(secret)
  })

  it('says of a deleted note only that it is deleted', () => {
    const workspace = aWorkspace().session('Session', 1).speaker('Awa Diop').note('À retirer')
    workspace.run({ type: 'notes.remove', notes: [workspace.id('À retirer')] })
    const sent = projectOperations(workspace.operations, workspace.device.fold)
    const about = sent.filter(({ head }) => head.r === workspace.id('À retirer'))
    expect(about.flatMap(({ body }) => (body === undefined ? [] : [body.set]))).toEqual([{ deleted: true }])
    expect(publicTextOf(workspace)).not.toContain('À retirer')
  })

  it('keeps what a newer program’s kind of record may hold', () => {
    const workspace = aWorkspace()
    const [first] = workspace.operations
    if (first?.body === undefined) throw new Error('an operation')
    const head = { ...first.head, r: 'N'.repeat(22), t: 'testimony' }
    const operation = { id: 'N'.repeat(43), head, body: { x: 'salt', set: { words: 'Témoignage' } } }
    workspace.device.receive([operation])
    expect(publicTextOf(workspace)).not.toContain('Témoignage')
  })
})
