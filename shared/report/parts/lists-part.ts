import type { AxisReport } from '../axis-report.ts'
import { bullets, muted } from '../blocks.ts'
import { contribution, representatives } from '../contributions.ts'
import type { Block } from '../outline.ts'
import type { ReportContext } from '../report-context.ts'
import { onceEach, type ReportNote } from '../report-note.ts'

const PRACTICES = 6
/** A promise or a question is not cut in its middle. */
const WHOLE = 600

export const settledOf = ({ notes }: AxisReport, kind: string): readonly ReportNote[] =>
  onceEach(notes.filter((note) => note.settled && note.kind === kind))

/** Some practices, one per section first, that no statement shows already; the annex has them all. */
export function practicesPart(context: ReportContext, report: AxisReport): readonly Block[] {
  const all = settledOf(report, 'practice')
  const unread = all.filter((note) => !report.used.has(note))
  const shown = representatives(context, unread, PRACTICES)
  if (shown.length === 0) return []
  const more = context.t('document:practices.more', { shown: shown.length, count: all.length })
  return [
    ...bullets(shown.map((note) => contribution(context, note))),
    ...(shown.length < all.length ? [muted(more)] : []),
  ]
}

/** Every commitment taken on the axis, with who takes it. */
export const commitmentsPart = (context: ReportContext, report: AxisReport): readonly Block[] =>
  wholeList(context, settledOf(report, 'commitment'))

/** Open questions, in what a section or a rapporteur hands on. */
export const questionsPart = (context: ReportContext, report: AxisReport): readonly Block[] =>
  isHandedOn(context) ? wholeList(context, settledOf(report, 'question')) : []

/** What the chair concluded, in the account of a session. */
export const conclusionsPart = (context: ReportContext, report: AxisReport): readonly Block[] =>
  context.request.type === 'session' ? wholeList(context, settledOf(report, 'chair-conclusion')) : []

const isHandedOn = ({ request: { type } }: ReportContext): boolean => type === 'regional' || type === 'session'

const wholeList = (context: ReportContext, notes: readonly ReportNote[]): readonly Block[] =>
  bullets(notes.map((note) => contribution(context, note, { most: WHOLE })))
