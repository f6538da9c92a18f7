import { RULES, type Drop } from '../operation/drop.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Operation } from '../operation/operation.ts'

interface Sorted {
  /** What takes part. */
  readonly taken: readonly Operation[]
  /** What waits for a person. */
  readonly aside: readonly Operation[]
}

/**
 * What rests on destroyed words waits, since it may say them once more. Whoever sends the drop along knew of it, and what
 * they wrote is taken. A rule never waits. `fold` is the state with all drops, those that came along included.
 */
export function sortByDrops(fold: FoldState, fresh: readonly Operation[], drops: readonly Drop[]): Sorted {
  const cameAlong = new Set(drops)
  const waits = new Set([...fold.dropped].filter((id) => !cameAlong.has(id)))
  if (waits.size === 0) return { taken: fresh, aside: [] }
  const aside = new Set<Operation>()
  // What rests on what waits may stand before it: once more as long as some are found.
  for (let found = -1; found !== aside.size;) {
    found = aside.size
    for (const operation of fresh) {
      if (!aside.has(operation) && restsOn(operation, waits) && mayWait(operation)) {
        aside.add(operation)
        waits.add(operation.id)
      }
    }
  }
  return { taken: fresh.filter((operation) => !aside.has(operation)), aside: [...aside] }
}

const restsOn = ({ head }: Operation, ids: ReadonlySet<string>): boolean =>
  Object.values(head.o ?? {}).some((named) => named.some((id) => ids.has(id)))

const mayWait = ({ head, body }: Operation): boolean =>
  head.g === undefined && body !== undefined && !Object.keys(body.set).some((field) => RULES.has(field))
