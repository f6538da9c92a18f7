import { isDoubtful } from '../evidence/doubt.ts'
import { follow, joinedRecord } from '../evidence/follow.ts'
import { interventionsIn } from '../evidence/interventions.ts'
import { UNKNOWN_ORGANISATION, regionOf, speakersOf } from '../evidence/speaker-of.ts'
import { isKind, members, type AnyRecord, type Note, type Records, type Voice } from '../model/record.ts'
import { levelOfConsultation, levelOfNote } from '../privacy/levels.ts'

/** A note as a document uses it: what it concerns, once joined records count as one, and how far it may be attributed. */
export interface ReportNote {
  readonly record: AnyRecord & Note
  readonly kind: string
  /** Who said it; `null` when nobody knows, or nobody is sure. */
  readonly voice: (AnyRecord & Voice) | null
  readonly axis: string | null
  /** The section it counts for; `null` for none. */
  readonly region: string | null
  /** Themes it names, and those above them. */
  readonly themes: ReadonlySet<string>
  /** The themes it names. */
  readonly named: readonly string[]
  /** A token shared by notes of the same organisation; it names none. */
  readonly organisation: string
  /** The note that stands for what was said, itself for most: two people who noted it count once. */
  readonly intervention: string
  /** The attribution level it is held to, 1 to 5. */
  readonly level: number
  /** Whether nothing that decides what it counts for is in conflict. */
  readonly settled: boolean
}

/** Kinds that no document ever prints: how the sitting went, and what the rapporteur thought. */
const UNPRINTED: ReadonlySet<string> = new Set(['procedure', 'remark'])

const DECISIVE_FIELDS: ReadonlySet<string> = new Set(['scope', 'voice', 'axis', 'stance', 'noteKind'])

/** Level from which nothing may be said of who spoke, not even the section. */
export const CHATHAM = 5

/** The notes that may be printed, in no order. */
export function reportNotes(records: Records, lines: ReadonlyMap<string, readonly string[]>): readonly ReportNote[] {
  const organisationOf = speakersOf(records)
  const consultation = levelOfConsultation(records)
  const standIn = interventionsIn(records)
  return [...records.values()].flatMap((record) => {
    if (!isKind(record, 'note') || isUnprinted(record)) return []
    const voice = voiceOf(records, record)
    const intervention = standIn(record.id)
    const speaking = voiceOf(records, records.get(intervention) as Note | undefined)
    const named = namedThemes(records, record)
    const made = records.get(record.f.voice ?? '')?.f['level']
    const level = Math.max(levelOfNote(records, record, consultation), typeof made === 'number' ? made : 1)
    return {
      record,
      kind: record.f.noteKind ?? 'observation',
      voice,
      axis: joinedRecord(records, record.f.axis, 'axis')?.id ?? null,
      region: sectionOf(records, record, voice),
      themes: new Set(named.flatMap((theme) => lines.get(theme) ?? [theme])),
      named,
      organisation: speaking === null ? UNKNOWN_ORGANISATION : organisationOf(speaking).organisation,
      intervention,
      level,
      settled: isSettled(record),
    }
  })
}

/** One note for each intervention, the one that stands for it where it is among them, in the order they came. */
export function onceEach(notes: readonly ReportNote[]): readonly ReportNote[] {
  const chosen = new Map<string, ReportNote>()
  for (const note of notes) {
    if (!chosen.has(note.intervention) || note.record.id === note.intervention) chosen.set(note.intervention, note)
  }
  return notes.filter((note) => chosen.get(note.intervention) === note)
}

/** How many interventions these notes are of. */
export const interventionsOf = (notes: readonly ReportNote[]): number =>
  new Set(notes.map(({ intervention }) => intervention)).size

/** A kind in conflict is printed only when none of its versions forbids it. */
const isUnprinted = ({ f, conflicts }: Note): boolean =>
  [f.noteKind, ...(conflicts?.['noteKind'] ?? [])].some((kind) => typeof kind === 'string' && UNPRINTED.has(kind))

function voiceOf(records: Records, note: Note | undefined): (AnyRecord & Voice) | null {
  if (note === undefined || isDoubtful(note)) return null
  const voice = note.f.voice === undefined ? undefined : records.get(note.f.voice)
  return voice !== undefined && isKind(voice, 'voice') ? voice : null
}

/** Of a voice, the section it speaks for; without one, that of its session. */
function sectionOf(records: Records, { f }: Note, voice: Voice | null): string | null {
  if (voice !== null) return regionOf(records, voice)
  const session = f.session === undefined ? undefined : records.get(f.session)
  return joinedRecord(records, session?.f['region'], 'region')?.id ?? null
}

const namedThemes = (records: Records, note: AnyRecord): readonly string[] =>
  [...new Set(members(note, 'theme').map((theme) => follow(records, theme, 'into')))].filter(
    (theme) => records.get(theme)?.kind === 'theme',
  )

const isSettled = ({ conflicts = {} }: Note): boolean =>
  !Object.keys(conflicts).some((field) => DECISIVE_FIELDS.has(field) || field.startsWith('theme:'))
