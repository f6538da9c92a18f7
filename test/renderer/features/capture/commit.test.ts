import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  captureCommand,
  correctionCommand,
  correctionCommands,
  finish,
} from '../../../../renderer/features/capture/commit.ts'
import type { Grammar } from '../../../../renderer/features/capture/grammar.ts'
import { lineOfNote } from '../../../../renderer/features/capture/line-of-note.ts'
import { emptyLine, type Line } from '../../../../renderer/features/capture/line.ts'
import { commandSchema } from '../../../../shared/edit/command.ts'
import { SCOPES, STANCES } from '../../../../shared/model/kinds.ts'
import type { AnyRecord, Note, Theme } from '../../../../shared/model/record.ts'
import { CHANNELS, NOTE_KINDS } from '../../../../shared/process/lists.ts'
import { nastyText } from './nasty-text.ts'

const id = (name: string) => name.padEnd(22, '_')
const theme: Theme = { id: id('eau'), kind: 'theme', f: { label: 'Eau', 'label:en': 'Water' } }
const grammar: Grammar = {
  prefixes: { e: 'commitment', d: 'divergence' },
  axes: ['Démocratie', 'Climat'],
  speakers: ['Amina Diallo', 'Yusuf Demir'],
}
const programme = {
  axes: [{ id: id('democratie') }, { id: id('climat') }],
  speakers: [{ id: id('diallo') }, { id: id('demir') }],
  themes: [theme],
  grammar,
}
const line = (values: Partial<Line>): Line => ({ ...emptyLine, axis: id('democratie'), ...values })
const capture = (values: Partial<Line>) => captureCommand(finish(line(values), programme), id('seance'), 'fr', 9)

describe('a line that becomes a note', () => {
  it('says what its words, its tokens and its chips say', () => {
    const command = capture({ text: '! Ouvrir le fonds /2 #eau #solidarité', speaker: id('diallo'), at: 7 })
    expect(commandSchema.safeParse(command).success).toBe(true)
    expect(command).toMatchObject({
      text: 'Ouvrir le fonds',
      noteKind: 'recommendation',
      stance: 'supports',
      scope: 'undecided',
      axis: id('climat'),
      speaker: id('diallo'),
      themes: [theme.id],
      newThemes: [{ label: 'solidarité' }],
      channel: 'speech',
      at: 7,
    })
  })

  it('says who spoke, for whom, under which rule, and what is to be verified', () => {
    const command = capture({
      text: 'e: ? @demir _Livrer 300 bus =r /cli ..',
      speaker: id('diallo'),
      speaksFor: 'delegation',
      takenAs: 'hall',
      holder: ' La ville ',
      due: '2027',
    })
    expect(commandSchema.safeParse(command).success).toBe(true)
    expect(command).toMatchObject({
      text: 'Livrer 300 bus',
      noteKind: 'commitment',
      stance: 'opposes',
      scope: 'specificity',
      axis: id('climat'),
      speaker: id('demir'),
      toCheck: true,
      level: 5,
      holder: 'La ville',
      due: '2027',
      takenAs: 'hall',
      committed: 9,
    })
    // Whom the former speaker spoke for is not whom this one speaks for.
    expect(command).not.toHaveProperty('speaksFor')
    expect(command).not.toHaveProperty('condition')
  })

  it('says for how many a group speaks, and on which divergence a position stands', () => {
    const values = { speaker: id('diallo'), speaksFor: 'working-group' as const, size: 12, positionOf: id('debat') }
    expect(capture({ text: 'Oui', ...values })).toMatchObject({
      speaksFor: 'working-group',
      size: 12,
      positionOf: id('debat'),
    })
    expect(capture({ text: 'd: Autre débat', ...values })).not.toHaveProperty('positionOf')
    expect(capture({ text: 'Oui', holder: 'La ville' })).not.toHaveProperty('holder')
  })

  it('finds a theme whatever its case, accents or language, and makes none twice', () => {
    expect(capture({ text: 'Oui #EAU #water' })).toMatchObject({ themes: [theme.id], newThemes: [] })
    expect(capture({ text: 'Oui #égalité #Egalite' })?.newThemes).toHaveLength(1)
  })

  it('waits while it lacks words or an axis', () => {
    expect(capture({ text: ' #eau ' })).toBeNull()
    expect(captureCommand(finish({ ...emptyLine, text: 'Oui' }, programme), id('seance'), 'fr', 9)).toBeNull()
  })
})

