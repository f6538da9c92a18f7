import type { Session } from '#shared/model/record.ts'

/** A day of the process, with its sessions; none on the day that is today. */
export interface Day {
  readonly day: string
  readonly sessions: readonly Session[]
  readonly isToday: boolean
  readonly isPast: boolean
}

/** The days on which there is a session, in order; today among them while there are sessions to come. */
export function chronology(sessions: readonly Session[], today: string): readonly Day[] {
  const byDay = new Map<string, Session[]>()
  for (const session of sessions) {
    const { date } = session.f
    if (date !== undefined) byDay.set(date, [...(byDay.get(date) ?? []), session])
  }
  const isUnderWay = [...byDay.keys()].some((day) => day > today)
  if (isUnderWay && !byDay.has(today)) byDay.set(today, [])
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, sessions]) => ({ day, sessions, isToday: day === today, isPast: day < today }))
}
