import { follow, joinedRecord } from '#shared/evidence/follow.ts'
import { regionOf } from '#shared/evidence/speaker-of.ts'
import { asBegun } from '#shared/model/notes-of-session.ts'
import { isKind, members, type Note, type Records } from '#shared/model/record.ts'
import { levelOfConsultation, levelOfNote, type Level } from '#shared/privacy/levels.ts'
import { normalise } from '#shared/search/normalise.ts'
import { voiceOfNote } from '../../state/record-words.ts'

/** A note with what filters and rows ask of it, looked up once. */
export interface ReviewEntry {
  readonly note: Note
  /** The section of who spoke, else that of the session; `null` outside sections. */
  readonly region: string | null
  /** The axis and the themes it counts for: joined ones are their target. */
  readonly axis: string | null
  readonly themes: ReadonlySet<string>
  readonly level: Level
  /** Whether a person is behind the note. */
  readonly attributed: boolean
  /** Day and time as one text that sorts. */
  readonly day: string
}

/** Notes in the order of the days, then of their first keystroke. */
export function entriesOf(records: Records): readonly ReviewEntry[] {
  const consultation = levelOfConsultation(records)
  const entries: ReviewEntry[] = []
  for (const record of records.values()) {
    if (isKind(record, 'note')) entries.push(entryOf(records, record, consultation))
  }
  return entries.toSorted((a, b) => a.day.localeCompare(b.day) || asBegun(a.note, b.note))
}

/** One note with what its row and its panel ask of it. */
export function entryOf(records: Records, note: Note, consultation = levelOfConsultation(records)): ReviewEntry {
  const voice = voiceOfNote(records, note)
  const found = note.f.session === undefined ? undefined : records.get(note.f.session)
  const session = found !== undefined && isKind(found, 'session') ? found : undefined
  return {
    note,
    region:
      voice === undefined ? (joinedRecord(records, session?.f.region, 'region')?.id ?? null) : regionOf(records, voice),
    axis: note.f.axis === undefined ? null : follow(records, note.f.axis, 'into'),
    themes: new Set(members(note, 'theme').map((theme) => follow(records, theme, 'into'))),
    level: levelOfNote(records, note, consultation),
    attributed: voice !== undefined && voice.f.unidentified === undefined,
    day: session?.f.date ?? '',
  }
}

const searchable = new WeakMap<Note, string>()

/** The words of a note as search compares them, kept while the note is the same. */
export function searchedText(note: Note): string {
  const known = searchable.get(note)
  if (known !== undefined) return known
  const text = normalise([note.f.text, note.f.translation, note.f.addressee].filter(Boolean).join(' '))
  searchable.set(note, text)
  return text
}