describe('the correction of a note', () => {
  const note: Note = {
    id: id('note'),
    kind: 'note',
    f: {
      text: 'Ouvrir le fonds #1',
      lang: 'fr',
      axis: id('climat'),
      noteKind: 'observation',
      scope: 'trend',
      ...({ [`theme:${theme.id}`]: true } as Record<`theme:${string}`, boolean>),
    },
  }
  const records = new Map<string, AnyRecord>([[theme.id, theme]])
  const asLine = lineOfNote(note, { records, speakers: [], grammar, lang: 'fr' })
  const correct = (values: Partial<Line>) =>
    correctionCommand(note, asLine, finish({ ...asLine, ...values }, programme), 'fr')

  it('is nothing when nothing was changed', () => {
    expect(correct({})).toBeNull()
  })

  it('holds only what was changed', () => {
    expect(correct({ text: 'Ouvrir tous les fonds' })).toEqual({
      type: 'notes.edit',
      notes: [note.id],
      set: { text: 'Ouvrir tous les fonds' },
      addThemes: [],
      newThemes: [],
      removeThemes: [],
    })
  })

  it('takes themes away, gives the floor to another, and unsets the stance', () => {
    expect(correct({ themes: [], speaker: id('demir'), stance: 'opposes' })).toMatchObject({
      set: { stance: 'opposes' },
      speaker: id('demir'),
      removeThemes: [theme.id],
    })
  })

  it('tells for whom they spoke, and how many these are, only when that is another', () => {
    const voice: AnyRecord = {
      id: id('voice'),
      kind: 'voice',
      f: { person: id('someone'), speaksFor: 'collective', size: 12 },
    }
    const theirs: Note = { ...note, f: { ...note.f, voice: voice.id } }
    const was = lineOfNote(theirs, {
      records: new Map([...records, [voice.id, voice]]),
      speakers: [],
      grammar,
      lang: 'fr',
    })
    const told = (values: Partial<Line>) =>
      correctionCommand(theirs, was, finish({ ...was, ...values }, programme), 'fr')
    expect(told({})).toBeNull()
    expect(told({ size: 30 })).toMatchObject({ set: {}, speaksFor: 'collective', size: 30 })
    expect(told({ speaksFor: 'self', size: null })).toMatchObject({ set: {}, speaksFor: 'self' })
    expect(told({ speaksFor: 'self', size: null })).not.toHaveProperty('speaker')
    const another = { speaker: id('demir'), speaksFor: was.speaksFor, size: was.size }
    expect(told(another)).toMatchObject({ set: {}, ...another })
    const again = correctionCommand(
      theirs,
      { ...was, speaker: id('demir') },
      finish({ ...was, speaker: id('demir'), speaksFor: null, size: null }, programme),
      'fr',
    )
    expect(again).toMatchObject({ set: {}, speaker: id('demir') })
    expect(again).not.toHaveProperty('speaksFor')
  })

  it('holds it to the stricter rule, and never to a looser one', () => {
    const tighten = { type: 'level.tighten', records: [note.id], level: 5 }
    expect(correctionCommands(note, asLine, finish({ ...asLine, sensitive: true }, programme), 'fr')).toEqual([tighten])
    const held: Note = { ...note, f: { ...note.f, level: 6 } }
    expect(correctionCommands(held, asLine, finish({ ...asLine, sensitive: true }, programme), 'fr')).toEqual([])
    expect(correctionCommands(held, asLine, finish(asLine, programme), 'fr')).toEqual([])
  })
})

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom<T | undefined>(undefined, ...values)
const said = fc.constantFrom(undefined, 'La ville', 'e: #eau ..')
const anyNote = fc.record({
  text: nastyText.filter((text) => text !== ''),
  noteKind: fc.constantFrom(...NOTE_KINDS),
  stance: oneOf(...STANCES),
  scope: fc.constantFrom(...SCOPES),
  channel: oneOf(...CHANNELS),
  axis: fc.constantFrom(id('democratie'), id('climat')),
  [`theme:${theme.id}`]: oneOf(true as const),
  level: oneOf(1, 4, 5, 6),
  doubtful: oneOf(true as const),
  toCheck: oneOf(true as const),
  positionOf: oneOf(id('debat')),
  short: said,
})

it('any note put back into the field is the same note', () => {
  fc.assert(
    fc.property(anyNote, ({ short, ...values }) => {
      const told = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
      const isCommitment = values.noteKind === 'commitment' && short !== undefined
      const parts = isCommitment ? { holder: short, due: short, condition: short } : {}
      const note: Note = { id: id('note'), kind: 'note', f: { lang: 'fr', ...told, ...parts } }
      const records = new Map<string, AnyRecord>([[theme.id, theme]])
      const back = finish(lineOfNote(note, { records, speakers: [], grammar, lang: 'fr' }), programme)
      expect(correctionCommands(note, back, back, 'fr')).toEqual([])
      const again = captureCommand(back, id('seance'), 'fr', 9)
      expect(again).toMatchObject({ ...parts, text: note.f.text, noteKind: note.f.noteKind, scope: note.f.scope })
      expect([again?.doubtful, again?.toCheck, again?.positionOf, again?.stance ?? undefined]).toEqual([
        note.f.doubtful,
        note.f.toCheck,
        note.f.positionOf,
        note.f.stance,
      ])
    }),
    { seed: 20_261_122, numRuns: 500, verbose: true },
  )
})
