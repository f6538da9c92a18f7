import { isDoubtful } from '../evidence/doubt.ts'
import { regionOf, speakersOf } from '../evidence/speaker-of.ts'
import { isKind, type Note, type Records, type Voice } from '../model/record.ts'
import { levelOfConsultation, levelOfNote } from '../privacy/levels.ts'
import { notesOfSession } from '../model/notes-of-session.ts'
import { voiceOf } from './doubts.ts'
import { CATEGORIES, GENDERS, SILENT_KINDS } from './lists.ts'

/** What was heard of some of the room; `group` is null for those of whom it is not known, or not said. */
export interface Heard {
  readonly group: string | null
  readonly notes: number
  readonly speakers: number
  /** Of all notes and of all speakers, from 0 to 1; null where there are too few for a share to mean anything. */
  readonly ofNotes: number | null
  readonly ofSpeakers: number | null
}

/** Who took the floor in a session: counts, never a name. */
export interface Balance {
  readonly notes: number
  readonly speakers: number
  /** Notes of which the rule lets nobody say who spoke, not even from where: counted, and not sorted. */
  readonly unsaid: number
  readonly bySection: readonly Heard[]
  readonly byGender: readonly Heard[]
  readonly byCategory: readonly Heard[]
}

/** Below this, a share would say more than is known. */
const SHARES_FROM = 5
/** From here on nothing is said of who spoke. */
const CHATHAM = 5

interface Said {
  /** Null where nobody, or not surely, is known to have said it. */
  readonly voice: Voice | null
  readonly person: string | null
  readonly section: string | null
}

/**
 * How the floor was shared between sections, genders and categories of actors, as far as the rule of each note lets it be
 * said. A note whose speaker is doubtful counts for nobody; what is off the record does not count.
 */
export function balanceOf(records: Records, session: string): Balance {
  const consultation = levelOfConsultation(records)
  const notes = notesOfSession(records, session).filter(({ f }) => !SILENT_KINDS.has(f.noteKind))
  const level = (note: Note) => Math.max(levelOfNote(records, note, consultation), voiceOf(records, note)?.f.level ?? 0)
  const sayable = notes.filter((note) => level(note) < CHATHAM)
  const said = sayable.map(whoSaid(records))
  const total = { notes: said.length, speakers: countPeople(said) }
  const heard = (groups: readonly string[], of: (one: Said) => string | null | undefined) =>
    heardBy(said, total, groups, (one) => of(one) ?? null)
  return {
    ...total,
    unsaid: notes.filter((note) => level(note) === CHATHAM).length,
    bySection: heard(sectionsOf(records), ({ section }) => section),
    byGender: heard(GENDERS, ({ voice }) => voice?.f.gender),
    byCategory: heard(CATEGORIES, ({ voice }) => voice?.f.category),
  }
}

function whoSaid(records: Records): (note: Note) => Said {
  const speakerOf = speakersOf(records)
  return (note) => {
    const voice = isDoubtful(note) ? undefined : voiceOf(records, note)
    if (voice === undefined) return { voice: null, person: null, section: null }
    return { voice, person: speakerOf(voice).person, section: regionOf(records, voice) }
  }
}

const countPeople = (said: readonly Said[]): number =>
  new Set(said.flatMap(({ person }) => (person === null ? [] : [person]))).size

const sectionsOf = (records: Records): readonly string[] =>
  [...records.values()]
    .filter((record) => isKind(record, 'region'))
    .toSorted((a, b) => (a.f.order ?? 0) - (b.f.order ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)

/** Those who were heard, in the order of their list, then what is in no list; what is not known always last, even when it is nothing. */
function heardBy(
  said: readonly Said[],
  total: { readonly notes: number; readonly speakers: number },
  groups: readonly string[],
  of: (one: Said) => string | null,
): readonly Heard[] {
  const others = new Set(said.flatMap((one) => of(one) ?? []).filter((group) => !groups.includes(group)))
  return [...groups, ...[...others].toSorted((a, b) => (a < b ? -1 : 1)), null].flatMap((group) => {
    const theirs = said.filter((one) => of(one) === group)
    if (theirs.length === 0 && group !== null) return []
    const [notes, speakers] = [theirs.length, countPeople(theirs)]
    return [{ group, notes, speakers, ofNotes: share(notes, total.notes), ofSpeakers: share(speakers, total.speakers) }]
  })
}

const share = (count: number, of: number): number | null => (of < SHARES_FROM ? null : count / of)
