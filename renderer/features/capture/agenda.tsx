import { IconCheck, IconChevronDown, IconChevronUp, IconClipboardList, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Session } from '#shared/model/record.ts'
import { minutesOfTime } from '#shared/programme/paste/slot-times.ts'
import { slotAt, type Slot } from '#shared/programme/slot-clock.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useKeys } from '../../app/use-keys.ts'
import { askForPaste } from '../../state/paste-asked.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useFoldRail } from '../../ui/rail.tsx'
import { useMinute } from './use-minute.ts'
import { changeLine } from './capture-store.ts'
import { leaveSlot } from './line.ts'
import { goBeside, type Way } from './go-beside.ts'
import { outsideDialogs } from './outside-dialogs.ts'
import { timeOfSession } from './slot-of-moment.ts'
import { useSlots } from './use-programme.ts'

type State = 'past' | 'now' | 'to-come'

function stateOf({ f }: Slot, isNow: boolean, now: string | null, end: string | undefined): State {
  if (isNow) return 'now'
  return f.ended !== undefined || (now !== null && end !== undefined && end <= now) ? 'past' : 'to-come'
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

interface LineProps {
  slot: Slot
  end: string | undefined
  state: State
  now: string | null
  onEdit: () => void
}

function Line({ slot, end, state, now, onEdit }: LineProps) {
  const { t } = useTranslation('capture')
  const language = useLanguage()
  const { start, began } = slot.f
  const [ending, passed] = [minutesOfTime(end ?? ''), minutesOfTime(now ?? '')]
  return (
    <li className="agenda-item" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      {start === undefined ? <span /> : <time>{start}</time>}
      <span className="rail-words">
        <button type="button" className="agenda-label" onClick={onEdit}>
          <bdi>{labelOf(slot, language)}</bdi>
        </button>
        {began !== undefined && began !== start && <small>{t('agenda.began', { time: began })}</small>}
        {state === 'now' && ending !== null && passed !== null && passed <= ending && (
          <small>{t('agenda.left', { count: ending - passed })}</small>
        )}
      </span>
      {state === 'past' && <Past />}
    </li>
  )
}

/** Goes to a slot of the session by key, and notes when it began; what was common to the former slot is left there. */
export function useSlotKeys(session: Session): void {
  const slots = useSlots(session.id)
  const current = slotAt(slots, timeOfSession(session, useMinute()))?.id
  const place = useRef({ session: session.id, slot: current })
  useEffect(() => {
    const former = place.current
    place.current = { session: session.id, slot: current }
    if (former.session === session.id && former.slot !== current) changeLine(leaveSlot)
  }, [session.id, current])
  useKeys('capture', {
    nextSlot: outsideDialogs(() => goBeside(session.id, 'next')),
    previousSlot: outsideDialogs(() => goBeside(session.id, 'previous')),
  })
}

function Steps({ go }: { go: (way: Way) => void }) {
  const { t } = useTranslation('capture')
  return (
    <>
      <IconButton
        label={t('agenda.previous')}
        keys={KEYMAP.capture.previousSlot}
        icon={<IconChevronUp size={16} aria-hidden />}
        onClick={() => go('previous')}
      />
      <IconButton
        label={t('agenda.next')}
        keys={KEYMAP.capture.nextSlot}
        icon={<IconChevronDown size={16} aria-hidden />}
        onClick={() => go('next')}
      />
    </>
  )
}

interface AgendaProps {
  session: Session
  onAdd: () => void
  onEdit: (slot: string) => void
}

/** What is planned, where one stands in it, and how long is left. */
export function Agenda({ session, onAdd, onEdit }: AgendaProps) {
  const { t } = useTranslation(['capture', 'paste'])
  const slots = useSlots(session.id)
  const now = timeOfSession(session, useMinute())
  const current = slotAt(slots, now)
  const fold = useFoldRail()
  return (
    <section aria-labelledby="capture-agenda">
      <h2 id="capture-agenda">
        {t('agenda.title')}
        <span className="row">
          {slots.length > 0 && <Steps go={(way) => goBeside(session.id, way)} />}
          <IconButton label={t('agenda.add')} icon={<IconPlus size={16} aria-hidden />} onClick={onAdd} />
        </span>
      </h2>
      {slots.length > 0 && (
        <ol>
          {slots.map((slot, index) => {
            const end = slot.f.end ?? slots[index + 1]?.f.start
            const state = stateOf(slot, slot === current, now, end)
            return <Line key={slot.id} slot={slot} end={end} state={state} now={now} onEdit={() => onEdit(slot.id)} />
          })}
        </ol>
      )}
      <Button
        look="quiet"
        size="small"
        icon={<IconClipboardList size={14} aria-hidden />}
        onClick={() => {
          fold()
          askForPaste(session.id)
        }}
      >
        {t('paste:open')}
      </Button>
    </section>
  )
}
