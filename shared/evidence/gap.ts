import { type Comparison, distinct } from './axis-record.ts'
import type { Contributor } from './contributor.ts'
import type { Gap } from './evidence.ts'
import { fisher } from './fisher.ts'
import { newcombe } from './newcombe.ts'
import { type Removal, removalsOf } from './removals.ts'
import type { Thresholds } from './thresholds.ts'

/** A gap before the correction for many comparisons, its grade still `none`. */
export interface Measured {
  readonly gap: Gap
  /** Enough voices and organisations for its p to count; below, it counts as 1. */
  readonly weighty: boolean
  readonly signal: boolean
}

/**
 * How far a region stands from the others on a theme, which `supporting` support anywhere; nothing when nobody but its own
 * people spoke elsewhere.
 */
export function measure(
  comparison: Comparison,
  supporting: readonly Contributor[],
  thresholds: Thresholds,
): Measured | null {
  const { region, here, rest } = comparison
  if (rest.contributors.size === 0) return null
  const supporters = supporting.filter((contributor) => here.contributors.has(contributor))
  const elsewhere = supporting.filter((contributor) => rest.contributors.has(contributor))
  const counts = {
    x: supporters.length,
    n: here.contributors.size,
    restX: elsewhere.length,
    restN: rest.contributors.size,
  }
  const organisations = distinct(supporters, 'organisation')
  const weighty = counts.x >= thresholds.specificVoices && organisations >= thresholds.organisations
  const difference = newcombe(counts.x, counts.n, counts.restX, counts.restN)
  // Like-minded voices of one organisation are not as many witnesses: the more doubtful of the two tests decides.
  const p = Math.max(
    fisher(counts.x, counts.n, counts.restX, counts.restN),
    fisher(organisations, here.organisations, distinct(elsewhere, 'organisation'), rest.organisations),
  )
  const isAhead = weighty && difference.low > 0
  const signal = isAhead && isRobust({ comparison, supporters, elsewhere, counts }, thresholds)
  return { gap: { region, ...counts, ...difference, p, grade: 'none' }, weighty, signal }
}

type Counts = Pick<Gap, 'x' | 'n' | 'restX' | 'restN'>

interface Standing {
  readonly comparison: Comparison
  readonly supporters: readonly Contributor[]
  readonly elsewhere: readonly Contributor[]
  readonly counts: Counts
}

/** Without its only other region there is nothing left to compare with, hence nothing to contradict it. */
const staysAhead = ({ x, n, restX, restN }: Counts): boolean => restN === 0 || x * restN > restX * n

/** Whether it stays so without any one person, any one organisation, and any one other region. */
function isRobust(standing: Standing, { specificVoices }: Thresholds): boolean {
  const { comparison, supporters, elsewhere, counts } = standing
  const standsApart = ({ x, n, restX, restN }: Counts) =>
    x >= specificVoices - 1 && restN > 0 && newcombe(x, n, restX, restN).low > 0
  const without = (by: 'person' | 'organisation') =>
    removalsOf(comparison, by, supporters, elsewhere).map((removal) => less(counts, removal))
  return (
    without('person').every(standsApart) &&
    without('organisation').every(standsApart) &&
    withoutRegions(standing).every(staysAhead)
  )
}

function withoutRegions({ comparison: { rest }, elsewhere, counts }: Standing): readonly Counts[] {
  const parts = new Map<string, { n: number; restN: number; x: number; restX: number }>()
  const partOf = ({ region }: Contributor) => {
    const part = parts.get(region ?? '') ?? { n: 0, restN: 0, x: 0, restX: 0 }
    parts.set(region ?? '', part)
    return part
  }
  for (const contributor of rest.contributors) partOf(contributor).restN += 1
  for (const contributor of elsewhere) partOf(contributor).restX += 1
  return [...parts.values()].map((part) => less(counts, part))
}

const less = (counts: Counts, { x, n, restX, restN }: Removal): Counts => ({
  x: counts.x - x,
  n: counts.n - n,
  restX: counts.restX - restX,
  restN: counts.restN - restN,
})
