import { isDoubtful } from '../evidence/doubt.ts'
import { notesOfSession } from '../model/notes-of-session.ts'
import { isKind, members, type Attachment, type Note, type Records, type Voice } from '../model/record.ts'
import { levelOfConsultation, levelOfNote } from '../privacy/levels.ts'
import { QUOTABLE_CHANNELS, SILENT_KINDS } from './lists.ts'

/**
 * What may be wrong or missing in a note, gravest first: what would put words in the wrong mouth, what would be printed
 * and may be false, what is forgotten before the evening is over (who spoke, who promised), and last what can be added
 * at any time.
 */
export const DOUBTS = [
  'doubtful',
  'unquotable',
  'figure',
  'quote',
  'speaker',
  'unnamed',
  'position',
  'commitment',
  'picture',
  'theme',
] as const
export type Doubt = (typeof DOUBTS)[number]

/** Nothing said off the record leaves: it has nothing to settle. */
const OFF_THE_RECORD = 6

/** What is doubtful about each note, gravest first. What tells how the sitting went lacks nothing but descriptions. */
export function doubtsIn(records: Records): (note: Note) => readonly Doubt[] {
  const consultation = levelOfConsultation(records)
  const undescribed = notesWithBarePictures(records)
  return (note) => {
    if (levelOfNote(records, note, consultation) === OFF_THE_RECORD) return []
    const isSilent = SILENT_KINDS.has(note.f.noteKind)
    const voice = voiceOf(records, note)
    return DOUBTS.filter((doubt) =>
      doubt === 'picture' ? undescribed.has(note.id) : !isSilent && LACKS[doubt](note, voice),
    )
  }
}

type Lacks = (note: Note, voice: Voice | undefined) => boolean

const LACKS: Readonly<Record<Exclude<Doubt, 'picture'>, Lacks>> = {
  doubtful: (note, voice) => isDoubtful(note) && voice !== undefined,
  unquotable: ({ f }) => f.noteKind === 'quote' && !isQuotable(f.channel),
  figure: ({ f }) => f.toCheck === true,
  quote: ({ f }) => f.noteKind === 'quote' && isQuotable(f.channel) && (f.quoteState ?? 'to-review') === 'to-review',
  // Whose position it is matters more than that nobody is named: it is said once.
  speaker: ({ f }, voice) => voice === undefined && f.positionOf === undefined,
  unnamed: (_note, voice) => voice?.f.unidentified !== undefined,
  position: ({ f }, voice) => voice === undefined && f.positionOf !== undefined,
  commitment: ({ f }) => f.noteKind === 'commitment' && (isBlank(f.holder) || isBlank(f.due)),
  theme: (note) => members(note, 'theme').length === 0,
}

const isBlank = (words: string | undefined): boolean => (words ?? '').trim() === ''

/** Words that came through an interpreter, or that someone summed up, are nobody's own. */
const isQuotable = (channel = 'speech'): boolean => QUOTABLE_CHANNELS.some((own) => own === channel)

/** The voice of a note, when it has one that is here. */
export function voiceOf(records: Records, { f }: Note): Voice | undefined {
  const voice = f.voice === undefined ? undefined : records.get(f.voice)
  return voice !== undefined && isKind(voice, 'voice') ? voice : undefined
}

/** A picture that nobody said in words: who cannot see it is not told what it shows. */
export const isBarePicture = ({ f }: Attachment): boolean => f.media?.startsWith('image/') === true && isBlank(f.label)

const notesWithBarePictures = (records: Records): ReadonlySet<string | undefined> =>
  new Set(
    [...records.values()].flatMap((record) =>
      isKind(record, 'attachment') && isBarePicture(record) ? [record.f.note] : [],
    ),
  )

/** A note to read again, with what is doubtful about it. */
export interface DoubtfulNote {
  readonly note: Note
  readonly doubts: readonly Doubt[]
}

/**
 * The notes of a session that something is doubtful about, in the order of a second reading: by their gravest doubt, of
 * equals those that have more doubts first, then in the order they were begun. `only` asks for one doubt.
 */
export function byDoubt(records: Records, session: string, only: Doubt | null = null): readonly DoubtfulNote[] {
  const doubtsOf = doubtsIn(records)
  return notesOfSession(records, session)
    .map((note) => ({ note, doubts: doubtsOf(note) }))
    .filter(({ doubts }) => (only === null ? doubts.length > 0 : doubts.includes(only)))
    .toSorted((a, b) => gravest(a) - gravest(b) || b.doubts.length - a.doubts.length)
}

const gravest = ({ doubts: [first] }: DoubtfulNote): number =>
  first === undefined ? DOUBTS.length : DOUBTS.indexOf(first)
