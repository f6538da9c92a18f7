import { labelOf } from '../../model/label.ts'
import type { AnyRecord } from '../../model/record.ts'
import { asSentence, bullets, paragraph, section } from '../blocks.ts'
import { byText, inOrder } from '../in-order.ts'
import { written } from '../note-text.ts'
import type { Block } from '../outline.ts'
import type { ReportContext } from '../report-context.ts'

const ofKind = ({ records }: ReportContext, kind: string, order = 'order'): readonly AnyRecord[] =>
  inOrder(
    [...records.values()].filter((record) => record.kind === kind),
    order,
  )

/** Key messages, in the words of those who wrote them. */
export const messagesPart = (context: ReportContext): readonly Block[] =>
  section(
    2,
    context.t('document:messages.title'),
    bullets(
      ofKind(context, 'keyMessage').map(({ f }) => [written(context, typeof f['text'] === 'string' ? f['text'] : '')]),
    ),
  )

/** What the process comes from: earlier meetings and texts, year by year. */
export function heritagePart(context: ReportContext): readonly Block[] {
  const { t, lang } = context
  const earlier = ofKind(context, 'heritage', 'year')
  const years = [...new Set(earlier.map(({ f }) => f['year']))]
  const items = years.map((year) => {
    const labels = earlier.filter(({ f }) => f['year'] === year).map((record) => labelOf(record, lang))
    const list = labels.toSorted(byText).join(t('document:attribution.separator'))
    return typeof year === 'number' ? t('document:heritage.year', { year, list }) : asSentence(list)
  })
  return section(2, t('document:heritage.title'), items.length === 0 ? [] : [paragraph(items.join(' '))])
}
