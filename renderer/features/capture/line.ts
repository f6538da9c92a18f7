import type { CommandOf } from '#shared/edit/command.ts'
import { SCOPES, STANCES } from '#shared/model/kinds.ts'
import { KINDS_OF_NOTE, type NoteKind, QUOTABLE_CHANNELS } from '#shared/process/lists.ts'

export type Stance = (typeof STANCES)[number]
export type Scope = (typeof SCOPES)[number]
export const SPEAKS_FOR = ['self', 'delegation', 'collective', 'working-group'] as const
export type SpeaksFor = (typeof SPEAKS_FOR)[number]

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
  /** For whom they speak; `null` leaves it to what the session says of them. */
  readonly speaksFor: SpeaksFor | null
  readonly size: number | null
  /** When the speaker was last chosen, or last said something, in milliseconds since 1970. */
  readonly heardAt: number | null
  readonly scope: Scope
  /** The qualification of this note alone, before the one that sticks. */
  readonly onlyScope: Scope | null
  /** Chosen by the person; `null` leaves it to the script. */
  readonly lang: string | null
  readonly channel: string | null
  /** What the rapporteur is there for: `hall`, `chat`, `quotes`, `workshop-1` and so on; `null` when it is not said. */
  readonly takenAs: string | null
  /** The part of the session under another rule that is being held. */
  readonly segment: string | null
  /** Chosen by the person; `null` leaves it to how the line starts. */
  readonly kind: string | null
  /** Chosen by the person; `undefined` leaves it to the kind, `null` says that the theme is raised. */
  readonly stance: Stance | null | undefined
  readonly themes: readonly LineTheme[]
  /** Held to the rule under which nobody is told of. */
  readonly sensitive: boolean
  /** Who said it is not sure. */
  readonly doubtful: boolean
  /** A figure or a fact to be verified. */
  readonly toCheck: boolean
  /** What a commitment says besides its words. */
  readonly holder: string
  readonly due: string
  readonly condition: string
  /** The last point of divergence, on which the notes that follow may be positions. */
  readonly divergence: string | null
  /** The point of divergence on which this note is a position. */
  readonly positionOf: string | null
}

export const emptyLine: Line = {
  text: '',
  at: null,
  axis: null,
  speaker: null,
  speaksFor: null,
  size: null,
  heardAt: null,
  scope: 'undecided',
  onlyScope: null,
  lang: null,
  channel: null,
  takenAs: null,
  segment: null,
  kind: null,
  stance: undefined,
  themes: [],
  sensitive: false,
  doubtful: false,
  toCheck: false,
  holder: '',
  due: '',
  condition: '',
  divergence: null,
  positionOf: null,
}

/**
 * The line after a note: where one stands, who speaks and for whom, qualification, language, channel and role stick; the
 * kind, the stance, the themes and what is said of one note alone never do. Positions go on until another kind comes.
 */
export const nextLine = (line: Line): Line => {
  const { axis, speaker, speaksFor, size, heardAt, scope, lang, channel, takenAs, segment } = line
  const isSame = kindOfLine(line) === usualKind(line)
  const { divergence, positionOf } = isSame ? line : emptyLine
  return {
    ...emptyLine,
    axis,
    speaker,
    speaksFor,
    size,
    heardAt,
    scope,
    lang,
    channel,
    takenAs,
    segment,
    divergence,
    positionOf,
  }
}

/** Whether it holds anything that would be missed. */
export const isBlank = ({ text, themes, holder, due, condition }: Line): boolean =>
  `${text}${holder}${due}${condition}`.trim() === '' && themes.length === 0

/** What a line is when nothing says otherwise: who is there for quotations takes quotations. */
const usualKind = ({ takenAs }: Line): NoteKind => (takenAs === 'quotes' ? 'quote' : 'observation')

export const kindOfLine = (line: Line): string => line.kind ?? usualKind(line)

/** Another kind is another matter: it is no position on what was argued. */
export const chooseKind = (line: Line, kind: string): Line => ({ ...line, kind, positionOf: null })

/** The stance a kind starts with: a recommendation supports, an observation raises. */
const usualStance = (kind: string): Stance | null =>
  Object.hasOwn(KINDS_OF_NOTE, kind) ? KINDS_OF_NOTE[kind as NoteKind].stance : null

export const stanceOfLine = (line: Line): Stance | null =>
  line.stance === undefined ? usualStance(kindOfLine(line)) : line.stance

export const scopeOfLine = ({ scope, onlyScope }: Line): Scope => onlyScope ?? scope

