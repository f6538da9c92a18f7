import { follow, joinedRecord } from '../evidence/follow.ts'
import { UNKNOWN_ORGANISATION, regionOf, speakersOf } from '../evidence/speaker-of.ts'
import { isKind, members, type AnyRecord, type Note, type Records, type Voice } from '../model/record.ts'
import { levelOfConsultation, levelOfNote } from '../privacy/levels.ts'

/** A note as a document uses it: what it concerns, once joined records count as one, and how far it may be attributed. */
export interface ReportNote {
  readonly record: AnyRecord & Note
  readonly kind: string
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
  return [...records.values()].flatMap((record) => {
    if (!isKind(record, 'note') || isUnprinted(record)) return []
    const voice = voiceOf(records, record)
    const named = namedThemes(records, record)
    const level = Math.max(levelOfNote(records, record, consultation), voice?.f.level ?? 1)
    return {
      record,
      kind: record.f.noteKind ?? 'observation',
      voice,
      axis: joinedRecord(records, record.f.axis, 'axis')?.id ?? null,
      region: sectionOf(records, record, voice),
      themes: new Set(named.flatMap((theme) => lines.get(theme) ?? [theme])),
      named,
      organisation: voice === null ? UNKNOWN_ORGANISATION : organisationOf(voice).organisation,
      level,
      settled: isSettled(record),
    }
  })
}

/** A kind in conflict is printed only when none of its versions forbids it. */
const isUnprinted = ({ f, conflicts }: Note): boolean =>
  [f.noteKind, ...(conflicts?.['noteKind'] ?? [])].some((kind) => typeof kind === 'string' && UNPRINTED.has(kind))

function voiceOf(records: Records, { f }: Note): (AnyRecord & Voice) | null {
  const voice = f.voice === undefined ? undefined : records.get(f.voice)
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
