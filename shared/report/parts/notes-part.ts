import { formatDay } from '../../i18n/format.ts'
import { labelOf } from '../../model/label.ts'
import { attributionAtStart, listed } from '../attribution.ts'
import { heading, muted } from '../blocks.ts'
import { wholeText } from '../note-text.ts'
import type { Block } from '../outline.ts'
import { axisName, type ReportAxis, type ReportContext } from '../report-context.ts'
import { CHATHAM, type ReportNote } from '../report-note.ts'

/** Every contribution of the document under its number, axis by axis. */
export function notesPart(context: ReportContext): readonly Block[] {
  const words = sourceWords(context)
  return [
    muted(context.t('document:notes.lead')),
    ...context.axes.flatMap((axis) => {
      const notes = context.notes.filter((note) => note.axis === axis.id)
      return notes.length === 0 ? [] : axisNotes(context, axis, notes, words)
    }),
  ]
}

const axisNotes = (context: ReportContext, axis: ReportAxis, notes: readonly ReportNote[], words: SourceWords) => [
  heading(2, title(context, axis)),
  ...notes.map((note) => annexNote(context, note, words)),
]

const title = (context: ReportContext, axis: ReportAxis): string =>
  axis.record === null
    ? axisName(context, axis)
    : context.t('document:axis.title', { number: axis.number, label: labelOf(axis.record, context.lang) })

/** What many notes share, worded once: formats are slow to make. */
interface SourceWords {
  /** « séance du 10 mai 2021 », by session. */
  readonly sessionDays: ReadonlyMap<string, string>
  readonly languages: Intl.DisplayNames
  /** Interventions that several notes are of. */
  readonly together: ReadonlyMap<string, readonly ReportNote[]>
}

const sourceWords = ({ t, lang, sessions, notes }: ReportContext): SourceWords => ({
  sessionDays: new Map(
    sessions.flatMap(({ id, f: { date } }) =>
      date === undefined ? [] : [[id, t('document:notes.sessionDay', { day: formatDay(date, lang) })]],
    ),
  ),
  languages: new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }),
  together: byIntervention(notes),
})

const annexNote = (context: ReportContext, note: ReportNote, words: SourceWords): Block => ({
  type: 'annexNote',
  number: context.numberOf.get(note) ?? 0,
  runs: wholeText(context, note),
  attribution: [
    attributionAtStart(context, note),
    listed(context, 'noteKind', note.kind),
    ...sessionDay(context, note, words),
    ...originalLanguage(context, note, words),
    ...sameIntervention(context, note, words),
  ].join(context.t('document:attribution.separator')),
})

/** When it was said is part of who said it: only what names an organisation at least says the day too. */
function sessionDay({ request }: ReportContext, { level, record }: ReportNote, words: SourceWords): readonly string[] {
  if (level >= CHATHAM - 1 || request.type === 'session') return []
  const day = words.sessionDays.get(record.f.session ?? '')
  return day === undefined ? [] : [day]
}

/** A text of another language than the document's says which. */
function originalLanguage(
  { t, lang }: ReportContext,
  { record: { f } }: ReportNote,
  { languages }: SourceWords,
): readonly string[] {
  if (f.lang === undefined || f.lang === lang) return []
  const language = LANGUAGE_TAG.test(f.lang) ? languages.of(f.lang) : f.lang
  return [t('document:notes.original', { language: language ?? f.lang })]
}

/** Two people noted it: each note is printed, and says with which it was counted. */
function sameIntervention(
  { t, numberOf }: ReportContext,
  note: ReportNote,
  { together }: SourceWords,
): readonly string[] {
  const others = together.get(note.intervention)?.filter((other) => other !== note) ?? []
  const numbers = others.flatMap((other) => numberOf.get(other) ?? []).join(', ')
  return others.length === 0 ? [] : [t('document:notes.same', { count: others.length, numbers })]
}

function byIntervention(notes: readonly ReportNote[]): SourceWords['together'] {
  const together = new Map<string, ReportNote[]>()
  for (const note of notes) together.set(note.intervention, [...(together.get(note.intervention) ?? []), note])
  return together
}

/** What has a name in other languages; anything else is printed as it was written. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/
