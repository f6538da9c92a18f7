import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/edit/command.ts'
import { isKind, members, type Note } from '#shared/model/record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { Device } from '../../build/device.ts'
import { editOf, someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { aNote } from '../../build/note.ts'
import { saidIn } from '../../build/said.ts'
import { aWorkspace } from '../../build/workspace.ts'

const told = () => aWorkspace().session('Session', 3).speaker('Awa', { organisation: 'Dakar' }).note('Une digue')

const noteIn = (workspace: ReturnType<typeof told>, words: string): Note => {
  const record = workspace.device.records.get(workspace.id(words))
  if (record === undefined || !isKind(record, 'note')) throw new Error(`${words} is no note`)
  return record
}

describe('A note taken twice by the same call', () => {
  it('is one note, and keeps what was corrected since', () => {
    const workspace = told()
    const capture = (): void => void workspace.note('Une digue')
    workspace.edit('Une digue', { set: { text: 'Deux digues' } })
    const before = saidIn(workspace.device.records)
    capture()
    expect(saidIn(workspace.device.records)).toBe(before)
  })
})

describe('A command', () => {
  const workspace = told()
  const note = workspace.id('Une digue')
  const session = workspace.id('Session')
  const consent = { consent: 'K'.repeat(22), who: 'Awa', at: '2026-01-06', basis: 'accord' }
  const unknown = 'U'.repeat(22)

  it.each<readonly [string, Command, string]>([
    [
      'loosens a session in silence',
      { type: 'record.save', kind: 'session', record: session, set: { level: 1 } },
      'LooserThanNow',
    ],
    [
      'unsets its level',
      { type: 'record.save', kind: 'session', record: session, set: { level: null } },
      'LooserThanNow',
    ],
    ['tightens to a looser level', { type: 'level.tighten', records: [session], level: 2 }, 'LooserThanNow'],
    ['holds an axis to a level', { type: 'level.tighten', records: [workspace.id('Eau')], level: 5 }, 'NotEditable'],
    ['loosens an axis', { type: 'level.loosen', records: [workspace.id('Eau')], level: 1, ...consent }, 'NotEditable'],
    [
      'takes a note for an axis',
      { type: 'record.save', kind: 'axis', record: note, set: { label: 'x' } },
      'NotEditable',
    ],
    ['removes a note as an axis', { type: 'record.remove', kind: 'axis', record: note }, 'NotEditable'],
    ['removes a session as a note', { type: 'notes.remove', notes: [session] }, 'NotEditable'],
    ['withdraws a note as a consent', { type: 'consent.withdraw', consent: note }, 'NotEditable'],
    ['withdraws an unknown consent', { type: 'consent.withdraw', consent: unknown }, 'RecordNotFound'],
    ['puts a consent away', { type: 'record.remove', kind: 'consent', record: unknown }, 'NotEditable'],
    ['puts the consultation away', { type: 'record.remove', kind: 'consultation', record: unknown }, 'NotEditable'],
    ['edits a note that is not there', editOf(unknown, { text: 'x' }), 'RecordNotFound'],
    ['empties a note', editOf(note, { text: '  ' }), 'TextIsBlank'],
    ['quotes an interpreter', editOf(note, { noteKind: 'quote', channel: 'interpretation' }), 'NotQuotable'],
    ['puts the rule of a part away', { type: 'record.remove', kind: 'segment', record: unknown }, 'NotEditable'],
    [
      'puts someone unidentified nowhere',
      { type: 'speaker.unidentified', speaker: unknown, person: unknown, session: note },
      'RecordNotFound',
    ],
    ['identifies nobody', { type: 'speaker.identify', speaker: unknown, as: workspace.id('Awa') }, 'RecordNotFound'],
    [
      'identifies someone known',
      { type: 'speaker.identify', speaker: workspace.id('Awa'), as: workspace.id('Awa') },
      'InvalidValue',
    ],
    [
      'gives a note to a session',
      { type: 'notes.reattribute', note, speaker: session, following: true },
      'RecordNotFound',
    ],
    [
      'reattributes a session',
      { type: 'notes.reattribute', note: session, speaker: null, following: true },
      'RecordNotFound',
    ],
    [
      'begins a part of a note',
      { type: 'segment.hold', segment: unknown, session: note, level: 6, notes: [] },
      'RecordNotFound',
    ],
    ['takes a note for a part', { type: 'segment.hold', segment: note, session, level: 6, notes: [] }, 'NotEditable'],
    [
      'puts a speaker in a part',
      { type: 'segment.hold', segment: unknown, session, level: 6, notes: [workspace.id('Awa')] },
      'RecordNotFound',
    ],
    ['loosens a part', { type: 'segment.hold', segment: unknown, session, level: 2, notes: [note] }, 'LooserThanNow'],
    ['cuts a session', { type: 'note.split', note: session, second: unknown, at: 1 }, 'RecordNotFound'],
    ['cuts after the end', { type: 'note.split', note, second: unknown, at: 99 }, 'TextIsBlank'],
    ['joins a note to itself', { type: 'notes.join', into: note, from: note }, 'InvalidValue'],
    ['joins a session', { type: 'notes.join', into: note, from: session }, 'RecordNotFound'],
    ['writes an unknown field', { type: 'record.save', kind: 'axis', record: unknown, set: { x: 1 } }, 'UnknownField'],
    [
      'writes a wrong value',
      { type: 'record.save', kind: 'axis', record: unknown, set: { order: 'x' } },
      'InvalidValue',
    ],
  ])('that %s is refused', (_, command, failure) => {
    const before = saidIn(workspace.device.records)
    const done = workspace.device.attempt(command)
    expect(done.ok ? 'done' : done.failure.type).toBe(failure)
    expect(saidIn(workspace.device.records)).toBe(before)
  })

  law('never makes a conflict by itself', someSteps(), (steps) => {
    const alone = new World()
    for (const step of steps) alone.play({ ...step, who: 0 })
    const [device] = alone.devices
    expect([...(device?.records.values() ?? [])].filter(({ conflicts }) => conflicts !== undefined)).toEqual([])
  })
})

describe('Tightening', () => {
  it('moves each note to a twin of its voice, one twin for all that the voice said', () => {
    const workspace = told().note('Un barrage').tighten('Session', 5)
    const { records } = workspace.device
    const voices = ['Une digue', 'Un barrage'].map((words) => records.get(workspace.id(words))?.f['voice'])
    expect(new Set(voices).size).toBe(1)
    const twin = records.get(String(voices[0]))
    expect(twin?.f['level']).toBe(5)
    expect(records.get(String(twin?.f['twin']))?.f['level']).toBe(3)
  })

  it('moves the notes of a voice whose person is not known here to one twin as well', () => {
    const workspace = told().note('Un barrage')
    const section = new Device('section')
    section.receive(workspace.operations.filter(({ head }) => !['n', 'p'].includes(head.k)))
    section.run({
      type: 'level.tighten',
      records: ['Une digue', 'Un barrage'].map((words) => workspace.id(words)),
      level: 5,
    })
    const voices = ['Une digue', 'Un barrage'].map((words) => section.records.get(workspace.id(words))?.f['voice'])
    expect(new Set(voices).size).toBe(1)
  })

  it('of a session and of its notes in one command leaves no conflict', () => {
    const workspace = told()
    const section = new Device('section')
    section.receive(workspace.operations.filter(({ head }) => !['n', 'p'].includes(head.k)))
    section.run({ type: 'level.tighten', records: [workspace.id('Session'), workspace.id('Une digue')], level: 5 })
    expect([...section.records.values()].filter(({ conflicts }) => conflicts !== undefined)).toEqual([])
  })

  it('gives voices of one organisation no token shared with those of another level', () => {
    const workspace = aWorkspace().session('Publique', 1).speaker('Awa', { organisation: 'Dakar' }).note('En public')
    workspace.session('Fermée', 5).speaker('Bo', { organisation: 'Dakar' }).note('À huis clos')
    const { records } = workspace.device
    const groupOf = (words: string) => records.get(String(records.get(workspace.id(words))?.f['voice']))?.f['group']
    expect(groupOf('En public')).not.toBe(groupOf('À huis clos'))
  })
})

describe('A part of a session under another rule', () => {
  const noted = () => {
    const workspace = told()
    const segment = workspace.named('segment')
    const set = { session: workspace.id('Session'), label: 'À huis clos', level: 6 }
    workspace.run({ type: 'record.save', kind: 'segment', record: segment, set })
    const words = { text: 'Entre nous', session: workspace.id('Session'), axis: workspace.id('Eau') }
    const note = workspace.named('Entre nous')
    workspace.run(aNote({ note, ...words, segment, committed: Date.UTC(2026, 0, 5, 10, 1), toCheck: true }))
    return { workspace, segment }
  }

  it('holds what is said in it, and nothing else, to its rule', () => {
    const { workspace, segment } = noted()
    expect(noteIn(workspace, 'Entre nous').f).toMatchObject({ segment, promised: 6, toCheck: true })
    expect(levelOfNote(workspace.device.records, noteIn(workspace, 'Entre nous'))).toBe(6)
    expect(levelOfNote(workspace.device.records, noteIn(workspace, 'Une digue'))).toBe(3)
  })

  it('of another session is not told of a note', () => {
    const { workspace, segment } = noted()
    workspace.session('Autre séance', 3)
    const words = { text: 'Ailleurs', session: workspace.id('Autre séance'), axis: workspace.id('Eau') }
    workspace.run(aNote({ note: workspace.named('Ailleurs'), ...words, segment }))
    expect(noteIn(workspace, 'Ailleurs').f.segment).toBeUndefined()
  })
})

describe('Speaking for others this time', () => {
  it('is a voice of its own beside that of the place in the session', () => {
    const workspace = told()
    const words = { text: 'Au nom de tous', session: workspace.id('Session'), axis: workspace.id('Eau') }
    const note = workspace.named('Au nom de tous')
    const speaker = workspace.id('Awa')
    workspace.run(aNote({ note, ...words, speaker, speaksFor: 'collective', size: 12 }))
    const voiceOf = (label: string) => workspace.device.records.get(noteIn(workspace, label).f.voice ?? '')?.f
    expect(voiceOf('Au nom de tous')).toMatchObject({ speaksFor: 'collective', size: 12 })
    expect(voiceOf('Une digue')).toMatchObject({ speaksFor: 'delegation' })
  })

  it('can be told afterwards, and how many they are, of that note alone', () => {
    const workspace = told().note('Un barrage')
    const voiceOf = (label: string) => workspace.device.records.get(noteIn(workspace, label).f.voice ?? '')?.f
    const correct = (forWhom: object) => workspace.run({ ...editOf(workspace.id('Une digue'), {}), ...forWhom })
    const { person } = voiceOf('Une digue') ?? {}
    correct({ speaksFor: 'collective', size: 12 })
    expect(voiceOf('Une digue')).toMatchObject({ person, speaksFor: 'collective', size: 12 })
    correct({ speaksFor: 'collective', size: 30 })
    expect(voiceOf('Une digue')).toMatchObject({ person, speaksFor: 'collective', size: 30 })
    correct({ speaksFor: 'self' })
    expect(voiceOf('Une digue')).toMatchObject({ person, speaksFor: 'self' })
    expect(voiceOf('Une digue')).not.toHaveProperty('size')
    expect(voiceOf('Un barrage')).toMatchObject({ person, speaksFor: 'delegation' })
  })
})

describe('Loosening', () => {
  it('of a session leaves each note what it was promised', () => {
    const workspace = told().loosen('Session', 1)
    const note = workspace.device.records.get(workspace.id('Une digue'))
    if (note === undefined || !isKind(note, 'note')) throw new Error('no note')
    expect(workspace.device.records.get(workspace.id('Session'))?.f['level']).toBe(1)
    expect(levelOfNote(workspace.device.records, note)).toBe(3)
  })

  it('says in the consent which records it covers', () => {
    const workspace = told().loosen('Une digue', 1)
    const consent = workspace.device.records.get(workspace.id('consent for Une digue'))
    expect(consent && members(consent, 'cover')).toEqual([workspace.id('Une digue')])
  })
})
