import { formatDay } from '../../i18n/format.ts'
import { RECOMMENDATION_CLASSES } from '../../process/lists.ts'
import { listed } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { paragraph } from '../blocks.ts'
import { byText } from '../in-order.ts'
import { noteLinks } from '../note-links.ts'
import { reported } from '../note-text.ts'
import { runs, type Block, type Runs } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import { organisationsHeard, someOrganisations } from '../presence.ts'
import type { ReportContext } from '../report-context.ts'
import type { ReportNote } from '../report-note.ts'
import { settledOf } from './lists-part.ts'

/** Recommendations are printed whole. */
const WHOLE = 2000

/** Every recommendation, by class and addressee, after a sentence that says how many ask. */
export function recommendationsPart(context: ReportContext, report: AxisReport): readonly Block[] {
  const { t, lang, request } = context
  const notes = settledOf(report, 'recommendation').toSorted((one, other) => byText(orderOf(one), orderOf(other)))
  if (notes.length === 0) return []
  const recommendations = t('document:count.recommendations', { count: notes.length })
  const asking = organisationsOf(notes)
  const organisations = someOrganisations(context, asking, organisationsHeard(context, report.axis.id))
  return [
    ...(context.readings === 'none'
      ? []
      : [paragraph(t('document:recommendations.lead', { recommendations, organisations }))]),
    {
      type: 'table',
      caption: t('document:recommendations.caption'),
      header: [
        t('document:recommendations.text'),
        t('document:recommendations.addressee'),
        t('document:recommendations.class'),
      ].map(runs),
      rows: notes.map((note) => row(context, note)),
      widths: [62, 20, 18],
      legend: t('document:recommendations.legend', { recommendations, day: formatDay(request.date, lang) }),
      small: true,
    },
  ]
}

function row(context: ReportContext, note: ReportNote): readonly Runs[] {
  const { recommendationClass, addressee } = note.record.f
  const unstated = context.t('document:recommendations.unstated')
  return [
    [...reported(context, note, WHOLE), ...noteLinks(context, [note])],
    runs(addressee ?? unstated),
    runs(recommendationClass === undefined ? unstated : listed(context, 'recommendationClass', recommendationClass)),
  ]
}

function orderOf({ record: { id, f } }: ReportNote): string {
  const at = RECOMMENDATION_CLASSES.findIndex((known) => known === f.recommendationClass)
  return `${at === -1 ? RECOMMENDATION_CLASSES.length : at} ${f.addressee ?? '\uffff'} ${id}`
}
