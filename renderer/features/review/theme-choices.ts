import { members, type Note } from '#shared/model/record.ts'

/** Whether all, some or none of the notes bear a theme. */
export type Bearing = 'all' | 'some' | 'none'

/** What was asked of themes: those to put on every note, those to take off, and nothing said of the others. */
export type ThemeChoices = ReadonlyMap<string, 'add' | 'remove'>

export function bearingOf(notes: readonly Note[], theme: string): Bearing {
  const bearing = notes.filter(({ f }) => f[`theme:${theme}`] === true).length
  return bearing === 0 ? 'none' : bearing === notes.length ? 'all' : 'some'
}

export const shownBearing = (bearing: Bearing, choice: 'add' | 'remove' | undefined): Bearing =>
  choice === undefined ? bearing : choice === 'add' ? 'all' : 'none'

/** The next answer of a box: on, off, and back to « some » where it began so. */
export function nextChoice(choices: ThemeChoices, theme: string, bearing: Bearing): ThemeChoices {
  const next = new Map(choices)
  const shown = shownBearing(bearing, choices.get(theme))
  if (shown === 'some') next.set(theme, 'add')
  else if (shown === 'none' && bearing === 'some') next.delete(theme)
  else if (shown === bearing) next.set(theme, bearing === 'all' ? 'remove' : 'add')
  else if (bearing === 'some') next.set(theme, 'remove')
  else next.delete(theme)
  return next
}

/** Themes that the notes bear, the most borne first. */
export function themesBorneBy(notes: readonly Note[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const note of notes) for (const id of members(note, 'theme')) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
}

export const asked = (choices: ThemeChoices, answer: 'add' | 'remove'): string[] =>
  [...choices].filter(([, choice]) => choice === answer).map(([theme]) => theme)
