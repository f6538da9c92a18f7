import { labelOf } from '../../model/label.ts'
import type { AnyRecord } from '../../model/record.ts'
import { bullets, section } from '../blocks.ts'
import { inOrder } from '../in-order.ts'
import { written } from '../note-text.ts'
import { run, runs, type Block } from '../outline.ts'
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

/** What the process comes from: earlier meetings and texts, by year. */
export const heritagePart = (context: ReportContext): readonly Block[] =>
  section(
    2,
    context.t('document:heritage.title'),
    bullets(
      ofKind(context, 'heritage', 'year').map((record) => {
        const { year } = record.f
        const label = labelOf(record, context.lang)
        return typeof year === 'number' ? [run(`${year}. `), ...runs(label)] : runs(label)
      }),
    ),
  )
