import { type Section, distinct } from './axis-record.ts'
import type { Contributor, Position } from './contributor.ts'
import type { Cell } from './evidence.ts'
import type { Part } from './parts.ts'
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
  return sections.map(({ region, n, conclusive, through }) => {
    const here = mentions.filter((contributor) => contributor.region === region)
    const supporters = holding(here, theme, 'supports')
    const opponents = holding(here, theme, 'opposes')
    const counts = { n, x: supporters.length, organisations: distinct(supporters, 'organisation') }
    return {
      region,
      ...counts,
      o: opponents.length,
      opposingOrganisations: distinct(opponents, 'organisation'),
      conclusive,
      through,
      present: conclusive && isPresent(counts, thresholds),
    }
  })
}

const isPresent = ({ x, n, organisations }: Pick<Cell, 'x' | 'n' | 'organisations'>, thresholds: Thresholds): boolean =>
  x >= thresholds.presentVoices && thresholds.presentOneIn * x >= n && organisations >= thresholds.organisations

/** The cell once one organisation has left. It stays as conclusive as it was: who was there is not asked again. */
export function cellWithout(cell: Cell, part: Part | undefined, thresholds: Thresholds): Cell {
  if (part === undefined) return cell
  const left = {
    ...cell,
    n: cell.n - part.n,
    x: cell.x - part.x,
    o: cell.o - part.o,
    organisations: cell.organisations - Math.sign(part.x),
    opposingOrganisations: cell.opposingOrganisations - Math.sign(part.o),
  }
  return { ...left, present: cell.conclusive && isPresent(left, thresholds) }
}
