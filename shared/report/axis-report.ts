import { representatives } from './contributions.ts'
import type { ReportAxis, ReportContext } from './report-context.ts'
import type { ReportNote } from './report-note.ts'
import { isOfSession } from './report-request.ts'
import { divergencesOf, type Divergence } from './divergences.ts'
import { specificitiesOf, themesOf, themesRaised, themesSaid, trendsOf, type Statement } from './statements.ts'

/** A statement, the number of its paragraph in the document, and the contributions that speak for it. */
export interface Numbered {
  readonly statement: Statement
  readonly paragraph: number
  readonly contributions: readonly ReportNote[]
}

/** What is said of one axis, before it is written: the summary, the sections and the outputs point to it. */
export interface AxisReport {
  readonly axis: ReportAxis
  readonly notes: readonly ReportNote[]
  readonly trends: readonly Numbered[]
  readonly specificities: readonly Numbered[]
  readonly divergences: readonly Divergence[]
  /** Themes that were raised and that nothing above takes up: nothing that was said goes unmentioned. */
  readonly others: readonly string[]
  /** Contributions that speak for a statement: they are printed once. */
  readonly used: ReadonlySet<ReportNote>
}

const OF_TREND = 3
const OF_SPECIFICITY = 2

/** The axes of a document, their paragraphs numbered through it. */
export function axisReports(context: ReportContext): readonly AxisReport[] {
  let paragraphs = 0
  return context.axes.map((axis) => {
    const report = axisReport(context, axis, paragraphs + 1)
    paragraphs += report.trends.length + report.specificities.length + (report.others.length > 0 ? 1 : 0)
    return report
  })
}

function axisReport(context: ReportContext, axis: ReportAxis, first: number): AxisReport {
  const used = new Set<ReportNote>()
  const number = (statements: readonly Statement[], from: number, most: number): readonly Numbered[] =>
    statements.map((statement, index) => {
      const contributions = representatives(context, unused(statement, used), most)
      for (const note of contributions) used.add(note)
      return { statement, paragraph: from + index, contributions }
    })
  const stated = isOfSession(context.request) ? themesRaised(context, axis) : trendsOf(context, axis)
  const trends = number(stated, first, OF_TREND)
  const specificities = number(specificitiesShown(context, axis), first + trends.length, OF_SPECIFICITY)
  const divergences = divergencesOf(context, axis)
  const said = themesSaid([...trends, ...specificities].map(({ statement }) => statement))
  const divided = new Set(divergences.map(({ theme }) => theme))
  const others = themesOf(context, axis).filter((theme) => !said.has(theme) && !divided.has(theme))
  const notes = context.notes.filter((note) => note.axis === axis.id)
  return { axis, notes, trends, specificities, divergences, others, used }
}

/** What no other statement has shown yet, unless there is nothing else to show. */
function unused({ notes }: Statement, used: ReadonlySet<ReportNote>): readonly ReportNote[] {
  const shown = new Set([...used].map(({ intervention }) => intervention))
  const fresh = notes.filter(({ intervention }) => !shown.has(intervention))
  return fresh.length > 0 ? fresh : notes
}

/** One sitting is compared with nothing; a section's synthesis says only what is specific to that section. */
function specificitiesShown(context: ReportContext, axis: ReportAxis): readonly Statement[] {
  const { type, region } = context.request
  if (isOfSession(context.request)) return []
  return specificitiesOf(context, axis).filter((statement) => type !== 'regional' || statement.region === region)
}

/** The paragraphs of an axis, first and last; `null` when it has none. */
export function paragraphRange({ trends, specificities }: AxisReport): readonly [first: number, last: number] | null {
  const paragraphs = [...trends, ...specificities].map(({ paragraph }) => paragraph)
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}
