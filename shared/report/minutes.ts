import { attributionOf, nameAndOrganisation } from './attribution.ts'
import { axisReports } from './axis-report.ts'
import { box } from './blocks.ts'
import type { Block } from './outline.ts'
import { linesOf } from './page-lines.ts'
import { minutesCover, minutesFigures, type TellWho } from './parts/minutes-figures-part.ts'
import type { Room } from './parts/minutes-lines.ts'
import { minutesPart } from './parts/minutes-part.ts'
import type { ReportContext } from './report-context.ts'

/** Lines of two pages set in small, as we count them; Word may lay them out a little otherwise. */
const TWO_PAGES = 104

interface Fit extends Room {
  readonly who: TellWho
}

/** From the most that is said of each thing to the least. */
const FITS: readonly Fit[] = [
  { most: 8, cut: 240, who: attributionOf },
  { most: 6, cut: 180, who: attributionOf },
  { most: 5, cut: 140, who: attributionOf },
  { most: 5, cut: 140, who: nameAndOrganisation },
  { most: 4, cut: 110, who: nameAndOrganisation },
  { most: 4, cut: 80, who: nameAndOrganisation },
  { most: 3, cut: 110, who: nameAndOrganisation },
  { most: 3, cut: 80, who: nameAndOrganisation },
  { most: 2, cut: 140, who: nameAndOrganisation },
]
const SHORTEST: Fit = { most: 2, cut: 80, who: nameAndOrganisation }

/**
 * Two pages for those who were there and those who were not. The longer the sitting, the less is said of each thing and
 * the more is left to the session's report, by its numbers.
 */
export function minutesBlocks(context: ReportContext): readonly Block[] {
  const reports = axisReports(context)
  const figures = minutesFigures(context)
  const method = box(context.t(`document:method.sentence.${context.house}`))
  const written = (fit: Fit) => [
    minutesCover(context, fit.who),
    ...figures,
    ...minutesPart(context, reports, fit),
    method,
  ]
  return written(FITS.find((fit) => linesOf(written(fit)) <= TWO_PAGES) ?? SHORTEST)
}
