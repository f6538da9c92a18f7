import type { Operation } from '../operation/operation.ts'
import { countByKind, type KindCounts, type Merged, type Outcome } from './plan-merge.ts'

/**
 * What one of several files does to the records it speaks of, by kind. A record that another file changes, and of which
 * this one says nothing new, is identical for this one.
 */
export function countsOfFile(
  operations: readonly Operation[],
  { outcomes }: Pick<Merged, 'outcomes'>,
  fresh: ReadonlySet<string>,
): Readonly<Record<string, KindCounts>> {
  const told = new Set<string>()
  const news = new Set<string>()
  for (const { id, head } of operations) {
    told.add(head.r)
    if (fresh.has(id)) news.add(head.r)
  }
  return countByKind(
    [...told].flatMap((record): readonly Outcome[] => {
      const found = outcomes.get(record)
      if (found === undefined) return []
      const isOthers = !news.has(record) && (found.outcome === 'added' || found.outcome === 'updated')
      return [isOthers ? { ...found, outcome: 'identical' } : found]
    }),
  )
}
