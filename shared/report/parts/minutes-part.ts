import { labelOf } from '../../model/label.ts'
import { listed } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { bold, bullets, heading, muted } from '../blocks.ts'
import { noteLinks } from '../note-links.ts'
import { run, type Block, type Runs } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import { organisationsHeard, someOrganisations } from '../presence.ts'
import type { ReportContext } from '../report-context.ts'
import { onceEach, type ReportNote } from '../report-note.ts'
import type { Statement } from '../statements.ts'
import { dayOfReport } from './cover-part.ts'
import { minutesDivergences } from './minutes-divergences-part.ts'
import { besides, contributions, notesOf, type LeadOf, type Room } from './minutes-lines.ts'
import { dateOf, stepsToCome } from './next-part.ts'

/** Figures quoted and divergences take more room than the rest. */
const FEW = 3

/** Themes that this many organisations raise, and none disputes, are common ground. */
const AGREEING = 2

/** What came out of a sitting: each line ends with the numbers of the notes that it rests on. */
export function minutesPart(context: ReportContext, reports: readonly AxisReport[], room: Room): readonly Block[] {
  const { t } = context
  const ofKinds = (kinds: readonly string[], most = room.most, leadOf?: LeadOf) =>
    contributions(context, notesOf(context, kinds), { ...room, most }, leadOf)
  const few = Math.min(room.most, FEW)
  return [
    ...part(t('document:minutes.quoted'), ofKinds(['figure'], few)),
    ...part(t('document:messages.title'), [
      ...ofKinds(['chair-conclusion'], few, kindLead(context)),
      ...ofKinds(['priority', 'advocacy']),
    ]),
    ...part(t('document:minutes.agreements'), agreements(context, reports, room.most)),
    ...part(t('document:divergences.title'), minutesDivergences(context, reports, { ...room, most: few })),
    ...part(t('document:commitments.title'), ofKinds(['commitment'])),
    ...part(t('document:next.title'), [
      ...ofKinds(['recommendation', 'question'], room.most, kindLead(context)),
      ...steps(context),
    ]),
    muted(t('document:minutes.numbers', { day: dayOfReport(context) })),
  ]
}

const part = (title: string, items: readonly Runs[]): readonly Block[] =>
  items.length === 0 ? [] : [heading(1, title), ...bullets(items)]

/** « Recommandation (État). », where a list holds more than one kind. */
const kindLead =
  (context: ReportContext): LeadOf =>
  ({ kind, record: { f } }) => {
    const { t } = context
    const name = listed(context, 'noteKind', kind)
    const title = `${name.charAt(0).toLocaleUpperCase()}${name.slice(1)}`
    const to = kind === 'recommendation' ? f.addressee : undefined
    return [bold(`${to === undefined ? `${title}.` : t('document:minutes.addressed', { title, to })} `)]
  }

function agreements(context: ReportContext, reports: readonly AxisReport[], most: number): readonly Runs[] {
  const common = reports
    .flatMap(({ trends }) => trends.map(({ statement }) => statement))
    .filter(({ notes, against }) => against.length === 0 && organisationsOf(notes) >= AGREEING && !notes.some(isHeld))
    .toSorted((one, other) => organisationsOf(other.notes) - organisationsOf(one.notes))
  const lines = common.slice(0, most).map((statement) => agreement(context, statement))
  return [...lines, ...besides(context, onceEach(common.slice(most).flatMap(({ notes }) => notes)))]
}

/** A position on a divergence is no sign of agreement, even where it opposes nobody. */
const isHeld = ({ record }: ReportNote): boolean => record.f.positionOf !== undefined

/** What is common, and between how many, where the consultation wants its counts printed. */
function agreement(context: ReportContext, { label: theme, notes, axis }: Statement): Runs {
  const { t, readings } = context
  const organisations = someOrganisations(context, organisationsOf(notes), organisationsHeard(context, axis))
  const counts = readings === 'none' ? [] : [run(t('document:minutes.raisedBy', { organisations }))]
  return [{ ...theme, bold: true as const }, ...counts, ...noteLinks(context, notes)]
}

/** The next steps of the process, on one line. */
function steps(context: ReportContext): readonly Runs[] {
  const { t, lang } = context
  const ahead = stepsToCome(context).slice(0, 2)
  if (ahead.length === 0) return []
  const list = ahead.map((step) => [labelOf(step, lang), dateOf(step, lang)].filter((part) => part !== '').join(', '))
  return [
    [
      bold(`${t('document:minutes.steps')} `),
      run(t('document:summary.list', { list: list.join(t('document:attribution.separator')) })),
    ],
  ]
}
