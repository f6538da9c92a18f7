import type { CommandOf } from '#shared/edit/command.ts'
import { SCOPES, STANCES } from '#shared/model/kinds.ts'
import { KINDS_OF_NOTE, type NoteKind } from '#shared/process/lists.ts'
import { parseLine } from './parse-line.ts'

export type Stance = (typeof STANCES)[number]
export type Scope = (typeof SCOPES)[number]

export interface LineTheme {
  readonly id: string
  readonly label: string
  /** Made with this note. */
  readonly isNew: boolean
}

/** The line being written, and what is said with it. */
export interface Line {
  readonly text: string
  /** Milliseconds since 1970 of its first keystroke. */
  readonly at: number | null
  readonly axis: string | null
  /** Whose turn it is; `null` when nobody could be identified. */
  readonly speaker: string | null
  readonly scope: Scope
  /** Chosen by the person; `null` leaves it to the script. */
  readonly lang: string | null
  readonly channel: string | null
  /** Chosen by the person; `null` leaves it to how the line starts. */
  readonly kind: string | null
  /** Chosen by the person; `undefined` leaves it to the kind, `null` says that the theme is raised. */
  readonly stance: Stance | null | undefined
  readonly themes: readonly LineTheme[]
}

export const emptyLine: Line = {
  text: '',
  at: null,
  axis: null,
  speaker: null,
  scope: 'undecided',
  lang: null,
  channel: null,
  kind: null,
  stance: undefined,
  themes: [],
}

/** The line after a note: axis, speaker, qualification, language and channel stick; kind, stance and themes never do. */
export const nextLine = ({ axis, speaker, scope, lang, channel }: Line): Line => ({
  ...emptyLine,
  axis,
  speaker,
  scope,
  lang,
  channel,
})

/** Whether it holds anything that would be missed. */
export const isBlank = ({ text, themes }: Line): boolean => text.trim() === '' && themes.length === 0

export const kindOfLine = ({ text, kind }: Line): string => kind ?? parseLine(text, 0).kind ?? 'observation'

/** The stance a kind starts with: a recommendation supports, an observation raises. */
const usualStance = (kind: string): Stance | null =>
  Object.hasOwn(KINDS_OF_NOTE, kind) ? KINDS_OF_NOTE[kind as NoteKind].stance : null

export const stanceOfLine = (line: Line): Stance | null =>
  line.stance === undefined ? usualStance(kindOfLine(line)) : line.stance

export const addTheme = (line: Line, theme: LineTheme): Line =>
  line.themes.some(({ id }) => id === theme.id) ? line : { ...line, themes: [...line.themes, theme] }

export const removeTheme = (line: Line, id: string): Line => ({
  ...line,
  themes: line.themes.filter((theme) => theme.id !== id),
})

const after = <T>(list: readonly T[], current: T): T | undefined => list[(list.indexOf(current) + 1) % list.length]

/** Undecided, trend, specificity, and round again. */
export const cycleScope = (line: Line): Line => ({ ...line, scope: after(SCOPES, line.scope) ?? 'undecided' })

export const cycleStance = (line: Line): Line => ({
  ...line,
  stance: after([null, ...STANCES], stanceOfLine(line)) ?? null,
})

/** A refused line in front of whatever was typed since: nothing that was written is lost. */
export const putBack = (refused: Line, since: Line): Line =>
  isBlank(since)
    ? refused
    : { ...since, text: `${refused.text}\n${since.text}`, at: refused.at, themes: [...refused.themes, ...since.themes] }

/** What a finished line writes, apart from the ids of its note and session; its tokens are themes already. */
export function notesValues(line: Line, text: string, lang: string) {
  return {
    text,
    lang,
    noteKind: kindOfLine(line),
    stance: stanceOfLine(line),
    scope: line.scope,
    channel: line.channel ?? 'speech',
  } satisfies Partial<CommandOf<'note.capture'>>
}
