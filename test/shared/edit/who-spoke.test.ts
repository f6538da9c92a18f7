import { describe, expect, it } from 'vitest'
import { turnFrom } from '#shared/edit/turns.ts'
import { isKind, type Note, type Records, type Voice } from '#shared/model/record.ts'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { UNKNOWN_ORGANISATION } from '#shared/evidence/speaker-of.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const noteIn = (records: Records, id: string): Note => {
  const record = records.get(id)
  if (record === undefined || !isKind(record, 'note')) throw new Error('No such note')
  return record
}

const voiceOf = (workspace: Workspace, text: string): Voice => {
  const { records } = workspace.device
  const voice = records.get(noteIn(records, workspace.id(text)).f.voice ?? '')
  if (voice === undefined || !isKind(voice, 'voice')) throw new Error(`Nobody says ${text}`)
  return voice
}

const unidentified = (workspace: Workspace, words: string, session = 'Plénière'): Workspace =>
  workspace.run({
    type: 'speaker.unidentified',
    speaker: workspace.named(words),
    person: workspace.named(`person ${words}`),
    session: workspace.id(session),
  })

const named = (workspace: Workspace, words: string, details: Readonly<Record<string, string | null>>): Workspace =>
  workspace.run({
    type: 'speaker.save',
    speaker: workspace.id(words),
    session: workspace.id('Plénière'),
    person: workspace.id(`person ${words}`),
    name: '',
    givenName: '',
    organisation: null,
    newOrganisation: null,
    function: '',
    category: null,
    gender: null,
    region: null,
    speaksFor: 'self',
    size: null,
    slot: 1,
    ...details,
  })

const state = (workspace: Workspace) => JSON.stringify([...workspace.device.records].toSorted())

describe('Someone whose name nobody caught', () => {
  it('takes the next number of their session and a free place of its dock', () => {
    const workspace = aWorkspace().session('Plénière', 1)
    for (const words of ['un', 'deux', 'trois']) unidentified(workspace, words)
    workspace.session('Atelier', 1)
    unidentified(workspace, 'ailleurs', 'Atelier')
    const speakers = ['un', 'deux', 'trois', 'ailleurs'].map((words) =>
      workspace.device.records.get(workspace.id(words)),
    )
    expect(speakers.map((one) => [one?.f['unidentified'], one?.f['slot']])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [1, 1],
    ])
  })

  it('is told apart by a number where names are told, and by nothing elsewhere', () => {
    const workspace = unidentified(aWorkspace().session('Plénière', 1), 'quelqu’un')
    workspace.note('dit', { speaker: 'quelqu’un' }).note('confié', { speaker: 'quelqu’un', level: 5 })
    workspace.note('retenu', { speaker: 'quelqu’un' }).tighten('retenu', 4)
    const numbers = ['dit', 'confié', 'retenu'].map((text) => voiceOf(workspace, text).f.unidentified)
    expect(numbers).toEqual([1, 0, 0])
  })

  it('never makes two witnesses of two: nobody knows whether they are of one organisation', () => {
    const workspace = aWorkspace().session('Plénière', 3)
    for (const words of ['un', 'deux'])
      unidentified(workspace, words).note(`dit ${words}`, { speaker: words, themes: ['eau'] })
    const { voices } = evidenceInput(workspace.device.records.values())
    expect(voices.map(({ organisation }) => organisation)).toEqual([UNKNOWN_ORGANISATION, UNKNOWN_ORGANISATION])
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'once named, is named in notes of level %i, the number gone, in one step back',
    (level) => {
      const workspace = unidentified(aWorkspace().session('Plénière', 1), 'quelqu’un')
      workspace.note('dit', { speaker: 'quelqu’un', level })
      const before = state(workspace)
      const organisation = { id: workspace.named('Ville de Dakar'), name: 'Ville de Dakar' }
      named(workspace, 'quelqu’un', { name: 'Diallo', function: 'maire', newOrganisation: organisation as never })
      expect(voiceOf(workspace, 'dit').f).toMatchObject({
        function: 'maire',
        organisation: organisation.id,
        person: workspace.id('person quelqu’un'),
      })
      expect(voiceOf(workspace, 'dit').f.unidentified).toBeUndefined()
      expect(voiceOf(workspace, 'dit').f.group).toBeDefined()
      expect(workspace.device.records.get(workspace.id('quelqu’un'))?.f['unidentified']).toBeUndefined()
      workspace.device.undo()
      expect(state(workspace)).toBe(before)
    },
  )

  it('stays unidentified while only their category is known, and their notes say it', () => {
    const workspace = unidentified(aWorkspace().session('Plénière', 1), 'quelqu’un').note('dit', {
      speaker: 'quelqu’un',
    })
    named(workspace, 'quelqu’un', { category: 'university' })
    expect(voiceOf(workspace, 'dit').f).toMatchObject({ unidentified: 1, category: 'university' })
  })

  it('was someone of the dock: their notes go to that person’s voices at each level, and one step brings them back', () => {
    const workspace = aWorkspace().session('Plénière', 1).speaker('Awa', { organisation: 'Ville de Dakar' })
    workspace.note('dit par Awa').note('confié par Awa', { level: 5 })
    unidentified(workspace, 'quelqu’un')
    workspace.note('dit', { speaker: 'quelqu’un' }).note('confié', { speaker: 'quelqu’un', level: 5 })
    const before = state(workspace)
    workspace.run({ type: 'speaker.identify', speaker: workspace.id('quelqu’un'), as: workspace.id('Awa') })
    expect(voiceOf(workspace, 'dit').id).toBe(voiceOf(workspace, 'dit par Awa').id)
    expect(voiceOf(workspace, 'confié').id).toBe(voiceOf(workspace, 'confié par Awa').id)
    expect(workspace.device.records.has(workspace.id('quelqu’un'))).toBe(false)
    workspace.device.undo()
    expect(state(workspace)).toBe(before)
  })

  it('is identified as someone of the same session only, and only once', () => {
    const workspace = aWorkspace().session('Plénière', 1).speaker('Awa')
    unidentified(workspace, 'quelqu’un').session('Atelier', 1).speaker('Inés')
    const attempt = (speaker: string, as: string) =>
      workspace.device.attempt({ type: 'speaker.identify', speaker: workspace.id(speaker), as: workspace.id(as) }).ok
    expect(attempt('quelqu’un', 'Inés')).toBe(false)
    expect(attempt('Awa', 'quelqu’un')).toBe(false)
    expect(attempt('quelqu’un', 'quelqu’un')).toBe(false)
    expect(attempt('quelqu’un', 'Awa')).toBe(true)
    expect(attempt('quelqu’un', 'Awa')).toBe(false)
  })
})

