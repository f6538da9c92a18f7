import type { Session } from '../model/record.ts'

const MINUTE_MS = 60_000

/**
 * A moment of this computer's clock as that of the session's room has it, both in milliseconds since 1970. Every time that
 * is shown or printed of a session goes through it.
 */
export const inSessionTime = (session: Pick<Session, 'f'> | undefined, ms: number): number =>
  ms + (session?.f.clockOffset ?? 0) * MINUTE_MS
