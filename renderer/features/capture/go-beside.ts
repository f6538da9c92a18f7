import { isKind } from '#shared/model/record.ts'
import { slotBeside, slotsIn } from '#shared/programme/slot-clock.ts'
import { inSessionTime } from '#shared/programme/session-clock.ts'
import { timeOfDay } from '../../state/clock-time.ts'
import { edit } from '../../state/edits.ts'
import { usePage } from '../../state/workspace-store.ts'
import { timeOfSession } from './slot-of-moment.ts'

export type Way = 'next' | 'previous'

let last: Promise<unknown> = Promise.resolve()

/** Goes to the slot beside, and notes when it began: each step from where the one before it led, however fast they come. */
export function goBeside(session: string, way: Way): void {
  last = last.then(() => step(session, way))
}

async function step(id: string, way: Way): Promise<void> {
  const records = usePage.getState().workspace?.records
  const session = records?.get(id)
  if (records === undefined || session === undefined || !isKind(session, 'session')) return
  const now = Date.now()
  const slot = slotBeside(slotsIn(records, id), timeOfSession(session, now), way)
  if (slot !== null) await edit({ type: 'slot.go', slot: slot.id, at: timeOfDay(inSessionTime(session, now)) })
}
