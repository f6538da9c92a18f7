import { describe, expect, it } from 'vitest'
import {
  addTheme,
  cycleScope,
  cycleStance,
  emptyLine,
  isBlank,
  kindOfLine,
  nextLine,
  putBack,
  stanceOfLine,
} from '../../../../renderer/features/capture/line.ts'

const eau = { id: 'eau', label: 'eau', isNew: false }
const line = {
  ...emptyLine,
  text: 'Ouvrir le fonds',
  at: 5,
  axis: 'climat',
  speaker: 'diallo',
  scope: 'trend' as const,
  lang: 'es',
  channel: 'written-text',
  kind: 'recommendation',
  stance: 'opposes' as const,
  themes: [eau],
}

describe('what sticks from one note to the next', () => {
  it('is the axis, the speaker, the qualification, the language and the channel', () => {
    expect(nextLine(line)).toMatchObject({
      axis: 'climat',
      speaker: 'diallo',
      scope: 'trend',
      lang: 'es',
      channel: 'written-text',
    })
  })

  it('is never the words, their time, the kind, the stance or the themes', () => {
    expect(nextLine(line)).toMatchObject({ text: '', at: null, kind: null, stance: undefined, themes: [] })
  })
})

describe('the kind and the stance of a line', () => {
  it('follow how it starts until the person chooses', () => {
    expect(kindOfLine({ ...emptyLine, text: '! Ouvrir' })).toBe('recommendation')
    expect(kindOfLine({ ...emptyLine, text: '! Ouvrir', kind: 'need' })).toBe('need')
    expect(kindOfLine(emptyLine)).toBe('observation')
  })

  it('go together: a recommendation supports, an observation raises', () => {
    expect(stanceOfLine({ ...emptyLine, text: '! Ouvrir' })).toBe('supports')
    expect(stanceOfLine(emptyLine)).toBeNull()
    expect(stanceOfLine({ ...emptyLine, text: '! Ouvrir', stance: null })).toBeNull()
  })

  it('turn through every choice and come back', () => {
    const stances = [cycleStance(emptyLine)]
    for (let turn = 0; turn < 3; turn += 1) stances.push(cycleStance(stances.at(-1) ?? emptyLine))
    expect(stances.map(({ stance }) => stance)).toEqual(['supports', 'nuances', 'opposes', null])
    expect(['undecided', 'trend', 'specificity'].map((_, turn) => scopeAfter(turn + 1))).toEqual([
      'trend',
      'specificity',
      'undecided',
    ])
  })
})

const scopeAfter = (turns: number): string => {
  let turned = emptyLine
  for (let turn = 0; turn < turns; turn += 1) turned = cycleScope(turned)
  return turned.scope
}

describe('a line that the disk refused', () => {
  it('comes back as it was when nothing was typed since', () => {
    expect(putBack(line, nextLine(line))).toEqual(line)
  })

  it('stands before what was typed since, which is kept too', () => {
    const since = { ...nextLine(line), text: 'La suite', at: 9 }
    expect(putBack(line, since)).toMatchObject({ text: 'Ouvrir le fonds\nLa suite', at: 5, themes: [eau] })
  })
})

it('a theme is on a line once', () => {
  expect(addTheme(addTheme(emptyLine, eau), eau).themes).toEqual([eau])
  expect(isBlank(emptyLine)).toBe(true)
})
