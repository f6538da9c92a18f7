import { fail, ok } from '../kit/result.ts'
import { isKind, type AnyRecord, type Note, type Records } from '../model/record.ts'
import { levelOfConsultation, levelOfNote } from '../privacy/levels.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import type { CommandOf } from './command.ts'
import { draft, type Draft } from './draft.ts'
import { identityOfVoice, voiceFor, voicesIn } from './voices.ts'

/**
 * Holds notes, or all notes of a session, to a stricter level, at once and for what was already written: each note leaves
 * its voice for a twin of the new level, and only the protected class tells which voice it was.
 */
export function tightenLevel({ records, newId }: EditContext, command: CommandOf<'level.tighten'>): EditResult {
  const drafts: Draft[] = []
  const voices = voicesIn(records)
  const consultation = levelOfConsultation(records)
  for (const id of command.records) {
    const record = records.get(id)
    if (record === undefined) return fail({ type: 'RecordNotFound', record: id })
    if (!HELD.has(record.kind)) return fail({ type: 'NotEditable', kind: record.kind })
    if (Number(record.f['level'] ?? 0) > command.level)
      return fail({ type: 'LooserThanNow', record: id, level: command.level })
    drafts.push(draft(record.kind, id, { level: command.level }))
    for (const note of notesUnder(records, record)) {
      const level = Math.max(levelOfNote(records, note, consultation), command.level)
      drafts.push(...moveToTwin(voices, note, level, newId))
    }
  }
  return ok(drafts)
}

/** Loosens records with a consent that covers them; notes under a session keep what they were promised, each its own. */
export function loosenLevel({ records }: EditContext, command: CommandOf<'level.loosen'>): EditResult {
  const loosened: Draft[] = []
  for (const id of command.records) {
    const record = records.get(id)
    if (record === undefined) return fail({ type: 'RecordNotFound', record: id })
    if (!HELD.has(record.kind)) return fail({ type: 'NotEditable', kind: record.kind })
    loosened.push(draft(record.kind, id, { level: command.level, consent: command.consent }))
  }
  const consent = draft('consent', command.consent, {
    level: command.level,
    at: command.at,
    basis: command.basis,
    who: command.who,
    ...Object.fromEntries(command.records.map((id) => [`cover:${id}`, true])),
  })
  return ok([consent, ...loosened])
}

/** Kinds that a person holds to a level. */
const HELD: ReadonlySet<string> = new Set(['consultation', 'session', 'segment', 'note'])

function* notesUnder(records: Records, record: AnyRecord): Generator<Note> {
  if (isKind(record, 'note')) {
    yield record
    return
  }
  for (const other of records.values()) {
    if (!isKind(other, 'note')) continue
    if (record.kind === 'consultation' || [other.f.session, other.f.segment].includes(record.id)) yield other
  }
}

function moveToTwin(voices: Map<string, AnyRecord>, note: Note, level: number, newId: () => string): readonly Draft[] {
  const voice = note.f.voice === undefined ? undefined : voices.get(note.f.voice)
  if (voice === undefined || !isKind(voice, 'voice') || voice.f.level === level) return []
  const axis = note.f.axis ?? voice.f.axis
  if (axis === undefined) return []
  const twin = voiceFor(voices, identityOfVoice(voice), axis, level, newId, voice.id)
  for (const { record, kind, set } of twin.drafts) voices.set(record, { id: record, kind, f: set })
  return [...twin.drafts, draft('note', note.id, { voice: twin.id })]
}
