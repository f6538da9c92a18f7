import type { Cell } from './evidence.ts'
import { geometricMean, jeffreysMean } from './jeffreys.ts'

export interface Weight {
  /** Geometric mean of the Jeffreys means of conclusive regions, from 0 to 1: the order of themes on an axis. */
  readonly mean: number
  /** Where the theme weighs least, the first of equals; without a conclusive region, nowhere. */
  readonly least: Cell | null
}

/** How much a theme weighs over the conclusive regions, whatever their number. */
export function weigh(cells: readonly Cell[]): Weight {
  const conclusive = cells.filter((cell) => cell.conclusive)
  const least = conclusive.reduce<Cell | null>(
    (lowest, cell) => (lowest === null || share(cell) < share(lowest) ? cell : lowest),
    null,
  )
  return { mean: geometricMean(conclusive.map(share)), least }
}

const share = ({ x, n }: Cell): number => jeffreysMean(x, n)
