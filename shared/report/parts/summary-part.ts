import { formatDay } from '../../i18n/format.ts'
import { RECOMMENDATION_CLASSES } from '../../process/lists.ts'
import { label, listed } from '../attribution.ts'
import { paragraphRange, type AxisReport } from '../axis-report.ts'
import { bold, chapter, paragraph } from '../blocks.ts'
import { run, type Block, type Run } from '../outline.ts'
import { axisName, sectionName, type ReportContext } from '../report-context.ts'
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
        notes: t('document:count.notes', { count: notes.length }),
        sessions: t('document:count.sessions', { count: sessions }),
        day: formatDay(request.date, lang),
      }),
    ),
    ...reports.filter((report) => report.notes.length > 0).map((report) => axisSummary(context, report)),
    ...asked(context, reports),
  ]
}

function axisSummary(context: ReportContext, report: AxisReport): Block {
  const { t, regions, request } = context
  const common =
    request.type === 'session'
      ? 'document:summary.themes'
      : regions.length > 0
        ? 'document:summary.trends'
        : 'document:summary.shared'
  const range = paragraphRange(report)
  const sentences = [
    said(
      context,
      common,
      report.trends.map(({ statement }) => statement.label.text),
    ),
    said(
      context,
      'document:summary.specificities',
      report.specificities.map(({ statement }) => specific(context, statement)),
    ),
    said(
      context,
      'document:summary.divergences',
      report.divergences.map(({ theme }) => label(context, theme)),
    ),
    range === null
      ? ''
      : t('document:summary.paragraphs', { count: range[1] - range[0] + 1, first: range[0], last: range[1] }),
  ].filter((sentence) => sentence !== '')
  return paragraph([bold(`${nameOf(context, report)}. `), run(sentences.join(' '))])
}

function nameOf(context: ReportContext, { axis }: AxisReport): string {
  const name = axisName(context, axis)
  return axis.record === null ? name : context.t('document:axis.title', { number: axis.number, label: name })
}

type Listing = 'trends' | 'shared' | 'specificities' | 'divergences' | 'themes'

const said = ({ t }: ReportContext, key: `document:summary.${Listing}`, items: readonly string[]): string =>
  items.length === 0 ? '' : t(key, { list: items.join(t('document:attribution.separator')) })

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
