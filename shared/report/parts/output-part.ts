import { labelOf } from '../../model/label.ts'
import { paragraphRange, type AxisReport } from '../axis-report.ts'
import { asSentence, bold, box } from '../blocks.ts'
import { run, runs, type Block, type Run, type Runs } from '../outline.ts'
import { axisName, type ReportContext } from '../report-context.ts'
import { written } from '../note-text.ts'
import { regionOfSynthesis, stateMark, synthesesOf, type Synthesis } from './synthesis-part.ts'

/** What the axis brings to the output expected of it; a correspondence that nobody confirmed says so. */
export function outputPart(context: ReportContext, report: AxisReport): readonly Block[] {
  const { t } = context
  const output = outputOf(context, report)
  if (output === '' || context.request.type === 'session') return []
  const range = paragraphRange(report)
  const elements = synthesesOf(context, report.axis, 'output').filter(
    (synthesis) => regionOfSynthesis(context, synthesis) === (context.request.region ?? null),
  )
  return [
    box([
      bold(`${t('document:output.lead')} `),
      run(t('document:output.name', { output })),
      ...elements.flatMap((synthesis) => element(context, synthesis)),
      ...(range === null ? [] : [run(` ${paragraphs(context, range)}`)]),
      ...toConfirm(context, report),
    ]),
  ]
}

/** What someone wrote that the axis brings, with the state of their text. */
const element = (context: ReportContext, synthesis: Synthesis): Runs => {
  const { text = '' } = synthesis.f
  return [run(' '), { ...written(context, text), text: asSentence(text) }, run(' '), stateMark(context, synthesis)]
}

const outputOf = ({ lang }: ReportContext, { axis: { record } }: AxisReport): string =>
  labelOf(record ?? undefined, lang, 'output')

const paragraphs = ({ t }: ReportContext, [first, last]: readonly [number, number]): string =>
  t('document:summary.paragraphs', { count: last - first + 1, first, last })

const toConfirm = ({ t }: ReportContext, { axis: { record } }: AxisReport): readonly Run[] =>
  record?.f['outputState'] === 'to-confirm' ? [run(` ${t('document:output.toConfirm')}`, { warn: true })] : []

/** The outputs of all axes side by side. */
export function outputsPart(context: ReportContext, reports: readonly AxisReport[]): readonly Block[] {
  const { t } = context
  const awaited = reports.filter((report) => outputOf(context, report) !== '')
  if (awaited.length === 0) return []
  return [
    {
      type: 'table',
      caption: t('document:output.caption'),
      header: [
        t('document:participation.axis'),
        t('document:output.output'),
        t('document:output.paragraphs'),
        t('document:output.state'),
      ].map(runs),
      rows: awaited.map((report) => outputRow(context, report)),
      widths: [26, 40, 14, 20],
    },
  ]
}

function outputRow(context: ReportContext, report: AxisReport): readonly Runs[] {
  const { t } = context
  const { axis } = report
  const range = paragraphRange(report)
  const isPending = axis.record?.f['outputState'] === 'to-confirm'
  return [
    runs(t('document:axis.row', { number: axis.number, label: axisName(context, axis) })),
    runs(outputOf(context, report)),
    runs(
      range === null
        ? '–'
        : t('document:output.range', { count: range[1] - range[0] + 1, first: range[0], last: range[1] }),
    ),
    isPending ? [run(t('document:output.pending'), { warn: true })] : runs(t('document:output.confirmed')),
  ]
}
