import type { ReportAxis, ReportContext } from './report-context.ts'
import type { ReportNote } from './report-note.ts'
import { divergencesOf, type Divergence } from './parts/divergences-part.ts'
import { specificitiesOf, themesOf, themesRaised, themesSaid, trendsOf, type Statement } from './statements.ts'

/** A statement and the number of its paragraph in the document. */
export interface Numbered {
  readonly statement: Statement
  readonly paragraph: number
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
}

/** The axes of a document, their paragraphs numbered through it. */
export function axisReports(context: ReportContext): readonly AxisReport[] {
  let next = 1
  const number = (statements: readonly Statement[]): readonly Numbered[] =>
    statements.map((statement) => ({ statement, paragraph: next++ }))
  return context.axes.map((axis) => {
    const trends = number(context.request.type === 'session' ? themesRaised(context, axis) : trendsOf(context, axis))
    const specificities = number(specificitiesShown(context, axis))
    const divergences = divergencesOf(context, axis)
    const said = themesSaid([...trends, ...specificities].map(({ statement }) => statement))
    const divided = new Set(divergences.map(({ theme }) => theme))
    const others = themesOf(context, axis).filter((theme) => !said.has(theme) && !divided.has(theme))
    // The other themes of an axis are one paragraph, after all those above.
    if (others.length > 0) next += 1
    const notes = context.notes.filter((note) => note.axis === axis.id)
    return { axis, notes, trends, specificities, divergences, others }
  })
}

/** One sitting is compared with nothing; a section's synthesis says only what is specific to that section. */
function specificitiesShown(context: ReportContext, axis: ReportAxis): readonly Statement[] {
  const { type, region } = context.request
  if (type === 'session') return []
  return specificitiesOf(context, axis).filter((statement) => type !== 'regional' || statement.region === region)
}

/** The paragraphs of an axis, first and last; `null` when it has none. */
export function paragraphRange({ trends, specificities }: AxisReport): readonly [first: number, last: number] | null {
  const paragraphs = [...trends, ...specificities].map(({ paragraph }) => paragraph)
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}
