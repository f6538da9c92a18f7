import type { Session } from '#shared/model/record.ts'
import { inSessionTime } from '#shared/programme/session-clock.ts'
import { clockTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'

/** A moment as the clock of the session's room showed it. */
export function useSessionTime(session: Session | undefined): (ms: number) => string {
  const language = useLanguage()
  return (ms) => clockTime(inSessionTime(session, ms), language)
}
