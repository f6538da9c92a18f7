import { IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KEYMAP } from '../../app/keymap.ts'
import { Chip } from '../../ui/chip.tsx'
import { setLine, useCapture } from './capture-store.ts'

/** Said as long as who speaks is not sure; pressed, it is. */
export function DoubtChip() {
  const { t } = useTranslation('voices')
  const doubtful = useCapture((state) => state.line.doubtful)
  if (!doubtful) return null
  return (
    <Chip
      icon={<IconUserQuestion size={14} aria-hidden />}
      keys={KEYMAP.capture.doubtful}
      pressed
      onClick={() => setLine({ doubtful: false })}
    >
      {t('doubtful.set')}
    </Chip>
  )
}
