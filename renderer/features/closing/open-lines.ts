import type { Closing } from '#shared/process/closing.ts'
import { DOUBTS, type Doubt } from '#shared/process/doubts.ts'

/** A line of the checklist; pictures and people are counted themselves, not the notes that they are about. */
export type LineId = Doubt | 'slots'

/** What is read again: notes of one doubt, or of any. */
export type Asked = Doubt | 'all'

export interface OpenLine {
  readonly id: LineId
  readonly count: number
}

/** What is open, gravest first; only what there is. */
export function openLines({ doubts, unnamed, pictures, slots }: Closing): readonly OpenLine[] {
  const counted: Readonly<Partial<Record<LineId, number>>> = {
    unnamed: Math.max(unnamed.length, doubts.has('unnamed') ? 1 : 0),
    picture: pictures.length,
    slots: slots.length,
  }
  return [...DOUBTS, 'slots' as const]
    .map((id) => ({ id, count: counted[id] ?? (id === 'slots' ? 0 : (doubts.get(id) ?? 0)) }))
    .filter(({ count }) => count > 0)
}