describe('A turn given to the wrong person', () => {
  const meeting = () => {
    const workspace = aWorkspace().session('Plénière', 1).speaker('Awa').speaker('Inés')
    const said = [
      ['a1', 'Awa'],
      ['a2', 'Awa'],
      ['pause', null],
      ['a3', 'Awa'],
      ['i1', 'Inés'],
      ['a4', 'Awa'],
    ] as const
    for (const [index, [text, speaker]] of said.entries())
      workspace.run({
        type: 'note.capture',
        note: workspace.named(text),
        text,
        lang: 'fr',
        session: workspace.id('Plénière'),
        axis: workspace.id('Eau'),
        speaker: speaker === null ? null : workspace.id(speaker),
        noteKind: text === 'pause' ? 'procedure' : 'observation',
        stance: null,
        scope: 'undecided',
        themes: [],
        newThemes: [],
        at: 1_000 * index,
        ...(text === 'a2' ? { level: 5, doubtful: true } : {}),
      })
    return workspace
  }

  it('is the notes of one voice until another takes the floor, whatever their axis and level', () => {
    const workspace = meeting()
    const { records } = workspace.device
    const turnOf = (text: string) => turnFrom(records, noteIn(records, workspace.id(text))).map(({ f }) => f.text)
    expect(turnOf('a1')).toEqual(['a1', 'a2', 'a3'])
    expect(turnOf('a3')).toEqual(['a3'])
    expect(turnOf('i1')).toEqual(['i1'])
  })

  it('goes from a note on to whom it was, each note under its own rule, and comes back in one step', () => {
    const workspace = meeting()
    const before = state(workspace)
    const following = {
      type: 'notes.reattribute',
      note: workspace.id('a1'),
      speaker: workspace.id('Inés'),
      following: true,
    } as const
    workspace.run(following)
    const people = ['a1', 'a2', 'a3', 'a4'].map((text) => voiceOf(workspace, text).f.person)
    const [ines, awa] = [workspace.id('person Inés'), workspace.id('person Awa')]
    expect(people).toEqual([ines, ines, ines, awa])
    expect(voiceOf(workspace, 'a2').f.level).toBe(5)
    expect(noteIn(workspace.device.records, workspace.id('a2')).f.doubtful).toBeUndefined()
    workspace.device.undo()
    expect(state(workspace)).toBe(before)
  })

  it('may be one note alone, given to nobody', () => {
    const workspace = meeting()
    workspace.run({ type: 'notes.reattribute', note: workspace.id('a1'), speaker: null, following: false })
    expect(noteIn(workspace.device.records, workspace.id('a1')).f.voice).toBeUndefined()
    expect(voiceOf(workspace, 'a2').f.person).toBe(workspace.id('person Awa'))
  })
})

describe('A note whose speaker is doubtful', () => {
  it('counts with those that nobody is known to have said, and makes no second witness', () => {
    const workspace = aWorkspace().session('Plénière', 1).speaker('Awa', { organisation: 'Ville de Dakar' })
    workspace.note('sûr', { themes: ['eau'] }).note('douteux')
    workspace.edit('douteux', { set: { doubtful: true }, addThemes: [workspace.id('eau')] })
    const { voices, mentions } = evidenceInput(workspace.device.records.values())
    expect(voices.map(({ organisation }) => organisation)).toEqual([
      workspace.id('Ville de Dakar'),
      UNKNOWN_ORGANISATION,
    ])
    expect(new Set(mentions.map(({ voice }) => voice)).size).toBe(2)
    workspace.edit('douteux', { set: { doubtful: null } })
    expect(evidenceInput(workspace.device.records.values()).voices).toHaveLength(1)
  })
})
