import { formatDay } from '../../i18n/format.ts'
import { RECOMMENDATION_CLASSES } from '../../process/lists.ts'
import { label, listed } from '../attribution.ts'
import { paragraphRange, type AxisReport } from '../axis-report.ts'
import { bold, bullets, chapter, paragraph } from '../blocks.ts'
import { run, type Block, type Run, type Runs } from '../outline.ts'
import { axisName, sectionName, type ReportContext } from '../report-context.ts'
import { interventionsOf } from '../report-note.ts'
import type { Statement } from '../statements.ts'
import { settledOf } from './lists-part.ts'

/** One page for who will read no other: per axis what is common, specific and disputed, then how much is asked. */
export function summaryPart(context: ReportContext, reports: readonly AxisReport[]): readonly Block[] {
  const { t, lang, notes, request } = context
  const sessions = new Set(notes.map(({ record }) => record.f.session)).size
  return [
    chapter(t('document:summary.title')),
    paragraph(
      t('document:summary.opening', {
        notes: t('document:count.notes', { count: interventionsOf(notes) }),
        sessions: t('document:count.sessions', { count: sessions }),
        day: formatDay(request.date, lang),
      }),
    ),
    ...reports.filter((report) => report.notes.length > 0).flatMap((report) => axisSummary(context, report)),
    ...asked(context, reports),
  ]
}

/** The name of the axis, where to read of it, and a line for each thing that is said of it. */
function axisSummary(context: ReportContext, report: AxisReport): readonly Block[] {
  const { t, regions, request } = context
  const common = request.type === 'session' ? 'themes' : regions.length > 0 ? 'trends' : 'shared'
  const range = paragraphRange(report)
  const where =
    range === null
      ? ''
      : t('document:summary.paragraphs', { count: range[1] - range[0] + 1, first: range[0], last: range[1] })
  return [
    paragraph([bold(`${nameOf(context, report)}. `), run(where)]),
    ...bullets([
      ...line(
        context,
        common,
        report.trends.map(({ statement }) => withPresence(context, statement)),
      ),
      ...line(
        context,
        'specificities',
        report.specificities.map(({ statement }) => specific(context, statement)),
      ),
      ...line(
        context,
        'divergences',
        report.divergences.map(({ theme }) => label(context, theme)),
      ),
    ]),
  ]
}

function nameOf(context: ReportContext, { axis }: AxisReport): string {
  const name = axisName(context, axis)
  return axis.record === null ? name : context.t('document:axis.title', { number: axis.number, label: name })
}

type Listing = 'trends' | 'shared' | 'specificities' | 'divergences' | 'themes'

function line({ t }: ReportContext, listing: Listing, items: readonly string[]): readonly Runs[] {
  if (items.length === 0) return []
  const list = items.join(t('document:attribution.separator'))
  return [[bold(`${t(`document:summary.${listing}`)} `), run(t('document:summary.list', { list }))]]
}

/** « Rendre compte avant de consulter (5 sections concluantes sur 5) », where there is one theme to count. */
function withPresence(context: ReportContext, { label, readings }: Statement): string {
  const { t, readings: printed, request } = context
  const [reading, ...others] = readings
  const isCompared = printed !== 'none' && (request.type === 'global' || request.type === 'thematic')
  if (!isCompared || reading === undefined || others.length > 0 || reading.conclusive === 0) return label.text
  const sections = t('document:presence.sections', { count: reading.present, conclusive: reading.conclusive })
  return t('document:summary.present', { label: label.text, sections })
}

/** A section's own synthesis does not name it at every line. */
const specific = (context: ReportContext, { region, label }: Statement): string =>
  region === null || context.request.type === 'regional'
    ? label.text
    : context.t('document:summary.specificity', { section: sectionName(context, region), label: label.text })

function asked(context: ReportContext, reports: readonly AxisReport[]): readonly Block[] {
  const { t } = context
  const recommendations = reports.flatMap((report) => settledOf(report, 'recommendation'))
  const commitments = reports.flatMap((report) => settledOf(report, 'commitment')).length
  if (recommendations.length === 0) return []
  const classes = RECOMMENDATION_CLASSES.flatMap((of) => {
    const count = recommendations.filter(({ record }) => record.f.recommendationClass === of).length
    return count === 0
      ? []
      : [t('document:summary.class', { label: listed(context, 'recommendationClass', of), number: count })]
  })
  const all = t('document:count.recommendations', { count: recommendations.length })
  const words: readonly Run[] = [
    bold(`${t('document:summary.recommendations')} `),
    run(
      t('document:summary.recommendationsValue', {
        recommendations:
          classes.length === 0
            ? all
            : t('document:summary.withClasses', { recommendations: all, classes: classes.join(', ') }),
        commitments: t('document:count.commitments', { count: commitments }),
      }),
    ),
  ]
  return [paragraph(words)]
}
