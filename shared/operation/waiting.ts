import type { FoldState } from './fold-state.ts'
import { heldLevel, promiseOf } from './level-heads.ts'

/** A loosening written elsewhere, without effect until a person here accepts it. */
export interface Waiting {
  /** Id of the operation. */
  readonly id: string
  readonly record: string
  /** The level in force, and the one it would give way to. */
  readonly now: number
  readonly asked: number
}

/**
 * Loosenings that only wait for a person here: their consent covers the record, allows that level and stands. Without
 * one they count for nothing, accepted or not.
 */
export function waitingLoosenings(fold: FoldState): readonly Waiting[] {
  const waiting: Waiting[] = []
  for (const [record, { levels }] of fold.records) {
    for (const [id, { level, consent }] of levels) {
      if (consent === null || fold.accepted.has(id)) continue
      const now = levelIn(fold, record)
      const asked = levelIn({ ...fold, accepted: new Set([...fold.accepted, id]) }, record)
      if (asked < now) waiting.push({ id, record, now, asked: Math.max(asked, level) })
    }
  }
  return waiting
}

function levelIn(fold: FoldState, record: string): number {
  const state = fold.records.get(record)
  return state === undefined ? 0 : Math.max(heldLevel(fold, record, state), promiseOf(fold, record))
}
