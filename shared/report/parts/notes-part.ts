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
  return [
    muted(context.t('document:notes.lead')),
    ...context.axes.flatMap((axis) => {
      const notes = context.notes.filter((note) => note.axis === axis.id)
      return notes.length === 0
        ? []
        : [heading(2, title(context, axis)), ...notes.map((note) => annexNote(context, note))]
    }),
  ]
}

const title = (context: ReportContext, axis: ReportAxis): string =>
  axis.record === null
    ? axisName(context, axis)
    : context.t('document:axis.title', { number: axis.number, label: labelOf(axis.record, context.lang) })

const annexNote = (context: ReportContext, note: ReportNote): Block => ({
  type: 'annexNote',
  number: context.numberOf.get(note) ?? 0,
  runs: wholeText(context, note),
  attribution: [
    attributionAtStart(context, note),
    listed(context, 'noteKind', note.kind),
    ...sessionDay(context, note),
    ...originalLanguage(context, note),
  ].join(context.t('document:attribution.separator')),
})

/** When it was said is part of who said it: only what names an organisation at least says the day too. */
function sessionDay({ records, t, lang, request }: ReportContext, { level, record }: ReportNote): readonly string[] {
  const session = record.f.session === undefined ? undefined : records.get(record.f.session)
  const day = session?.f['date']
  if (level >= CHATHAM - 1 || request.type === 'session' || typeof day !== 'string') return []
  return [t('document:notes.sessionDay', { day: formatDay(day, lang) })]
}

/** A translation is beneath: what it was made from is named. */
function originalLanguage({ t, lang }: ReportContext, { record: { f } }: ReportNote): readonly string[] {
  if (f.lang === undefined || f.lang === lang) return []
  const language = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }).of(f.lang) ?? f.lang
  return [t('document:notes.original', { language })]
}
