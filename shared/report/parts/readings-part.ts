import { formatDay } from '../../i18n/format.ts'
import type { Reading } from '../../evidence/evidence.ts'
import { label } from '../attribution.ts'
import { byText } from '../in-order.ts'
import { runs, type Block } from '../outline.ts'
import { readingWords } from '../presence.ts'
import type { ReportAxis, ReportContext } from '../report-context.ts'
import { weightOf } from '../weight-of.ts'

/** What the data answer of each theme, one table per axis, the most widely present first. */
export const readingsPart = (context: ReportContext): readonly Block[] =>
  context.axes.flatMap((axis) => {
    const readings = context.evidence.readings.filter((reading) => reading.axis === axis.id)
    return readings.length === 0 ? [] : [readingsTable(context, axis, readings)]
  })

function readingsTable(context: ReportContext, { number }: ReportAxis, readings: readonly Reading[]): Block {
  const { t, lang, house, request } = context
  const ordered = readings.toSorted(
    (one, other) => weightOf(other) - weightOf(one) || byText(label(context, one.theme), label(context, other.theme)),
  )
  return {
    type: 'table',
    caption: t('document:readings.caption', { number }),
    header: [
      t('document:readings.theme'),
      t('document:readings.reading'),
      t('document:readings.presence'),
      t(`document:readings.voices.${house}`),
      t('document:readings.opposing'),
    ].map(runs),
    rows: ordered.map((reading) =>
      [
        label(context, reading.theme),
        readingWords(context, reading),
        t('document:readings.presenceValue', { present: reading.present, conclusive: reading.conclusive }),
        `${reading.voices}`,
        `${reading.opposing}`,
      ].map(runs),
    ),
    widths: [30, 34, 12, 14, 10],
    figures: [3, 4],
    legend: t('document:readings.legend', {
      withoutData: readings[0]?.withoutData ?? 0,
      day: formatDay(request.date, lang),
    }),
    small: true,
  }
}
