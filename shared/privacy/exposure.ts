import { kinds } from '../model/kinds.ts'
import { pairedNotes } from '../model/pair.ts'
import { isKind, members, type AnyRecord, type Records } from '../model/record.ts'
import type { SensitivityClass } from '../operation/operation.ts'
import {
  CLASSES_OF_LEVEL,
  levelOfAttachment,
  levelOfConsultation,
  levelOfNote,
  levelOfSegment,
  levelOfSession,
  sidesOf,
  type Level,
} from './levels.ts'

/** What may leave of each record; a record that is not there does not leave at all, not even its head. */
export type Exposure = ReadonlyMap<string, ReadonlySet<SensitivityClass>>

const CONTENT_AND_TIME: ReadonlySet<SensitivityClass> = new Set(['c', 'w'])

/**
 * What leaves of every record for an audience outside the trust circle. A note follows its effective level; a voice the
 * strictest of the notes that name it; a person leaves only with a named voice, an organisation only with a voice of
 * level 3 or less or as the organisation of someone named; an attachment follows the note or session it hangs on. Everything else is the programme, and leaves as content.
 */
export function exposureOf(records: Records): Exposure {
  const exposure = new Map<string, ReadonlySet<SensitivityClass>>()
  const noteLevels = new Map<string, Level>()
  const consultation = levelOfConsultation(records)
  for (const record of records.values())
    if (isKind(record, 'note')) noteLevels.set(record.id, levelOfNote(records, record, consultation))
  const voiceLevels = levelsOfVoices(records, noteLevels)
  for (const [id, level] of [...noteLevels, ...voiceLevels]) {
    if (level < 6) exposure.set(id, new Set(CLASSES_OF_LEVEL[level]))
  }
  exposeNamed(records, voiceLevels, exposure)
  for (const record of records.values()) {
    if (isProgramme(record) && isOpen(records, record, consultation)) exposure.set(record.id, CONTENT_AND_TIME)
  }
  exposeConsents(records, exposure)
  exposePairs(records, noteLevels, exposure)
  exposeAttachments(records, consultation, exposure)
  return exposure
}

/** Kinds whose exposure depends on who is behind them. */
const BY_RULE: ReadonlySet<string> = new Set([
  'note',
  'pair',
  'attachment',
  'voice',
  'person',
  'organisation',
  'speaker',
  'consent',
  'seat',
  'contact',
  'transcript',
  'validation',
  'observation',
  'writtenContribution',
])

/** A kind that only a newer program knows may have a rule that this one does not: it stays here. */
export const isProgramme = ({ kind }: AnyRecord): boolean => Object.hasOwn(kinds, kind) && !BY_RULE.has(kind)

/** A session, or a part of one, off the record is not mentioned; what hangs on it is not either. */
export function isOpen(records: Records, record: AnyRecord, consultation: number): boolean {
  if (isKind(record, 'segment') && levelOfSegment(record) === 6) return false
  const sessions = isKind(record, 'session') ? [record] : sidesOf(record, 'session').map((id) => records.get(id))
  return sessions.every(
    (session) =>
      session === undefined || !isKind(session, 'session') || levelOfSession(records, session, consultation) < 6,
  )
}

function levelsOfVoices(records: Records, noteLevels: ReadonlyMap<string, Level>): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>()
  for (const [id, level] of noteLevels) {
    const note = records.get(id)
    if (level === 6 || note === undefined) continue
    for (const voice of sidesOf(note, 'voice')) {
      const own = records.get(voice)
      const made = own !== undefined && isKind(own, 'voice') ? (own.f.level ?? 1) : 1
      levels.set(voice, Math.max(levels.get(voice) ?? 1, level, made) as Level)
    }
  }
  return levels
}

function exposeNamed(
  records: Records,
  voiceLevels: ReadonlyMap<string, Level>,
  exposure: Map<string, ReadonlySet<SensitivityClass>>,
): void {
  for (const [id, level] of voiceLevels) {
    const voice = records.get(id)
    if (voice === undefined || !isKind(voice, 'voice')) continue
    if (level <= 3) for (const named of sidesOf(voice, 'organisation')) exposure.set(named, new Set(['o', 'd']))
    if (level === 1) for (const named of sidesOf(voice, 'person')) exposure.set(named, new Set(['n', 'f', 'o', 'd']))
  }
}

/** A consent travels with all that it covers or not at all: one that names a withheld record would betray it. */
function exposeConsents(records: Records, exposure: Map<string, ReadonlySet<SensitivityClass>>): void {
  for (const record of records.values()) {
    if (isKind(record, 'consent') && members(record, 'cover').every((id) => exposure.has(id))) {
      exposure.set(record.id, new Set(['c']))
    }
  }
}

/**
 * Two notes are told to be of one intervention when both leave under one rule on one axis: otherwise the one that may be
 * attributed would name who spoke in the other, or two voices of a protected person would become one.
 */
function exposePairs(
  records: Records,
  levels: ReadonlyMap<string, Level>,
  exposure: Map<string, ReadonlySet<SensitivityClass>>,
): void {
  for (const record of records.values()) {
    if (!isKind(record, 'pair')) continue
    const notes = pairedNotes(record)
    const rules = notes.map((id) => {
      const note = records.get(id)
      return `${levels.get(id) ?? 6} ${note === undefined ? '' : sidesOf(note, 'axis').join(' ')}`
    })
    if (new Set(rules).size === 1 && notes.every((id) => exposure.has(id))) exposure.set(record.id, new Set(['c']))
  }
}

function exposeAttachments(
  records: Records,
  consultation: number,
  exposure: Map<string, ReadonlySet<SensitivityClass>>,
): void {
  for (const record of records.values()) {
    if (!isKind(record, 'attachment')) continue
    const level = levelOfAttachment(records, record, consultation)
    if (level < 6) exposure.set(record.id, new Set(CLASSES_OF_LEVEL[level]))
  }
}
