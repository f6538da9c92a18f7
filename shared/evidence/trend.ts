import { type AxisRecord, distinct } from './axis-record.ts'
import { cellWithout, holding } from './cell.ts'
import type { Contributor } from './contributor.ts'
import type { Cell } from './evidence.ts'
import { partsOf } from './parts.ts'
import type { Thresholds } from './thresholds.ts'
import { wilson } from './wilson.ts'

const opposes = ({ o, opposingOrganisations }: Cell, { opposingVoices, organisations }: Thresholds): boolean =>
  o >= opposingVoices && opposingOrganisations >= organisations

const conclusiveOf = (cells: readonly Cell[]): readonly Cell[] => cells.filter(({ conclusive }) => conclusive)

/** Supporters dominate in a conclusive region and opponents in another. */
export function isDivergence(cells: readonly Cell[], thresholds: Thresholds): boolean {
  const conclusive = conclusiveOf(cells)
  return (
    conclusive.some((cell) => opposes(cell, thresholds) && cell.o > cell.x) &&
    conclusive.some((cell) => cell.x > cell.o && cell.organisations >= thresholds.organisations)
  )
}

/** `groups`: regions of the axis, conclusive or not. Where there are only two, both are needed and enough. */
export function isTrend(cells: readonly Cell[], groups: number, thresholds: Thresholds): boolean {
  const conclusive = conclusiveOf(cells)
  const present = conclusive.filter((cell) => cell.present).length
  const [part, whole] = thresholds.trendShare
  return (
    present >= (groups === 2 ? 2 : thresholds.trendRegions) &&
    whole * present >= part * conclusive.length &&
    !conclusive.some((cell) => opposes(cell, thresholds) && cell.o > cell.x)
  )
}

/** Whether a conclusive region opposes a trend without outweighing its supporters. */
export const isContested = (cells: readonly Cell[], thresholds: Thresholds): boolean =>
  conclusiveOf(cells).some((cell) => opposes(cell, thresholds))

export interface Trend {
  readonly record: AxisRecord
  readonly theme: string
  readonly mentions: readonly Contributor[]
  readonly cells: readonly Cell[]
  readonly groups: number
}

/** Whether a trend stands on fewer persons than regions, or falls with any one organisation. */
export function restsOnTooFew({ record, theme, mentions, cells, groups }: Trend, thresholds: Thresholds): boolean {
  const supporting = holding(mentions, theme, 'supports')
  const present = new Set<string | null>(cells.filter((cell) => cell.present).map(({ region }) => region))
  const carriers = supporting.filter(({ region }) => present.has(region))
  if (distinct(carriers, 'person') < present.size) return true
  const parts = new Map(
    record.comparisons.map(({ region, here }) => [region, partsOf(here.contributors, theme, 'organisation')]),
  )
  const without = (organisation: string) =>
    cells.map((cell) => cellWithout(cell, parts.get(cell.region)?.get(organisation), thresholds))
  // One that does not support can only help by leaving.
  const organisations = new Set(supporting.map(({ organisation }) => organisation))
  return [...organisations].some((organisation) => !isTrend(without(organisation), groups, thresholds))
}

/** Conclusive regions where nobody mentioned a trend, and surely less than half as often as elsewhere. */
export function notRecordedIn(
  { comparisons }: AxisRecord,
  theme: string,
  mentions: readonly Contributor[],
): readonly string[] {
  const supporting = holding(mentions, theme, 'supports')
  return comparisons
    .filter(({ region, here, rest }) => {
      if (rest.contributors.size === 0 || mentions.some((contributor) => contributor.region === region)) return false
      const elsewhere = supporting.filter((contributor) => rest.contributors.has(contributor)).length
      return 2 * wilson(0, here.contributors.size).high < elsewhere / rest.contributors.size
    })
    .map(({ region }) => region)
}