/** What is said over the room's loudspeakers, unless the rapporteur is there for what is written. */
export const channelOfLine = ({ channel, takenAs }: Line): string => channel ?? (takenAs === 'chat' ? 'chat' : 'speech')

/** Whether it would quote what nobody said in these words: an interpreter's, or a discussion retold. */
export const isUnquotable = (line: Line): boolean =>
  kindOfLine(line) === 'quote' && !QUOTABLE_CHANNELS.some((channel) => channel === channelOfLine(line))

/** Gives the floor: whoever has it speaks for whom the session says, until something else is said. */
export const giveFloor = (line: Line, speaker: string | null, at: number): Line => ({
  ...line,
  speaker,
  speaksFor: null,
  size: null,
  heardAt: at,
})

/** Without a note for so long, nobody knows any more who has the floor. */
const SILENCE_MS = 600_000

/** Whether someone was given the floor too long ago for it to be taken for granted. */
export const isLongAgo = ({ speaker, heardAt }: Line, now: number): boolean =>
  speaker !== null && heardAt !== null && now - heardAt >= SILENCE_MS

export const addTheme = (line: Line, theme: LineTheme): Line =>
  line.themes.some(({ id }) => id === theme.id) ? line : { ...line, themes: [...line.themes, theme] }

export const removeTheme = (line: Line, id: string): Line => ({
  ...line,
  themes: line.themes.filter((theme) => theme.id !== id),
})

/** The value beside the current one in a list that goes round. */
const beside = <T>(list: readonly T[], current: T, step: 1 | -1 = 1): T | undefined =>
  list.at((list.indexOf(current) + step) % list.length)

/** Undecided, trend, specificity, and round again; or the other way. It holds for the notes to come. */
export const cycleScope = (line: Line, step: 1 | -1 = 1): Line => ({
  ...line,
  onlyScope: null,
  scope: beside(SCOPES, scopeOfLine(line), step) ?? 'undecided',
})

export const cycleStance = (line: Line): Line => ({
  ...line,
  stance: beside([null, ...STANCES], stanceOfLine(line)) ?? null,
})

/** The next channel that is offered, or the one before: an interpreter stops as soon as one has begun. */
export const cycleChannel = (line: Line, channels: readonly string[], step: 1 | -1 = 1): Line => ({
  ...line,
  channel: beside(channels, channelOfLine(line), step) ?? line.channel,
})

/** For oneself, a delegation, a collective, a working group; `usual` is what the session says of the speaker. */
export const cycleSpeaksFor = (line: Line, usual: SpeaksFor, step: 1 | -1 = 1): Line => ({
  ...line,
  speaksFor: beside(SPEAKS_FOR, line.speaksFor ?? usual, step) ?? null,
  size: null,
})

/** Another slot, another matter: only the note that is being written keeps its qualification. */
export const leaveSlot = (line: Line): Line => ({
  ...line,
  scope: 'undecided',
  onlyScope: isBlank(line) ? null : scopeOfLine(line),
})

/** On, off; nothing where no divergence was noted. */
export const togglePosition = (line: Line): Line => ({
  ...line,
  positionOf: line.positionOf === null ? line.divergence : null,
})

/**
 * A refused line in front of whatever was typed since: nothing that was written is lost, and the stricter rule that either
 * was under holds for both.
 */
export const putBack = (refused: Line, since: Line): Line =>
  isBlank(since)
    ? refused
    : {
        ...since,
        text: `${refused.text}\n${since.text}`,
        at: refused.at,
        themes: [...refused.themes, ...since.themes],
        segment: since.segment ?? refused.segment,
        sensitive: since.sensitive || refused.sensitive,
        doubtful: since.doubtful || refused.doubtful,
      }

/** What a finished line writes, apart from the ids of its note and session; its tokens are themes already. */
export function notesValues(line: Line, text: string, lang: string) {
  return {
    text,
    lang,
    noteKind: kindOfLine(line),
    stance: stanceOfLine(line),
    scope: scopeOfLine(line),
    channel: channelOfLine(line),
  } satisfies Partial<CommandOf<'note.capture'>>
}

/** The same for what most notes do not say; only commitments have a holder, a date and a condition. */
export function besideValues(line: Line) {
  const isCommitment = kindOfLine(line) === 'commitment'
  const said = (words: string): string | null => (isCommitment && words.trim() !== '' ? words.trim() : null)
  return {
    doubtful: line.doubtful || null,
    toCheck: line.toCheck || null,
    holder: said(line.holder),
    due: said(line.due),
    condition: said(line.condition),
    positionOf: line.positionOf,
  }
}
