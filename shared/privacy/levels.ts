import { isKind, members, type AnyRecord, type Note, type Records, type Session } from '../model/record.ts'
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

/**
 * The level a note is held to: the strictest of consultation, session, the note's own and the one promised when it was
 * taken. Only a consent that covers the note lowers the promise. A note whose session is withheld keeps its promise.
 */
export function levelOfNote(records: Records, note: Note): Level {
  const session = note.f.session === undefined ? undefined : records.get(note.f.session)
  return toLevel(
    Math.max(
      levelOfConsultation(records),
      ...[session, ...conflictingSessions(records, note)].map((record) => levelIn(record)),
      levelIn(note),
      promisedLevel(records, note),
    ),
  )
}

/** An unsettled session is every one of its sides, so that the strictest holds. */
const conflictingSessions = (records: Records, note: Note): readonly (AnyRecord | undefined)[] =>
  (note.conflicts?.['session'] ?? []).map((id) => (typeof id === 'string' ? records.get(id) : undefined))

function promisedLevel(records: Records, note: Note): number {
  const promised = levelIn(note, 'promised')
  const consented = consentsCovering(records, note.id)
  return consented.length === 0 ? promised : Math.min(promised, ...consented)
}

/** Levels to which a standing consent has agreed for this record. */
export function consentsCovering(records: Records, id: string): readonly number[] {
  const levels: number[] = []
  for (const record of records.values()) {
    if (!isKind(record, 'consent') || record.f.withdrawn === true || record.conflicts !== undefined) continue
    if (record.f.level !== undefined && members(record, 'cover').includes(id)) levels.push(record.f.level)
  }
  return levels
}

/** The consultation's own level, 0 when it leaves the question to its sessions. */
export function levelOfConsultation(records: Records): number {
  let level = 0
  for (const record of records.values()) if (isKind(record, 'consultation')) level = Math.max(level, levelIn(record))
  return level
}

/** The level announced at the opening of a session; what a note taken in it is promised. */
export const levelOfSession = (records: Records, session: Session): Level =>
  toLevel(Math.max(levelOfConsultation(records), levelIn(session)))
