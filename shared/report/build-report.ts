import type { Evidence } from '../evidence/evidence.ts'
import type { ChanceFindings } from '../evidence/permutation.ts'
import { formatDay } from '../i18n/format.ts'
import type { Projected } from '../privacy/project.ts'
import { axisReports } from './axis-report.ts'
import { chapter } from './blocks.ts'
import type { Block, Outline } from './outline.ts'
import { axisPart } from './parts/axis-part.ts'
import { minutesBlocks } from './minutes.ts'
import { calendarPart } from './parts/calendar-part.ts'
import { coverPart } from './parts/cover-part.ts'
import { heritagePart, messagesPart } from './parts/front-part.ts'
import { methodPart } from './parts/method-part.ts'
import { nextPart } from './parts/next-part.ts'
import { notesPart } from './parts/notes-part.ts'
import { participationPart } from './parts/participation-part.ts'
import { sectionsPart } from './parts/sections-part.ts'
import { summaryPart } from './parts/summary-part.ts'
import { reportContext, type ReportContext } from './report-context.ts'
import type { ReportRequest } from './report-request.ts'
import { titles } from './titles.ts'

export type { ReportRequest } from './report-request.ts'

/**
 * A document from what its audience may see. The same records, in any order, give the same outline; nothing in it comes
 * from a clock. `chance` is what chance alone would find, `null` where it was not drawn.
 */
export function buildReport(
  records: Projected,
  request: ReportRequest,
  evidence: Evidence,
  chance: ChanceFindings | null,
): Outline {
  const context = reportContext(records, request, evidence, chance)
  const { t, lang, consultation } = context
  return {
    lang,
    ...titles(context),
    organiser: consultation?.f.organiser ?? '',
    version: t('document:version', { day: formatDay(request.date, lang) }),
    ...(consultation?.f.sample === true && { footer: t('document:sample') }),
    date: request.date,
    blocks: request.type === 'minutes' ? minutesBlocks(context) : blocksOf(context),
    ...(request.type === 'minutes' && { compact: true as const }),
  }
}

function blocksOf(context: ReportContext): readonly Block[] {
  const { t, request, regions } = context
  const reports = axisReports(context)
  const isGlobal = request.type === 'global'
  return [
    coverPart(context),
    { type: 'contents', title: t('document:contents') },
    ...summaryPart(context, reports),
    ...(isGlobal ? [...messagesPart(context), ...heritagePart(context)] : []),
    ...participationPart(context),
    ...reports.flatMap((report) => axisPart(context, report)),
    ...(isGlobal && regions.length > 0 ? sectionsPart(context, reports) : []),
    ...nextPart(context, reports),
    ...annexes(context),
  ]
}

/** Annexes are numbered as they come: one without content has no number. */
function annexes(context: ReportContext): readonly Block[] {
  const { t, readings } = context
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [t(readings === 'none' ? 'document:annex.method' : 'document:annex.methodReadings'), methodPart(context)],
    [t('document:annex.sessions'), calendarPart(context)],
    [t('document:annex.notes'), notesPart(context)],
  ]
  return parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([label, blocks], index) => annex(t('document:annex.title', { number: index + 1, label }), blocks))
}

const annex = (title: string, blocks: readonly Block[]): readonly Block[] => [chapter(title), ...blocks]
