import type { RegisterEntry } from '#shared/contract/backup-calls.ts'
import type { Settings } from '#shared/contract/replies.ts'

const DAY_MS = 86_400_000
const PERIOD_MS: Readonly<Record<Settings['reminder'], number>> = { never: Infinity, day: DAY_MS, week: 7 * DAY_MS }

/** When the last backup left, milliseconds since 1970; null when none did. */
export const lastBackup = (register: readonly RegisterEntry[]): number | null =>
  register.reduce<number | null>((last, { kind, at }) => (kind === 'backup' ? Math.max(last ?? at, at) : last), null)

/** Whether a backup is due at the moment `now`: the last one is older than the person wished, or there is none. */
export const isReminderDue = (reminder: Settings['reminder'], last: number | null, now: number): boolean =>
  reminder !== 'never' && now - (last ?? -Infinity) >= PERIOD_MS[reminder]
