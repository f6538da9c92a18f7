import { isKind, type Records, type Session } from '#shared/model/record.ts'
import { inSessionTime } from '#shared/programme/session-clock.ts'
import { slotAt, slotsIn } from '#shared/programme/slot-clock.ts'
import { dayOf, timeOfDay } from '../../state/clock-time.ts'

/** Where the clock stands on the day of the session; `null` on any other day. */
export const timeOfSession = (session: Session, ms: number): string | null =>
  session.f.date === dayOf(inSessionTime(session, ms)) ? timeOfDay(inSessionTime(session, ms)) : null

/** The slot of the session that was on at a moment, in milliseconds since 1970; nothing between two slots. */
export function slotOfMoment(records: Records, session: string, ms: number): { readonly slot?: string } {
  const record = records.get(session)
  if (record === undefined || !isKind(record, 'session')) return {}
  const slot = slotAt(slotsIn(records, session), timeOfSession(record, ms))
  return slot === null ? {} : { slot: slot.id }
}
