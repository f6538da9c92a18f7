import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKind } from '#shared/model/record.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { projectRecords } from '#shared/privacy/project.ts'
import { law, shuffled } from '../../build/law.ts'
import { foldOf } from '../../build/said.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const levelOf = (fold: FoldState, id: string): number => {
  const records = readRecords(fold)
  const note = records.get(id)
  return note !== undefined && isKind(note, 'note') ? levelOfNote(records, note) : 6
}

const hold = (workspace: Workspace, words: string, level: number, notes: readonly string[] = []) =>
  workspace.device.attempt({
    type: 'segment.hold',
    segment: workspace.named(words),
    session: workspace.id('Plénière'),
    level,
    notes: notes.map((text) => workspace.id(text)),
  })

const said = (workspace: Workspace, text: string, segment: string | null) =>
  workspace.run({
    type: 'note.capture',
    note: workspace.named(text),
    text,
    lang: 'fr',
    session: workspace.id('Plénière'),
    axis: workspace.id('Eau'),
    speaker: workspace.id('Awa'),
    noteKind: 'observation',
    stance: null,
    scope: 'undecided',
    themes: [],
    newThemes: [],
    at: 1,
    ...(segment === null ? {} : { segment: workspace.id(segment) }),
  })

const meeting = (level = 1) =>
  aWorkspace().session('Plénière', level).speaker('Awa', { organisation: 'Ville de Dakar' })

const scenes = fc.record({
  session: fc.integer({ min: 1, max: 5 }),
  steps: fc.array(
    fc.record({
      what: fc.constantFrom('begin' as const, 'say' as const, 'take in' as const, 'tighten' as const),
      part: fc.nat(2),
      level: fc.integer({ min: 1, max: 6 }),
      note: fc.nat(5),
    }),
    { maxLength: 12 },
  ),
  order: fc.nat(),
})

describe('A part of a session under a stricter rule', () => {
  law(
    'never lets a note be looser than it was, in whatever order things are done, taken back or arrive',
    scenes,
    (scene) => {
      const workspace = meeting(scene.session)
      const strictest = new Map<string, number>()
      const notes: string[] = []
      for (const { what, part, level, note } of scene.steps) {
        const words = `partie ${part}`
        const text = notes[note % Math.max(1, notes.length)]
        const isBegun = workspace.device.records.has(workspace.named(words))
        if (what === 'begin') hold(workspace, words, level)
        else if (what === 'say') {
          notes.push(`note ${notes.length}`)
          said(workspace, `note ${notes.length - 1}`, isBegun ? words : null)
        } else if (what === 'take in' && text !== undefined) hold(workspace, words, level, [text])
        else if (what === 'tighten')
          workspace.device.attempt({ type: 'level.tighten', records: [workspace.id(words)], level })
        if (level === 1) workspace.device.undo()
        if (!workspace.device.records.has(workspace.id('Awa'))) workspace.device.redo()
        for (const one of notes.filter((text) => workspace.device.records.has(workspace.id(text)))) {
          const now = levelOf(workspace.device.fold, workspace.id(one))
          expect(now).toBeGreaterThanOrEqual(Math.max(scene.session, strictest.get(one) ?? 0))
          strictest.set(one, now)
        }
      }
      const again = foldOf(shuffled(workspace.operations, scene.order), [], workspace.device.fold.accepted)
      for (const [text, level] of strictest) {
        if (workspace.device.records.has(workspace.id(text))) expect(levelOf(again, workspace.id(text))).toBe(level)
      }
    },
  )

  it('holds what is said in it, and no more once it is over', () => {
    const workspace = meeting()
    hold(workspace, 'hors compte rendu', 6)
    said(workspace, 'avant', null)
    said(workspace, 'entre nous', 'hors compte rendu')
    said(workspace, 'après', null)
    const levels = ['avant', 'entre nous', 'après'].map((text) => levelOf(workspace.device.fold, workspace.id(text)))
    expect(levels).toEqual([1, 6, 1])
  })

  it('takes in notes that were taken before: they leave their voice for one of that rule, and keep it', () => {
    const workspace = meeting()
    said(workspace, 'avant', null)
    said(workspace, 'aussi', null)
    const voiceOf = (text: string) => workspace.device.records.get(workspace.id(text))?.f['voice']
    const open = voiceOf('avant')
    expect(hold(workspace, 'en confiance', 5, ['avant']).ok).toBe(true)
    expect(levelOf(workspace.device.fold, workspace.id('avant'))).toBe(5)
    expect(voiceOf('avant')).not.toBe(open)
    expect(voiceOf('aussi')).toBe(open)
    expect(workspace.device.undo()).toMatchObject({ failure: { type: 'TighteningStays' } })
  })

  it('never loosens: neither the session’s rule, nor its own, nor that of a note', () => {
    const workspace = meeting(3)
    expect(hold(workspace, 'large', 2)).toMatchObject({ failure: { type: 'LooserThanNow' } })
    hold(workspace, 'stricte', 5)
    expect(hold(workspace, 'stricte', 4)).toMatchObject({ failure: { type: 'LooserThanNow' } })
    said(workspace, 'dit', null)
    workspace.tighten('dit', 6)
    expect(hold(workspace, 'stricte', 5, ['dit']).ok).toBe(true)
    expect(levelOf(workspace.device.fold, workspace.id('dit'))).toBe(6)
  })

  it('is not mentioned outside when it is off the record', () => {
    const workspace = meeting()
    hold(workspace, 'en confiance', 5)
    hold(workspace, 'hors compte rendu', 6)
    const left = projectRecords(workspace.device.records)
    expect(left.has(workspace.id('en confiance'))).toBe(true)
    expect(left.has(workspace.id('hors compte rendu'))).toBe(false)
  })

  it('is not put away, and goes on holding the notes that it held should one of them leave it', () => {
    const workspace = meeting()
    hold(workspace, 'en confiance', 4)
    said(workspace, 'dit', 'en confiance')
    const [part, note] = [workspace.id('en confiance'), workspace.id('dit')]
    expect(workspace.device.attempt({ type: 'record.remove', kind: 'segment', record: part }).ok).toBe(false)
    workspace.tighten('en confiance', 5)
    workspace.device.write([{ record: note, kind: 'note', set: { segment: null } }])
    expect(levelOf(workspace.device.fold, note)).toBe(5)
    workspace.tighten('en confiance', 6)
    expect(levelOf(workspace.device.fold, note)).toBe(6)
  })
})
