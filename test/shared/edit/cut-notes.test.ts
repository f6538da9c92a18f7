import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from '#shared/edit/cut-notes.ts'
import { isKind, members, type Note } from '#shared/model/record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { law } from '../../build/law.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const note = (workspace: Workspace, words: string): Note => {
  const record = workspace.device.records.get(workspace.id(words))
  if (record === undefined || !isKind(record, 'note')) throw new Error(`No note ${words}`)
  return record
}

const levelIn = (workspace: Workspace, words: string) => levelOfNote(workspace.device.records, note(workspace, words))

const state = (workspace: Workspace) => JSON.stringify([...workspace.device.records].toSorted())
const letters = (text: string) => text.replace(/\s+/g, '')
const texts = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 60 })

const split = (workspace: Workspace, words: string, at: number) =>
  workspace.device.attempt({ type: 'note.split', note: workspace.id(words), second: workspace.named('second'), at })

describe('A note cut in two', () => {
  law('loses nothing but blanks, wherever it is cut', fc.tuple(texts, fc.nat(60)), ([text, at]) => {
    const [first, second] = cutText(text, at)
    expect(letters(first + second)).toBe(letters(text))
    expect(`${first}\n${second}`).not.toMatch(/\p{Surrogate}/u)
  })

  const scenes = fc.record({
    session: fc.integer({ min: 1, max: 5 }),
    own: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    tightened: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    loosened: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    isWithdrawn: fc.boolean(),
  })
  law(
    'holds both halves to its rule, whatever made it so',
    scenes,
    ({ session, own, tightened, loosened, isWithdrawn }) => {
      const workspace = aWorkspace().session('Plénière', session).speaker('Awa')
      workspace.note('Une digue et un pont', own === undefined ? {} : { level: own })
      const [id, consent] = [workspace.id('Une digue et un pont'), 'C'.repeat(22)]
      if (tightened !== undefined) workspace.device.attempt({ type: 'level.tighten', records: [id], level: tightened })
      const told = { who: 'Awa', at: '2026-01-06', basis: 'accord', consent }
      if (loosened !== undefined) workspace.run({ type: 'level.loosen', records: [id], level: loosened, ...told })
      const level = levelIn(workspace, 'Une digue et un pont')
      split(workspace, 'Une digue et un pont', 10)
      expect([levelIn(workspace, 'Une digue et un pont'), levelIn(workspace, 'second')]).toEqual([level, level])
      if (loosened === undefined || !isWithdrawn) return
      workspace.run({ type: 'consent.withdraw', consent })
      expect(levelIn(workspace, 'second')).toBeGreaterThanOrEqual(levelIn(workspace, 'Une digue et un pont'))
    },
  )

  it('keeps in both its voice, themes and time; what hangs on it stays with the first; one step brings it back', () => {
    const workspace = aWorkspace()
      .session('Plénière', 1)
      .speaker('Awa')
      .note('Une digue. Un pont', { themes: ['eau'] })
    workspace.attachment('photo', 'Une digue. Un pont', 'd'.repeat(64))
    const before = state(workspace)
    const { voice, at, ...said } = note(workspace, 'Une digue. Un pont').f
    expect(split(workspace, 'Une digue. Un pont', 10).ok).toBe(true)
    const second = note(workspace, 'second')
    expect(note(workspace, 'Une digue. Un pont').f.text).toBe('Une digue.')
    expect(second.f).toMatchObject({ ...said, text: 'Un pont', voice, at: Number(at) + 1 })
    expect(members(second, 'theme')).toEqual([workspace.id('eau')])
    expect(workspace.device.records.get(workspace.id('photo'))?.f['note']).toBe(workspace.id('Une digue. Un pont'))
    workspace.device.undo()
    expect(state(workspace)).toBe(before)
  })

  it('is refused with nothing on one side, or when two versions stand side by side', () => {
    const workspace = aWorkspace().session('Plénière', 1).speaker('Awa').note('Une digue')
    expect(split(workspace, 'Une digue', 60)).toMatchObject({ failure: { type: 'TextIsBlank' } })
    const away = aWorkspace('away').device
    away.receive(workspace.operations)
    workspace.edit('Une digue', { set: { text: 'Une digue ici' } })
    const set = { text: 'Une digue là' }
    const blank = { addThemes: [], newThemes: [], removeThemes: [] }
    workspace.device.receive(away.run({ type: 'notes.edit', notes: [workspace.id('Une digue')], set, ...blank }))
    expect(split(workspace, 'Une digue', 4)).toMatchObject({ failure: { type: 'Unsettled' } })
  })
})

describe('Two notes joined', () => {
  const join = (workspace: Workspace, into: string, from: string) =>
    workspace.device.attempt({ type: 'notes.join', into: workspace.id(into), from: workspace.id(from) })

  const levels = fc.record({ into: fc.integer({ min: 1, max: 6 }), from: fc.integer({ min: 1, max: 6 }) })
  law('hold all their words to the stricter of their rules, and lose none', levels, ({ into, from }) => {
    const workspace = aWorkspace().session('Plénière', 1).speaker('Awa')
    workspace.note('Une digue', { level: into }).note('Un pont', { level: from })
    expect(join(workspace, 'Une digue', 'Un pont').ok).toBe(true)
    expect(note(workspace, 'Une digue').f.text).toBe('Une digue\nUn pont')
    expect(levelIn(workspace, 'Une digue')).toBe(Math.max(into, from))
    const voice = workspace.device.records.get(note(workspace, 'Une digue').f.voice ?? '')
    expect(voice?.f['level']).toBe(Math.max(into, from))
    expect(workspace.device.records.has(workspace.id('Un pont'))).toBe(false)
  })

  it('unite their themes, doubts and pictures, and one step brings the two back', () => {
    const workspace = aWorkspace().session('Plénière', 1).speaker('Awa')
    workspace.note('Une digue', { themes: ['eau'] }).note('Un pont', { themes: ['voirie'] })
    workspace.attachment('photo', 'Un pont', 'd'.repeat(64))
    workspace.edit('Un pont', { set: { doubtful: true, toCheck: true } })
    const before = state(workspace)
    join(workspace, 'Une digue', 'Un pont')
    const joined = note(workspace, 'Une digue')
    expect(members(joined, 'theme').toSorted()).toEqual([workspace.id('eau'), workspace.id('voirie')].toSorted())
    expect(joined.f).toMatchObject({ doubtful: true, toCheck: true })
    expect(workspace.device.records.get(workspace.id('photo'))?.f['note']).toBe(joined.id)
    workspace.device.undo()
    expect(state(workspace)).toBe(before)
  })

  it('are refused of two people, of two sessions, with itself, and where someone agreed to one of them', () => {
    const workspace = aWorkspace().session('Plénière', 3).speaker('Awa').note('a').note('b')
    workspace.speaker('Inés').note('i').session('Atelier', 1).speaker('Lin').note('l')
    expect(join(workspace, 'a', 'i')).toMatchObject({ failure: { type: 'TwoVoices' } })
    expect(join(workspace, 'a', 'l').ok).toBe(false)
    expect(join(workspace, 'a', 'a').ok).toBe(false)
    workspace.loosen('b', 1)
    expect(join(workspace, 'a', 'b')).toMatchObject({ failure: { type: 'UnderConsent' } })
  })
})
