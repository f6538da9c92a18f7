import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSaveState } from '../../state/save.ts'
import { Button } from '../../ui/button.tsx'
import { useCapture } from './capture-store.ts'
import { takeBackLine } from './write-line.ts'

/** Lines that the disk refuses, in front of the field until it takes them. */
export function WaitingLines() {
  const { t } = useTranslation('common')
  const { state } = useSaveState()
  const session = useCapture((capture) => capture.session)
  const sent = useCapture((capture) => capture.sent)
  const own = sent.filter((one) => one.session === session)
  if (own.length === 0 || (state !== 'not-saved' && state !== 'elsewhere')) return null
  return (
    <ul className="waiting-lines" aria-label={t('unsaved.waiting')}>
      {own.map(({ note, line }) => (
        <li key={note}>
          <span className="warn">
            <IconAlertTriangle size={14} aria-hidden />
            {t('unsaved.waiting')}
          </span>
          <bdi className="written" dir="auto">
            {line.text}
          </bdi>
          <Button size="small" look="quiet" onClick={() => takeBackLine(note)}>
            {t('unsaved.takeBack')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
