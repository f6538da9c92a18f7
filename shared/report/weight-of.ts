import type { Reading } from '../evidence/evidence.ts'
import { weigh } from '../evidence/weight.ts'
import { byText } from './in-order.ts'

/** How widely and how strongly a theme is present. Cells are taken in one order: rounding must not decide between equals. */
export const weightOf = ({ cells, present }: Reading): number =>
  present + weigh(cells.toSorted((one, other) => byText(one.region, other.region))).mean
