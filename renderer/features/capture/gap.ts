import type { Found, KeptDraft } from '#shared/contract/opening.ts'
import type { Session } from '#shared/model/record.ts'
import { minutesOfTime } from '#shared/programme/paste/slot-times.ts'
import { inSessionTime } from '#shared/programme/session-clock.ts'
import { dayOf, timeOfDay } from '../../state/clock-time.ts'

/** A shorter silence is nothing to tell. */
const SHORTEST_MS = 60_000
/** How late a session may still be going on, in minutes. */
const OVERRUN = 60

export interface Gap {
  /** Both in milliseconds since 1970, by this computer's clock. */
  readonly from: number
  readonly to: number
}

/**
 * How long nothing could be noted in a session, when the program stopped by itself while it was going on: from the last
 * sign of life, a writing or a key, until it is open again. `null` when it was closed, or when the session was over.
 */
export function gapIn(
  session: Session,
  { found, drafts }: { readonly found: readonly Found[]; readonly drafts: readonly KeptDraft[] },
  now: number,
): Gap | null {
  const stopped = found.find((one) => one.type === 'NotClosed')
  if (stopped === undefined) return null
  const from = Math.max(stopped.lastWriting ?? 0, ...drafts.map(({ at }) => at))
  const isShort = now - from < SHORTEST_MS
  return isShort || !wasOn(session, from) || dayOf(from) !== dayOf(now) ? null : { from, to: now }
}

function wasOn(session: Session, ms: number): boolean {
  const there = inSessionTime(session, ms)
  const { date, start, end } = session.f
  const minutes = minutesOfTime(timeOfDay(there)) ?? 0
  return (
    date === dayOf(there) &&
    minutes >= (minutesOfTime(start ?? '') ?? 0) - OVERRUN &&
    minutes <= (minutesOfTime(end ?? '') ?? Number.POSITIVE_INFINITY) + OVERRUN
  )
}
