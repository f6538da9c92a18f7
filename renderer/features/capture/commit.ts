import type { Command, CommandOf } from '#shared/edit/command.ts'
import { members, type Note, type Theme } from '#shared/model/record.ts'
import { normalise } from '#shared/search/normalise.ts'
import { newId } from '../../state/new-id.ts'
import type { Grammar } from './grammar.ts'
import { addTheme, besideValues, type Line, type LineTheme, notesValues } from './line.ts'
import { saidOf } from './said-line.ts'

/** What gives a meaning to the signs of a line; the lists are those that its grammar names, in the same order. */
export interface Programme {
  readonly axes: readonly { readonly id: string }[]
  readonly speakers: readonly { readonly id: string }[]
  readonly themes: readonly Theme[]
  readonly grammar: Grammar
}

/** The theme of these words, in whatever language it has them: one of the line's, one of the process's, or a new one. */
export function themeOfWords(words: string, line: Line, themes: readonly Theme[]): LineTheme {
  const key = normalise(words)
  const own = line.themes.find(({ label }) => normalise(label) === key)
  if (own !== undefined) return own
  const known = themes.find(({ f }) =>
    [f.label, f['label:fr'], f['label:en'], f['label:es']].some((label) => normalise(label ?? '') === key),
  )
  return known === undefined
    ? { id: newId(), label: words, isNew: true }
    : { id: known.id, label: known.f.label ?? words, isNew: false }
}

/** A line whose last signs were read: nothing is left in `said` that was not said. */
export interface FinishedLine extends Line {
  readonly said: string
}

export function finish(line: Line, programme: Programme): FinishedLine {
  const { themeWords, said, ...told } = saidOf(line, programme)
  const full = themeWords.reduce<Line>((one, words) => addTheme(one, themeOfWords(words, one, programme.themes)), told)
  return { ...full, said }
}

const newThemesOf = ({ themes }: Line) => themes.filter(({ isNew }) => isNew).map(({ id, label }) => ({ id, label }))

/** The rule under which nobody is told of. */
export const SENSITIVE_LEVEL = 5

type Values = Readonly<Record<string, unknown>>

/** A command has no room for what is not said. */
const withoutNulls = <T extends Values>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

/** The command that takes the line as a note, `committed` being the moment of Enter; `null` while it lacks words or an axis. */
export function captureCommand(
  line: FinishedLine,
  session: string,
  lang: string,
  committed: number,
): CommandOf<'note.capture'> | null {
  if (line.said === '' || line.axis === null) return null
  const { speaksFor, size, takenAs, segment } = line
  return {
    type: 'note.capture',
    note: newId(),
    ...notesValues(line, line.said, lang),
    ...withoutNulls({ ...besideValues(line), speaksFor, size, takenAs, segment }),
    ...(line.sensitive ? { level: SENSITIVE_LEVEL } : {}),
    session,
    axis: line.axis,
    speaker: line.speaker,
    themes: line.themes.filter(({ isNew }) => !isNew).map(({ id }) => id),
    newThemes: newThemesOf(line),
    at: line.at ?? committed,
    committed,
  }
}

/** Fields of a note that a correction writes where they differ from what it says now. */
function changesOf(note: Note, line: FinishedLine, lang: string): Values {
  const { channel, ...values } = notesValues(line, line.said, lang)
  const wanted = { ...values, ...besideValues(line), axis: line.axis, channel: line.channel === null ? null : channel }
  const current: Values = note.f
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => (current[field] ?? null) !== value))
}

/** Who spoke, and for whom. */
export type Floor = Pick<Line, 'speaker' | 'speaksFor' | 'size'>

/** The command that makes a note what the line says, `null` when it says nothing new; `was` is who had the floor. */
export function correctionCommand(
  note: Note,
  was: Floor,
  line: FinishedLine,
  lang: string,
): CommandOf<'notes.edit'> | null {
  const [former, wanted] = [members(note, 'theme'), line.themes.map(({ id }) => id)]
  const set = changesOf(note, line, lang)
  const added = line.themes.filter(({ id, isNew }) => !isNew && !former.includes(id)).map(({ id }) => id)
  const removed = former.filter((id) => !wanted.includes(id))
  const newThemes = newThemesOf(line)
  const { speaksFor, size } = line
  // Who is given the floor anew, were it the same, speaks for whom the session says until something else is said.
  const isGiven = line.speaker !== was.speaker || (speaksFor === null && was.speaksFor !== null)
  const isForOthers = speaksFor !== null && (isGiven || speaksFor !== was.speaksFor || size !== was.size)
  const floor = {
    ...(isGiven ? { speaker: line.speaker } : {}),
    ...(isForOthers ? withoutNulls({ speaksFor, size }) : {}),
  }
  const changes = [set, floor].flatMap(Object.keys).length + added.length + removed.length + newThemes.length
  if (changes === 0) return null
  return {
    type: 'notes.edit',
    notes: [note.id],
    set,
    ...floor,
    addThemes: added,
    newThemes,
    removeThemes: removed,
  }
}

/** The command that holds a note which was found to be sensitive to its stricter rule; a rule is never loosened so. */
const tightenCommand = (note: Note, line: Line): CommandOf<'level.tighten'> | null =>
  line.sensitive && (note.f.level ?? 0) < SENSITIVE_LEVEL
    ? { type: 'level.tighten', records: [note.id], level: SENSITIVE_LEVEL }
    : null

/** Everything that a correction writes, in its order. */
export const correctionCommands = (...told: Parameters<typeof correctionCommand>): readonly Command[] =>
  [correctionCommand(...told), tightenCommand(told[0], told[2])].filter((command) => command !== null)
