import { IconPencil } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Session } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useShell } from '../../app/shell-model.ts'
import { clockTime } from '../../state/clock-time.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { useLanguage, useListWords } from '../../state/use-words.ts'

const MINUTE_MS = 60_000

/** The present minute, in milliseconds since 1970. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), MINUTE_MS - (now % MINUTE_MS))
    return () => clearTimeout(timer)
  }, [now])
  return now
}

function Clock() {
  const { t } = useTranslation('capture')
  const time = clockTime(useMinute(), useLanguage())
  return (
    <time className="capture-clock">
      <span className="visually-hidden">{t('head.clock')} </span>
      {time}
    </time>
  )
}

function useDetail({ f }: Session): string {
  const [language, words] = [useLanguage(), useListWords()]
  const times = f.start === undefined ? undefined : f.end === undefined ? f.start : `${f.start} – ${f.end}`
  const day = f.date === undefined ? undefined : formatDay(f.date, language)
  return [day, times, f.mode === undefined ? undefined : words('mode', f.mode)].filter(Boolean).join(', ')
}

function CloseButton() {
  const { t } = useTranslation('closing')
  const { goTo } = useShell()
  return (
    <Button keys={KEYMAP.global.closeSession} onClick={() => goTo('closing')}>
      {t('ask')}
    </Button>
  )
}

/** Which session this is, and what time it is. */
export function CaptureHead({ session, onEdit }: { session: Session; onEdit: () => void }) {
  const { t } = useTranslation('capture')
  const language = useLanguage()
  return (
    <ViewHead title={labelOf(session, language)} detail={useDetail(session)}>
      <IconButton label={t('head.edit')} icon={<IconPencil size={16} aria-hidden />} onClick={onEdit} />
      <span className="grow" />
      <CloseButton />
      <Clock />
    </ViewHead>
  )
}
