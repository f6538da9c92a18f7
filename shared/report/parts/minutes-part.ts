import { labelOf } from '../../model/label.ts'
import { label, listed, speakerAtStart } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { bold, bullets, heading, muted } from '../blocks.ts'
import { contribution, representatives } from '../contributions.ts'
import type { Divergence } from '../divergences.ts'
import { noteLinks } from '../note-links.ts'
import { run, type Block, type Runs } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import { organisationsHeard, someOrganisations } from '../presence.ts'
import type { ReportContext } from '../report-context.ts'
import { onceEach, type ReportNote } from '../report-note.ts'
import type { Statement } from '../statements.ts'
import { dayOfReport } from './cover-part.ts'
import { position } from './divergences-part.ts'
import { dateOf, stepsToCome } from './next-part.ts'

/** How much is said: lines of each part, then letters of each contribution. What is left out is named by its numbers. */
export interface Room {
  readonly most: number
  readonly cut: number
}

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
    ...part(t('document:divergences.title'), divergences(context, reports, { ...room, most: few })),
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

/** Settled notes of some kinds, kind after kind in the order given, each intervention once. */
const notesOf = ({ notes }: ReportContext, kinds: readonly string[]): readonly ReportNote[] =>
  kinds.flatMap((kind) => onceEach(notes.filter((note) => note.settled && note.kind === kind)))

type LeadOf = (note: ReportNote) => Runs

/** Those that speak best for the others, as many as there is room for, in their order. */
function contributions(
  context: ReportContext,
  notes: readonly ReportNote[],
  { most, cut }: Room,
  leadOf: LeadOf = () => [],
): readonly Runs[] {
  const best = new Set(representatives(context, notes, most))
  const shown = notes.filter((note) => best.has(note))
  return [
    ...shown.map((note) => contribution(context, note, { lead: leadOf(note), most: cut, who: speakerAtStart })),
    ...besides(
      context,
      notes.filter((note) => !best.has(note)),
    ),
  ]
}

/** Nothing that was said goes unmentioned: what there is no room for is named by its numbers. */
const besides = (context: ReportContext, notes: readonly ReportNote[]): readonly Runs[] =>
  notes.length === 0
    ? []
    : [[run(context.t('document:minutes.besides', { count: notes.length })), ...noteLinks(context, notes)]]

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
    .filter(({ notes, against }) => against.length === 0 && organisationsOf(notes) >= AGREEING)
    .toSorted((one, other) => organisationsOf(other.notes) - organisationsOf(one.notes))
  const lines = common.slice(0, most).map((statement) => agreement(context, statement))
  return [...lines, ...besides(context, onceEach(common.slice(most).flatMap(({ notes }) => notes)))]
}

/** What is common, and between how many, where the consultation wants its counts printed. */
function agreement(context: ReportContext, { label: theme, notes, axis }: Statement): Runs {
  const { t, readings } = context
  const organisations = someOrganisations(context, organisationsOf(notes), organisationsHeard(context, axis))
  const counts = readings === 'none' ? [] : [run(t('document:minutes.raisedBy', { organisations }))]
  return [{ ...theme, bold: true as const }, ...counts, ...noteLinks(context, notes)]
}

/** Themes that divided the room, each with what its sides said, then divergences that name no theme. */
function divergences(context: ReportContext, reports: readonly AxisReport[], { most, cut }: Room): readonly Runs[] {
  const divided = reports.flatMap((report) => report.divergences)
  const told = new Set(divided.flatMap(notesIn))
  const untagged = notesOf(context, ['divergence']).filter((note) => !told.has(note))
  return [
    ...divided.slice(0, most).flatMap((divergence) => sidesOf(context, divergence, cut)),
    ...besides(context, onceEach(divided.slice(most).flatMap(notesIn))),
    ...contributions(context, untagged, { most, cut }),
  ]
}

const notesIn = ({ sides }: Divergence): readonly ReportNote[] => sides.flatMap(([, notes]) => notes)

/** Each side on its own line, for each may be written in its own direction. */
const sidesOf = (context: ReportContext, { theme, sides }: Divergence, cut: number): readonly Runs[] =>
  sides.map(([side, notes]) => [
    bold(`${context.t('document:statement.who', { who: label(context, theme) })} `),
    ...position(context, side, notes, { most: cut, who: speakerAtStart }),
  ])

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
