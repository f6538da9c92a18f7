import { describe, expect, it } from 'vitest'
import type { Note } from '#shared/model/record.ts'
import {
  asked,
  bearingOf,
  nextChoice,
  shownBearing,
  type ThemeChoices,
  themesBorneBy,
} from '../../../../renderer/features/review/theme-choices.ts'

const note = (id: string, ...themes: string[]): Note => ({
  id,
  kind: 'note',
  f: Object.fromEntries(themes.map((theme) => [`theme:${theme}`, true])),
})
const NOTES = [note('a', 'water', 'care'), note('b', 'water')]

/** What the box shows after each press. */
function presses(theme: string, times: number): readonly string[] {
  const bearing = bearingOf(NOTES, theme)
  let choices: ThemeChoices = new Map()
  return Array.from({ length: times }, () => {
    choices = nextChoice(choices, theme, bearing)
    return shownBearing(bearing, choices.get(theme))
  })
}

describe('the themes of several notes', () => {
  it('are borne by all, some or none of them', () => {
    expect(['water', 'care', 'culture'].map((theme) => bearingOf(NOTES, theme))).toEqual(['all', 'some', 'none'])
    expect(themesBorneBy(NOTES)).toEqual(['water', 'care'])
  })

  it('a box goes on, off, and back to « some » only where it began so', () => {
    expect(presses('care', 4)).toEqual(['all', 'none', 'some', 'all'])
    expect(presses('water', 3)).toEqual(['none', 'all', 'none'])
    expect(presses('culture', 3)).toEqual(['all', 'none', 'all'])
  })

  it('what is put back as it was asks for nothing', () => {
    const back = nextChoice(nextChoice(new Map(), 'water', 'all'), 'water', 'all')
    expect(asked(back, 'add')).toEqual([])
    expect(asked(back, 'remove')).toEqual([])
    expect(asked(nextChoice(back, 'care', 'some'), 'add')).toEqual(['care'])
  })
})
