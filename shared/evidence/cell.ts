import { type Section, distinct } from './axis-record.ts'
import type { Contributor, Position } from './contributor.ts'
import type { Cell } from './evidence.ts'
import type { Thresholds } from './thresholds.ts'

export const holding = (mentions: readonly Contributor[], theme: string, position: Position): readonly Contributor[] =>
  mentions.filter(({ positions }) => positions.get(theme) === position)

/** What the record holds of a theme in each region of an axis. */
export function cellsOf(
  sections: readonly Section[],
  theme: string,
  mentions: readonly Contributor[],
  thresholds: Thresholds,
): readonly Cell[] {
  const supporting = holding(mentions, theme, 'supports')
  const opposing = holding(mentions, theme, 'opposes')
  return sections.map(({ region, n, conclusive, through }) => {
    const supporters = supporting.filter((contributor) => contributor.region === region)
    const opponents = opposing.filter((contributor) => contributor.region === region)
    const x = supporters.length
    const organisations = distinct(supporters, 'organisation')
    return {
      region,
      n,
      x,
      o: opponents.length,
      organisations,
      opposingOrganisations: distinct(opponents, 'organisation'),
      conclusive,
      through,
      present: conclusive && isPresent(x, n, organisations, thresholds),
    }
  })
}

const isPresent = (x: number, n: number, organisations: number, thresholds: Thresholds): boolean =>
  x >= thresholds.presentVoices && thresholds.presentOneIn * x >= n && organisations >= thresholds.organisations
