import { useLanguage } from '../../state/use-words.ts'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Session } from '#shared/model/record.ts'
import { dayOf } from '../../state/clock-time.ts'
import { useMinute } from './capture-head.tsx'
import { useSlots } from './use-programme.ts'

/** Minutes since midnight of `HH:MM`, `null` for anything else. */
const minutesOf = (time: string | undefined): number | null => {
  const [hours, minutes] =
    /^(\d{2}):(\d{2})$/
      .exec(time ?? '')
      ?.slice(1)
      .map(Number) ?? []
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes
}

/** Where the clock stands on the day of the session, in minutes; `null` on any other day. */
function useMinutesOfDay(day: string | undefined): number | null {
  const now = useMinute()
  const date = new Date(now)
  return day === dayOf(now) ? date.getHours() * 60 + date.getMinutes() : null
}

type State = 'past' | 'now' | 'to-come'

function stateOf(start: number | null, end: number | null, now: number | null): State {
  if (now === null || start === null) return 'to-come'
  if (end !== null && now >= end) return 'past'
  return now >= start ? 'now' : 'to-come'
}

function Past() {
  const { t } = useTranslation('capture')
  return (
    <>
      <IconCheck size={16} aria-hidden />
      <span className="visually-hidden">{t('agenda.past')}</span>
    </>
  )
}

/** What is planned, where one stands in it, and how long is left. */
export function Agenda({ session }: { session: Session }) {
  const { t } = useTranslation('capture')
  const language = useLanguage()
  const slots = useSlots(session.id)
  const now = useMinutesOfDay(session.f.date)
  if (slots.length === 0) return null
  return (
    <section aria-labelledby="capture-agenda">
      <h2 id="capture-agenda">{t('agenda.title')}</h2>
      <ol>
        {slots.map((slot, index) => {
          const end = minutesOf(slot.f.end) ?? minutesOf(slots[index + 1]?.f.start)
          const state = stateOf(minutesOf(slot.f.start), end, now)
          return (
            <li
              key={slot.id}
              className="agenda-item"
              data-state={state}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              {slot.f.start === undefined ? <span /> : <time>{slot.f.start}</time>}
              <span className="rail-words">
                <bdi>{labelOf(slot, language)}</bdi>
                {state === 'now' && end !== null && now !== null && (
                  <small>{t('agenda.left', { count: end - now })}</small>
                )}
              </span>
              {state === 'past' && <Past />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
