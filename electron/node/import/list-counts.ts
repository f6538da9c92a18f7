import type { ParticipantCounts } from '#shared/contract/participant-calls.ts'
import type { PlannedRow } from '#shared/programme/participants/plan-participants.ts'

/** Kinds of records that a list of people is compared with. */
export const ABOUT_PEOPLE: ReadonlySet<string> = new Set([
  'person',
  'organisation',
  'speaker',
  'voice',
  'region',
  'session',
])

/** How many people of a list are new, here already or changed, and how many ask whether they are someone known. */
export function countsOf(rows: readonly PlannedRow[]): ParticipantCounts {
  const counts = { new: 0, here: 0, changed: 0, asked: 0 }
  for (const { status, question } of rows) {
    counts[status] += 1
    if (question !== null) counts.asked += 1
  }
  return counts
}
