import type { Operation } from '../operation/operation.ts'
import { countByKind, type KindCounts, type Merged, type Outcome } from './plan-merge.ts'

/**
 * What one of several files does to the records it speaks of, by kind. A record that another file changes, and of which
 * this one says nothing new, is identical for this one; what nobody says anything new of changes with another record, as
 * notes do with a session that is put away. `fresh` are the ids of what is new.
 */
export function countsOfFile(
  operations: readonly Operation[],
  merged: Pick<Merged, 'outcomes' | 'fresh'>,
  fresh: ReadonlySet<string>,
): Readonly<Record<string, KindCounts>> {
  const told = new Set<string>()
  const news = new Set<string>()
  for (const { id, head } of operations) {
    told.add(head.r)
    if (fresh.has(id)) news.add(head.r)
  }
  const newsOfAll = new Set(merged.fresh.map(({ head }) => head.r))
  return countByKind(
    [...told].flatMap((record): readonly Outcome[] => {
      const found = merged.outcomes.get(record)
      if (found === undefined) return []
      const isOthers =
        newsOfAll.has(record) && !news.has(record) && (found.outcome === 'added' || found.outcome === 'updated')
      return [isOthers ? { ...found, outcome: 'identical' } : found]
    }),
  )
}
