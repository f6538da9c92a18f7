import { isKind, type AnyRecord, type Note, type Records } from '../model/record.ts'
import type { FoldState } from '../operation/fold-state.ts'
import { heldLevel, promiseOf } from '../operation/level-heads.ts'
import type { Values } from '../operation/operation.ts'
import { levelOfConsultation, levelOfNote, sidesOf } from '../privacy/levels.ts'
import type { Draft } from './draft.ts'
import { identityOfVoice, voiceFor, voicesIn } from './voices.ts'

/** Fields that hold a record to an attribution: going back leaves them at their strictest. */
export const RULES: ReadonlySet<string> = new Set(['level', 'consent', 'promised', 'withdrawn'])

/** Former records under the rules of then and of now, whichever are stricter. */
export interface KeptRules {
  /** The record as it was, but a note that is now held to a stricter level speaks through a voice of that level. */
  held(record: AnyRecord): AnyRecord
  /** What must be written for those voices to exist, once every record was asked for. */
  drafts(): readonly Draft[]
}

export function keptRules(fold: FoldState, now: Records, former: Records, newId: () => string): KeptRules {
  const after = new Map([...former].map(([id, record]) => [id, underRules(fold, record)]))
  const voices = voicesIn(new Map([...now, ...former]))
  const drafts: Draft[] = []
  const [then, since] = [levelOfConsultation(former), levelOfConsultation(after)]

  function twinOf(note: Note, voice: string, level: number): string {
    const known = voices.get(voice)
    if (known === undefined || !isKind(known, 'voice') || known.f.level === level) return voice
    const axis = note.f.axis ?? known.f.axis
    if (axis === undefined) return voice
    const twin = voiceFor(voices, identityOfVoice(known), axis, level, newId, voice)
    for (const { record, kind, set } of twin.drafts) voices.set(record, { id: record, kind, f: set })
    drafts.push(...twin.drafts)
    return twin.id
  }

  return {
    drafts: () => drafts,
    held(record) {
      if (!isKind(record, 'note') || record.f.voice === undefined) return record
      const level = levelOfNote(after, after.get(record.id) as Note, since)
      if (level <= levelOfNote(former, record, then)) return record
      return { ...record, f: { ...record.f, voice: twinOf(record, record.f.voice, level) } }
    },
  }
}

/**
 * What puts back a stricter rule of then. Without a consent: what was tightened in between and freed again must hold once
 * more if that consent is withdrawn.
 */
export function tightened(fold: FoldState, former: AnyRecord): Values {
  const then = ruleIn(former)
  return then > ruleNow(fold, former) ? { level: then, consent: null } : {}
}

/** Level or promise, whichever is stricter; 0 when the record leaves the question to what contains it. */
const ruleIn = ({ f }: AnyRecord): number => Math.max(Number(f['level'] ?? 0), Number(f['promised'] ?? 0))

/** The rule that holds already, once the record is back in its places: one that it then leaves goes on holding it. */
function ruleNow(fold: FoldState, former: AnyRecord): number {
  const state = fold.records.get(former.id)
  if (state === undefined) return 0
  const fields = new Map(state.fields)
  for (const place of ['session', 'segment']) {
    const heads = sidesOf(former, place).map((value, index) => [String(index), { value, class: 'c' }] as const)
    fields.set(place, { heads: new Map(heads), replaced: null })
  }
  return Math.max(heldLevel(fold, former.id, { ...state, fields }), promiseOf(fold, former.id))
}

function underRules(fold: FoldState, record: AnyRecord): AnyRecord {
  const level = Math.max(ruleIn(record), ruleNow(fold, record))
  return level === 0 ? record : { ...record, f: { ...record.f, level } }
}
