import { formatDay, formatDays } from '../../i18n/format.ts'
import { labelOf } from '../../model/label.ts'
import type { AnyRecord } from '../../model/record.ts'
import { listed } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { chapter, heading, paragraph } from '../blocks.ts'
import { inOrder } from '../in-order.ts'
import { runs, type Block } from '../outline.ts'
import type { ReportContext } from '../report-context.ts'
import { outputsPart } from './output-part.ts'
import { synthesisPart } from './synthesis-part.ts'

/** Where the process goes from here: what is expected of each axis, the steps ahead, the frameworks it answers to. */
export function nextPart(context: ReportContext, reports: readonly AxisReport[]): readonly Block[] {
  const { t, request } = context
  const outputs = request.type === 'global' ? outputsPart(context, reports) : []
  const ahead = [
    ...reports.flatMap(({ axis }) => synthesisPart(context, axis, 'next')),
    ...(request.type === 'global' ? [...stepsAhead(context), ...frameworks(context)] : []),
  ]
  if (outputs.length + ahead.length === 0) return []
  return [
    ...(outputs.length > 0 ? [chapter(t('document:output.title')), ...outputs] : []),
    ...(ahead.length > 0 ? [heading(1, t('document:next.title')), ...ahead] : []),
  ]
}

const ofKind = ({ records }: ReportContext, kind: string): readonly AnyRecord[] =>
  inOrder([...records.values()].filter((record) => record.kind === kind))

/** In their author's order, those that are not over on the day of the document. */
export const stepsToCome = (context: ReportContext): readonly AnyRecord[] =>
  ofKind(context, 'step').filter(({ f }) => !(typeof f['end'] === 'string' && f['end'] < context.request.date))

function stepsAhead(context: ReportContext): readonly Block[] {
  const { t, lang, request } = context
  const ahead = stepsToCome(context)
  if (ahead.length === 0) return []
  return [
    {
      type: 'table',
      caption: t('document:next.caption'),
      header: [t('document:next.step'), t('document:next.date'), t('document:next.state')].map(runs),
      rows: ahead.map((step) => [labelOf(step, lang), dateOf(step, lang), stateOf(context, step)].map(runs)),
      widths: [56, 26, 18],
      legend: t('document:next.asOf', { day: formatDay(request.date, lang) }),
    },
  ]
}

export function dateOf(step: AnyRecord, lang: ReportContext['lang']): string {
  const words = labelOf(step, lang, 'dateWords')
  const { start, end } = step.f
  if (words !== '' || typeof start !== 'string') return words
  return formatDays(start, typeof end === 'string' ? end : start, lang)
}

const stateOf = (context: ReportContext, { f }: AnyRecord): string =>
  typeof f['state'] === 'string' ? listed(context, 'stepState', f['state']) : ''

function frameworks(context: ReportContext): readonly Block[] {
  const named = ofKind(context, 'document').filter(({ f }) => f['documentKind'] === 'framework')
  if (named.length === 0) return []
  const list = named.map((record) => labelOf(record, context.lang)).join(context.t('document:attribution.separator'))
  return [paragraph(context.t('document:next.frameworks', { list }))]
}
