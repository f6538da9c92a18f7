import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import { members, type Session } from '#shared/model/record.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useRecords, useWorkspace } from '../../state/use-workspace.ts'
import { Card } from './card.tsx'
import { chronology, type Day } from './chronology.ts'
import { useAxes } from './use-programme.ts'

/** Sections for their own consultations, axes for the others, else the title of the session; each said once. */
function useNames(): (sessions: readonly Session[]) => string {
  const { t } = useTranslation('dashboard')
  const { records } = useWorkspace()
  const [axes, language] = [useAxes(), useLanguage()]
  const nameOf = (session: Session): string => {
    const region = session.f.region === undefined ? undefined : records.get(session.f.region)
    if (region !== undefined) return shortLabel(region, language)
    const [axis, ...others] = members(session, 'axis').map((id) => axes.findIndex((one) => one.id === id) + 1)
    return axis === undefined || others.length > 0 ? labelOf(session, language) : t('tasks.axis', { axis })
  }
  return (sessions) => [...new Set(sessions.map(nameOf))].join(', ')
}

function DayItem({ day, names }: { day: Day; names: string }) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const isHeld = day.sessions.length > 0 && day.sessions.every(({ f }) => f.state === 'held')
  const state = day.sessions.length === 0 ? 'today' : isHeld ? 'held' : 'planned'
  return (
    <li data-state={state}>
      <time dateTime={day.day}>{formatDay(day.day, language, 'short')}</time>
      <i aria-hidden />
      <b>{state === 'today' ? t('chronology.today') : names}</b>
      {state !== 'today' && <span className="visually-hidden">{t(`chronology.${state}`)}</span>}
    </li>
  )
}

/** The sessions of the process, day by day. */
export function ChronologyCard({ today }: { today: string }) {
  const { t } = useTranslation('dashboard')
  const sessions = useRecords('session')
  const namesOf = useNames()
  const days = chronology(sessions, today)
  return (
    <Card title={t('chronology.title')} detail={<small>{t('chronology.detail')}</small>}>
      {days.length === 0 ? (
        <p className="quiet">{t('chronology.none')}</p>
      ) : (
        <ol className="dashboard-days">
          {days.map((day) => (
            <DayItem key={day.day} day={day} names={namesOf(day.sessions)} />
          ))}
        </ol>
      )}
    </Card>
  )
}
