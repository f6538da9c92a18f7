import { fail, ok } from '../kit/result.ts'
import { isKind, type Note, type Records } from '../model/record.ts'
import { levelOfSegment, levelOfSession } from '../privacy/levels.ts'
import type { CommandOf, EditFailure } from './command.ts'
import { draft } from './draft.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import { tightenLevel } from './edit-levels.ts'

type Hold = CommandOf<'segment.hold'>

/**
 * Begins a part of a session under a stricter rule, or takes more notes into one. Notes that were taken before move to
 * voices of that rule, and keep it whatever becomes of the part.
 */
export function holdSegment(context: EditContext, command: Hold): EditResult {
  const { records } = context
  const failure = whyNot(records, command)
  if (failure !== null) return fail(failure)
  const { segment, session, level } = command
  const notes = command.notes.map((id) => records.get(id) as Note)
  const looser = notes.filter(({ f }) => (f.level ?? 0) < level).map(({ id }) => id)
  const begun = records.has(segment)
    ? []
    : [draft('segment', segment, { session, level, order: orderIn(records, session) })]
  const held = looser.length === 0 ? ok([]) : tightenLevel(context, { type: 'level.tighten', records: looser, level })
  if (!held.ok) return held
  // A note stays in the part that it was said in: the other rule is written on it all the same.
  const placed = notes.filter(({ f, conflicts }) => f.segment === undefined && conflicts?.['segment'] === undefined)
  return ok([...begun, ...held.value, ...placed.map(({ id }) => draft('note', id, { segment }))])
}

function whyNot(records: Records, { segment: id, session: sessionId, level, notes }: Hold): EditFailure | null {
  const [session, segment] = [records.get(sessionId), records.get(id)]
  if (session === undefined || !isKind(session, 'session')) return { type: 'RecordNotFound', record: sessionId }
  if (segment !== undefined && (!isKind(segment, 'segment') || segment.f.session !== sessionId))
    return { type: 'NotEditable', kind: segment.kind }
  const rule = segment === undefined ? levelOfSession(records, session) : levelOfSegment(segment)
  if (level < rule) return { type: 'LooserThanNow', record: segment?.id ?? sessionId, level }
  const other = notes.find(
    (note) => records.get(note)?.kind !== 'note' || records.get(note)?.f['session'] !== sessionId,
  )
  return other === undefined ? null : { type: 'RecordNotFound', record: other }
}

const orderIn = (records: Records, session: string): number =>
  1 + [...records.values()].filter((one) => isKind(one, 'segment') && one.f.session === session).length
