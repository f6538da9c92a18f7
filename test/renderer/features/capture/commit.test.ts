import { describe, expect, it } from 'vitest'
import { captureCommand, correctionCommand, finish } from '../../../../renderer/features/capture/commit.ts'
import { lineOfNote } from '../../../../renderer/features/capture/line-of-note.ts'
import { emptyLine, type Line } from '../../../../renderer/features/capture/line.ts'
import { commandSchema } from '../../../../shared/edit/command.ts'
import type { AnyRecord, Note, Theme } from '../../../../shared/model/record.ts'

const id = (name: string) => name.padEnd(22, '_')
const theme: Theme = { id: id('eau'), kind: 'theme', f: { label: 'Eau', 'label:en': 'Water' } }
const programme = { axes: [{ id: id('democratie') }, { id: id('climat') }], themes: [theme] }
const line = (values: Partial<Line>): Line => ({ ...emptyLine, axis: id('democratie'), ...values })
const capture = (values: Partial<Line>) => captureCommand(finish(line(values), programme), id('seance'), 'fr')

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

  it('finds a theme whatever its case, accents or language, and makes none twice', () => {
    expect(capture({ text: 'Oui #EAU #water' })).toMatchObject({ themes: [theme.id], newThemes: [] })
    expect(capture({ text: 'Oui #égalité #Egalite' })?.newThemes).toHaveLength(1)
  })

  it('waits while it lacks words or an axis', () => {
    expect(capture({ text: ' #eau ' })).toBeNull()
    expect(captureCommand(finish({ ...emptyLine, text: 'Oui' }, programme), id('seance'), 'fr')).toBeNull()
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
  const asLine = lineOfNote(note, { records, speakers: [], axes: 2, lang: 'fr' })
  const correct = (values: Partial<Line>) =>
    correctionCommand(note, null, finish({ ...asLine, ...values }, programme), 'fr')

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
})
