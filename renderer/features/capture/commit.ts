import type { CommandOf } from '#shared/edit/command.ts'
import { members, type Note, type Theme } from '#shared/model/record.ts'
import { normalise } from '#shared/search/normalise.ts'
import { newId } from '../../state/new-id.ts'
import { addTheme, type Line, type LineTheme, notesValues } from './line.ts'
import { parseLine } from './parse-line.ts'

/** What gives a meaning to the tokens of a line: axes by their digit, themes by their words. */
export interface Programme {
  readonly axes: readonly { readonly id: string }[]
  readonly themes: readonly Theme[]
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

/** A line whose last tokens were read: nothing is left in `said` that was not said. */
export interface FinishedLine extends Line {
  readonly said: string
}

export function finish(line: Line, { axes, themes }: Programme): FinishedLine {
  const { text: said, kind, themes: words, axis } = parseLine(line.text, axes.length)
  const placed = axis === null ? line : { ...line, axis: axes[axis - 1]?.id ?? line.axis }
  const full = words.reduce((current, word) => addTheme(current, themeOfWords(word, current, themes)), placed)
  return { ...full, kind: full.kind ?? kind, said }
}

const newThemesOf = ({ themes }: Line) => themes.filter(({ isNew }) => isNew).map(({ id, label }) => ({ id, label }))

/** The command that takes the line as a note, or `null` while it lacks words or an axis. */
export function captureCommand(line: FinishedLine, session: string, lang: string): CommandOf<'note.capture'> | null {
  if (line.said === '' || line.axis === null) return null
  return {
    type: 'note.capture',
    note: newId(),
    ...notesValues(line, line.said, lang),
    session,
    axis: line.axis,
    speaker: line.speaker,
    themes: line.themes.filter(({ isNew }) => !isNew).map(({ id }) => id),
    newThemes: newThemesOf(line),
    at: line.at ?? Date.now(),
  }
}

/** The command that makes a note what the line says, `null` when it says nothing new; `speaker` is who it was. */
export function correctionCommand(
  note: Note,
  speaker: string | null,
  line: FinishedLine,
  lang: string,
): CommandOf<'notes.edit'> | null {
  const [former, wanted] = [members(note, 'theme'), line.themes.map(({ id }) => id)]
  const values = { ...notesValues(line, line.said, lang), axis: line.axis, channel: line.channel }
  const current: Readonly<Record<string, unknown>> = note.f
  const set = Object.fromEntries(Object.entries(values).filter(([field, value]) => (current[field] ?? null) !== value))
  const added = line.themes.filter(({ id, isNew }) => !isNew && !former.includes(id)).map(({ id }) => id)
  const removed = former.filter((id) => !wanted.includes(id))
  const [newThemes, moved] = [newThemesOf(line), line.speaker !== speaker]
  if (Object.keys(set).length + added.length + removed.length + newThemes.length === 0 && !moved) return null
  return {
    type: 'notes.edit',
    notes: [note.id],
    set,
    ...(moved ? { speaker: line.speaker } : {}),
    addThemes: added,
    newThemes,
    removeThemes: removed,
  }
}
