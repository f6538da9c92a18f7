import { isKind, type RecordOf, type Records, type Session } from '#shared/model/record.ts'
import { levelOfSegment, levelOfSession, type Level } from '#shared/privacy/levels.ts'
import { usePage } from '../../state/workspace-store.ts'
import { newId } from '../../state/new-id.ts'
import { setLine, useCapture } from './capture-store.ts'
import { act } from './voice-acts.ts'

type Segment = RecordOf<'segment'>

/** The part of a session that what is noted now belongs to, when one is held. */
export function partOf(records: Records, session: Session, id: string | null): Segment | undefined {
  const part = id === null ? undefined : records.get(id)
  return part !== undefined && isKind(part, 'segment') && part.f.session === session.id ? part : undefined
}

/** The rule that holds for what is noted now. */
export const levelNow = (records: Records, session: Session, part: Segment | undefined): Level =>
  Math.max(levelOfSession(records, session), levelOfSegment(part)) as Level

export const OFF_THE_RECORD = 6

/**
 * Holds what comes to a stricter rule, and `notes` that were taken already. The line is under it at once; should it not
 * be written, the line goes back to the rule it was under.
 */
export async function holdPart(session: Session, level: number, notes: readonly string[] = []): Promise<void> {
  const former = useCapture.getState().line.segment
  const part = partOf(usePage.getState().workspace?.records ?? new Map(), session, former)
  const segment = part !== undefined && levelOfSegment(part) === level ? part.id : newId()
  setLine({ segment })
  const isHeld = await act({ type: 'segment.hold', segment, session: session.id, level, notes: [...notes] })
  if (!isHeld && useCapture.getState().line.segment === segment) setLine({ segment: former })
}

/** One key: off the record from now on, or back to the session's rule. */
export function togglePart(session: Session): void {
  const records = usePage.getState().workspace?.records ?? new Map()
  const isHeld = partOf(records, session, useCapture.getState().line.segment) !== undefined
  if (isHeld) setLine({ segment: null })
  else if (levelOfSession(records, session) < OFF_THE_RECORD) void holdPart(session, OFF_THE_RECORD)
}
