import type { KindCounts, MergePlan } from './plan-merge.ts'

/** Kinds that have a line of their own, in this order; the others are counted together. */
export const COUNTED_KINDS = [
  'note',
  'speaker',
  'person',
  'voice',
  'organisation',
  'theme',
  'tag',
  'synthesis',
  'session',
] as const
export type CountedKind = (typeof COUNTED_KINDS)[number] | 'other'

export const OUTCOMES = ['added', 'updated', 'identical', 'conflicting', 'removed', 'kept'] as const

export interface CountRow extends KindCounts {
  readonly kind: CountedKind
  /** The sum of the outcomes: every record is counted once. */
  readonly total: number
}

const NONE: KindCounts = { added: 0, updated: 0, identical: 0, conflicting: 0, removed: 0, kept: 0 }

const sum = (a: KindCounts, b: KindCounts): KindCounts => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  identical: a.identical + b.identical,
  conflicting: a.conflicting + b.conflicting,
  removed: a.removed + b.removed,
  kept: a.kept + b.kept,
})

const rowOf = (kind: CountedKind, counts: KindCounts): CountRow => ({
  kind,
  ...counts,
  total: OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0),
})

/** Notes always, then every kind that the files speak of. */
export function countRows(counts: MergePlan['counts']): readonly CountRow[] {
  const isCounted = (kind: string): boolean => COUNTED_KINDS.some((counted) => counted === kind)
  const others = Object.entries(counts).filter(([kind]) => !isCounted(kind))
  const rows = [
    ...COUNTED_KINDS.map((kind) => rowOf(kind, counts[kind] ?? NONE)),
    rowOf('other', others.map(([, count]) => count).reduce(sum, NONE)),
  ]
  return rows.filter(({ kind, total }) => kind === 'note' || total > 0)
}
