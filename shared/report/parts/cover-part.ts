import { formatDay, formatDays } from '../../i18n/format.ts'
import { labelOf } from '../../model/label.ts'
import { listed } from '../attribution.ts'
import { runs, type Block, type Fact } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import type { ReportContext } from '../report-context.ts'
import { interventionsOf } from '../report-note.ts'
import { stateOf } from './coverage-part.ts'

/** The facts of the first page: state, period, sessions, participation, attribution. */
export function coverPart(context: ReportContext): Block {
  const { t } = context
  const facts: readonly (readonly [label: string, value: string])[] = [
    [t('document:cover.state'), t('document:cover.stateValue', { day: dayOfReport(context) })],
    [t('document:cover.period'), period(context)],
    [t('document:cover.sessions'), sessionsHeld(context)],
    [t('document:cover.participation'), participation(context)],
    [t('document:cover.attribution'), attribution(context)],
  ]
  const told = facts.filter(([, value]) => value !== '')
  return { type: 'cover', facts: told.map(([label, value]): Fact => ({ label, value: runs(value) })) }
}

export const dayOfReport = ({ request, lang }: ReportContext): string => formatDay(request.date, lang)

/** From the first session held to the last; before any is held, the process's own days. */
function period({ sessions, consultation, lang }: ReportContext): string {
  const days = sessions.flatMap(({ f }) => (f.state === 'held' ? (f.date ?? []) : [])).toSorted()
  const [first, last] = [days[0] ?? consultation?.f.start, days.at(-1) ?? consultation?.f.end]
  if (first === undefined) return ''
  return formatDays(first, last === undefined || last < first ? first : last, lang)
}

function sessionsHeld(context: ReportContext): string {
  const { t, sessions, regions, request, lang } = context
  const held = sessions.filter(({ f }) => f.state === 'held')
  if (request.type === 'session') return held.map((session) => labelOf(session, lang)).join(', ')
  const global = held.filter(({ f }) => f.scale === 'global').length
  const consulted = regions.filter((region) => stateOf(region) === 'held').length
  if (request.type === 'regional' || regions.length === 0) return t('document:count.sessions', { count: held.length })
  return [
    ...(global > 0 ? [t('document:count.globalSessions', { count: global })] : []),
    ...(consulted > 0 ? [t('document:count.regionalSessions', { count: consulted })] : []),
  ].join(t('document:attribution.separator'))
}

export function participation(context: ReportContext): string {
  const { t, house, people, notes } = context
  return t('document:cover.participationValue', {
    speakers: t(`document:count.speakers.${house}`, { count: people.length }),
    organisations: t('document:count.organisations', { count: organisationsOf(people) }),
    notes: t('document:count.notes', { count: interventionsOf(notes) }),
    day: dayOfReport(context),
  })
}

/** The rules under which the notes of the document were taken, and how many under each. */
export function attribution(context: ReportContext): string {
  const { t, notes } = context
  const levels = [...new Set(notes.map(({ level }) => level))].toSorted((a, b) => a - b)
  return levels
    .map((level) => {
      const count = interventionsOf(notes.filter((note) => note.level === level))
      const name = listed(context, 'level', `${level}.name`)
      return t('document:cover.attributionValue', { level: name, notes: t('document:count.notes', { count }) })
    })
    .join(t('document:attribution.separator'))
}
