import { isKind, type AnyRecord, type Attachment, type Records, type Speaker } from '../model/record.ts'
import { levelOfConsultation, levelOfNote } from '../privacy/levels.ts'
import { slotsIn, type Slot } from '../programme/slot-clock.ts'
import { balanceOf, type Balance } from './balance.ts'
import { notesOfSession } from '../model/notes-of-session.ts'
import { byDoubt, DOUBTS, isBarePicture, type Doubt, type DoubtfulNote } from './doubts.ts'

/** What is open in a session that is about to be closed. Ids lead to what there is to settle; no name is among them. */
export interface Closing {
  readonly notes: number
  /** Notes that something is doubtful about, each once. */
  readonly toRead: number
  /** How many notes each doubt is about, gravest first; those about none are left out. */
  readonly doubts: ReadonlyMap<Doubt, number>
  /** « Intervenant k », until someone knows the name. */
  readonly unnamed: readonly Speaker[]
  /** Pictures that hang on a note or on the session and that nobody said in words. */
  readonly pictures: readonly Attachment[]
  /** Slots of the programme, but for its breaks, in which nothing was noted. */
  readonly slots: readonly Slot[]
  /** What is said of no one, and what never leaves: told, and no fault. */
  readonly kept: { readonly unattributed: number; readonly offTheRecord: number }
  readonly balance: Balance
}

const CHATHAM = 5

/** What someone who sat there may still settle before the session is written up. */
export function closingOf(records: Records, session: string): Closing {
  const notes = notesOfSession(records, session)
  const consultation = levelOfConsultation(records)
  const levels = notes.map((note) => levelOfNote(records, note, consultation))
  const doubtful = byDoubt(records, session)
  const noted = new Set(notes.map(({ f }) => f.slot))
  const held = new Set(notes.flatMap(({ id }, index) => ((levels[index] ?? 0) > CHATHAM ? [] : [id]))).add(session)
  return {
    notes: notes.length,
    toRead: doubtful.length,
    doubts: countDoubts(doubtful),
    unnamed: ofKind(records, 'speaker')
      .filter(({ f }) => f.session === session && f.unidentified !== undefined)
      .toSorted((a, b) => (a.f.unidentified ?? 0) - (b.f.unidentified ?? 0)),
    pictures: ofKind(records, 'attachment').filter(
      (one) => isBarePicture(one) && held.has(one.f.note ?? one.f.session ?? ''),
    ),
    slots: slotsIn(records, session).filter(({ id, f }) => f.slotKind !== 'break' && !noted.has(id)),
    kept: {
      unattributed: levels.filter((level) => level === CHATHAM).length,
      offTheRecord: levels.filter((level) => level > CHATHAM).length,
    },
    balance: balanceOf(records, session),
  }
}

function countDoubts(toRead: readonly DoubtfulNote[]): ReadonlyMap<Doubt, number> {
  const counts = DOUBTS.map((doubt) => [doubt, toRead.filter(({ doubts }) => doubts.includes(doubt)).length] as const)
  return new Map(counts.filter(([, count]) => count > 0))
}

const ofKind = <K extends 'speaker' | 'attachment'>(records: Records, kind: K) =>
  [...records.values()].filter((record: AnyRecord) => isKind(record, kind))
