import type { RecordOf, Records } from '../model/record.ts'
import { isKind } from '../model/record.ts'

export type Slot = RecordOf<'slot'>

/** The slots of a session in the order of their times; those without one where they stood in the programme. */
export const slotsOf = (records: Iterable<Slot>, session: string): readonly Slot[] =>
  [...records].filter(({ f }) => f.session === session).toSorted(inOrder)

export const slotsIn = (records: Records, session: string): readonly Slot[] =>
  slotsOf(
    [...records.values()].filter((one) => isKind(one, 'slot')),
    session,
  )

const inOrder = (a: Slot, b: Slot): number =>
  (a.f.start === undefined || b.f.start === undefined || a.f.start === b.f.start
    ? (a.f.order ?? 0) - (b.f.order ?? 0)
    : a.f.start.localeCompare(b.f.start)) || (a.id < b.id ? -1 : 1)

/**
 * The slot that one is in at a time of day, `HH:MM`: the last that was begun by hand and not ended, else that of the clock,
 * as planned. `null` between two slots; `time` is `null` on any other day than that of the session.
 */
export function slotAt(slots: readonly Slot[], time: string | null): Slot | null {
  const begun = slots.findLast(({ f }) => f.began !== undefined && f.ended === undefined)
  if (begun !== undefined) return begun
  if (time === null) return null
  const planned = slots.findLast(({ f }) => f.start !== undefined && f.start <= time)
  if (planned === undefined || planned.f.ended !== undefined) return null
  const end = planned.f.end ?? slots[slots.indexOf(planned) + 1]?.f.start
  return end === undefined || time < end ? planned : null
}

/** Where the key of the next slot, or of the one before, goes from here; `null` when there is none. */
export function slotBeside(slots: readonly Slot[], time: string | null, way: 'next' | 'previous'): Slot | null {
  const current = slotAt(slots, time)
  if (current !== null) return slots[slots.indexOf(current) + (way === 'next' ? 1 : -1)] ?? null
  const coming = slots.findIndex(({ f }) => f.ended === undefined && (time === null || (f.start ?? time) >= time))
  const next = coming < 0 ? slots.length : coming
  return slots[way === 'next' ? next : next - 1] ?? null
}
