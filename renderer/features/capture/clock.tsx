import { IconClockEdit } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/model/record.ts'
import { useCanWrite } from '../../state/save.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useMinute } from './use-minute.ts'
import { useSessionTime } from './session-time.ts'
import { act } from './voice-acts.ts'

/** Half a day: farther than any clock that is only wrong. */
const MOST_MINUTES = 720

function OffsetDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation(['voices', 'common'])
  const [minutes, change] = useState<number | null>(session.f.clockOffset ?? 0)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const set = { clockOffset: minutes === 0 ? null : minutes }
    if (await act({ type: 'record.save', kind: 'session', record: session.id, set })) onClose()
  }
  const form = useId()
  return (
    <Dialog
      opened
      title={t('clock.edit')}
      size="sm"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} look="primary">
            {t('clock.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <NumberField
          first
          label={t('clock.offset')}
          hint={t('clock.hint')}
          value={minutes}
          min={-MOST_MINUTES}
          max={MOST_MINUTES}
          onChange={change}
        />
      </form>
    </Dialog>
  )
}

/** What time it is in the room of the session, and how far that is from this computer's clock. */
export function Clock({ session }: { session: Session }) {
  const { t } = useTranslation(['capture', 'voices'])
  const time = useSessionTime(session)(useMinute())
  const [opened, setOpened] = useState(false)
  const canWrite = useCanWrite()
  const { clockOffset = 0 } = session.f
  const minutes = new Intl.NumberFormat('fr', { signDisplay: 'exceptZero' }).format(clockOffset)
  return (
    <span className="row">
      <time className="capture-clock">
        <span className="visually-hidden">{t('head.clock')} </span>
        {time}
      </time>
      {clockOffset !== 0 && <small>{t('voices:clock.shown', { minutes })}</small>}
      <IconButton
        label={t('voices:clock.edit')}
        icon={<IconClockEdit size={16} aria-hidden />}
        disabled={!canWrite}
        onClick={() => setOpened(true)}
      />
      {opened && <OffsetDialog session={session} onClose={() => setOpened(false)} />}
    </span>
  )
}
