import { formatDay } from '../../i18n/format.ts'
import { labelOf } from '../../model/label.ts'
import { listed } from '../attribution.ts'
import { runs, type Block } from '../outline.ts'
import type { ReportContext } from '../report-context.ts'

/** The sessions of the document, held or not, in the order of their days; the account of one needs no list. */
export function calendarPart(context: ReportContext): readonly Block[] {
  const { t, lang, sessions, notes, request } = context
  if (sessions.length === 0 || request.type === 'session') return []
  const rows = sessions.map((session) => {
    const { date, state = 'to-confirm', mode } = session.f
    const taken = notes.filter(({ record }) => record.f.session === session.id).length
    return [
      date === undefined ? t('document:calendar.undated') : formatDay(date, lang),
      labelOf(session, lang),
      mode === undefined ? '' : listed(context, 'mode', mode),
      listed(context, 'consultationState', state),
      taken === 0 && state !== 'held' ? '–' : `${taken}`,
    ]
  })
  return [
    {
      type: 'table',
      caption: t('document:calendar.caption'),
      header: [
        t('document:calendar.date'),
        t('document:calendar.session'),
        t('document:calendar.mode'),
        t('document:calendar.state'),
        t('document:calendar.notes'),
      ].map(runs),
      rows: rows.map((row) => row.map(runs)),
      widths: [20, 46, 13, 13, 8],
      figures: [4],
      legend: t('document:calendar.legend', {
        sessions: t('document:count.sessions', { count: sessions.length }),
        day: formatDay(request.date, lang),
      }),
      small: true,
    },
  ]
}
