import { type Comparison, distinct } from './axis-record.ts'
import { holding } from './cell.ts'
import type { Contributor } from './contributor.ts'
import type { Gap } from './evidence.ts'
import { fisher } from './fisher.ts'
import { newcombe } from './newcombe.ts'
import { type Part, partsOf } from './parts.ts'
import type { Thresholds } from './thresholds.ts'

/** A gap before the correction for many comparisons, its grade still `none`. */
export interface Measured {
  readonly gap: Gap
  /** Enough voices and organisations for its p to count; below, it counts as 1. */
  readonly weighty: boolean
  readonly signal: boolean
}

/** How far a region stands from the others on a theme; nothing when nobody but its own people spoke elsewhere. */
export function measure(
  comparison: Comparison,
  theme: string,
  mentions: readonly Contributor[],
  thresholds: Thresholds,
): Measured | null {
  const { region, here, rest } = comparison
  if (rest.contributors.size === 0) return null
  const supporting = holding(mentions, theme, 'supports')
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
  const signal = weighty && difference.low > 0 && isRobust(comparison, theme, counts, thresholds)
  return { gap: { region, ...counts, ...difference, p, grade: 'none' }, weighty, signal }
}

type Counts = Pick<Gap, 'x' | 'n' | 'restX' | 'restN'>

function isRobust(comparison: Comparison, theme: string, counts: Counts, { specificVoices }: Thresholds): boolean {
  const standsApart = ({ x, n, restX, restN }: Counts) =>
    x >= specificVoices - 1 && restN > 0 && newcombe(x, n, restX, restN).low > 0
  // Without its only other region there is nothing left to compare with, hence nothing to contradict it.
  const staysAhead = ({ x, n, restX, restN }: Counts) => restN === 0 || x * restN > restX * n
  return (
    remainders(comparison, theme, counts, 'person').every(standsApart) &&
    remainders(comparison, theme, counts, 'organisation').every(standsApart) &&
    regionRemainders(comparison, theme, counts).every(staysAhead)
  )
}

/** What is left of the counts when each person, or organisation, is removed from all regions at once. */
function remainders(
  { here, rest }: Comparison,
  theme: string,
  counts: Counts,
  by: 'person' | 'organisation',
): readonly Counts[] {
  const partsHere = partsOf(here.contributors, theme, by)
  const partsElsewhere = partsOf(rest.contributors, theme, by)
  const tokens = new Set([...partsHere.keys(), ...partsElsewhere.keys()])
  return [...tokens].map((token) => without(counts, partsHere.get(token), partsElsewhere.get(token)))
}

const regionRemainders = ({ rest }: Comparison, theme: string, counts: Counts): readonly Counts[] =>
  [...partsOf(rest.contributors, theme, 'region').values()].map((part) => without(counts, undefined, part))

const NOTHING: Part = { x: 0, o: 0, n: 0 }

const without = ({ x, n, restX, restN }: Counts, here: Part = NOTHING, elsewhere: Part = NOTHING): Counts => ({
  x: x - here.x,
  n: n - here.n,
  restX: restX - elsewhere.x,
  restN: restN - elsewhere.n,
})
