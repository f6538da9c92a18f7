import { isKind, type AnyRecord, type Attachment, type Note, type Records, type Session } from '../model/record.ts'
import type { SensitivityClass } from '../operation/operation.ts'

/** 1 named · 2 function and organisation · 3 organisation or city · 4 category and region · 5 Chatham House · 6 off the record. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6

/** What leaves at each level; `p` never does. */
export const CLASSES_OF_LEVEL: Readonly<Record<Level, readonly SensitivityClass[]>> = {
  1: ['c', 'w', 'n', 'f', 'o', 'd'],
  2: ['c', 'w', 'f', 'o', 'd'],
  3: ['c', 'w', 'o', 'd'],
  4: ['c', 'd'],
  5: ['c'],
  6: [],
}

const toLevel = (value: number): Level => Math.min(6, Math.max(1, value)) as Level

/** Levels that conflict count as their strictest, those that nobody set as 0. */
function levelIn(record: AnyRecord | undefined, field = 'level'): number {
  const conflicting = record?.conflicts?.[field]?.filter((value) => typeof value === 'number') ?? []
  const value = record?.f[field]
  return Math.max(0, typeof value === 'number' ? value : 0, ...conflicting)
}

/** What a part of a session holds its notes to; 0 when there is none. */
export const levelOfSegment = (segment: AnyRecord | undefined): number => levelIn(segment)

/**
 * The level a note is held to: the strictest of consultation, session, segment, the note's own and the one promised when
 * it was taken. A note whose session is withheld keeps its promise; one that came without either stays here until they come.
 */
export function levelOfNote(records: Records, note: Note, consultation = levelOfConsultation(records)): Level {
  const sessions = sidesOf(note, 'session').flatMap((id) => records.get(id) ?? [])
  const promised = levelIn(note, 'promised')
  if (sessions.length === 0 && promised === 0) return 6
  const segments = sidesOf(note, 'segment').map((id) => levelIn(records.get(id)))
  const parts = [...sessions.map((session) => levelIn(session)), ...segments]
  return toLevel(Math.max(consultation, ...parts, levelIn(note), promised))
}

/** Every value that a field unsettled between several may turn out to hold: the strictest of them counts. */
export const sidesOf = (record: AnyRecord, field: string): readonly string[] =>
  [record.f[field], ...(record.conflicts?.[field] ?? [])].filter((value): value is string => typeof value === 'string')

/** The consultation's own level, 0 when it leaves the question to its sessions. Looked for among all when not named. */
export function levelOfConsultation(records: Records, id?: string): number {
  if (id !== undefined) return levelIn(records.get(id))
  let level = 0
  for (const record of records.values()) if (isKind(record, 'consultation')) level = Math.max(level, levelIn(record))
  return level
}

/** The level announced at the opening of a session; what a note taken in it is promised. */
export const levelOfSession = (
  records: Records,
  session: Session,
  consultation = levelOfConsultation(records),
): Level => toLevel(Math.max(consultation, levelIn(session)))

/**
 * What an attachment is held to: the strictest of what it hangs on. One whose note or session is not here, or not any more,
 * stays.
 */
export function levelOfAttachment(
  records: Records,
  attachment: Attachment,
  consultation = levelOfConsultation(records),
): Level {
  const holders = [...sidesOf(attachment, 'note'), ...sidesOf(attachment, 'session')]
  const levels = holders.map((id) => {
    const holder = records.get(id)
    if (holder === undefined) return 6
    if (isKind(holder, 'note')) return levelOfNote(records, holder, consultation)
    return isKind(holder, 'session') ? levelOfSession(records, holder, consultation) : 6
  })
  return levels.length === 0 ? 6 : toLevel(Math.max(...levels))
}
