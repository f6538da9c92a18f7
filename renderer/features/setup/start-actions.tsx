import { IconArchive, IconCompass, IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KEYMAP } from '../../app/keymap.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../state/intents.ts'
import type { Start } from './use-start.ts'

const askRestore = () => ask('backup.restore')

/** A file that someone handed over, or the sample. */
export function StartActions({ start }: { start: Start }) {
  const { t } = useTranslation('setup')
  return (
    <div className="setup-actions">
      <Button
        icon={<IconFolderOpen size={16} aria-hidden />}
        keys={KEYMAP.menu.open}
        disabled={start.busy}
        onClick={start.openBundle}
      >
        {t('start.open')}
      </Button>
      <Button icon={<IconCompass size={16} aria-hidden />} disabled={start.busy} onClick={start.openSample}>
        {t('start.sample')}
      </Button>
      <Button icon={<IconArchive size={16} aria-hidden />} disabled={start.busy} onClick={askRestore}>
        {t('start.restore')}
      </Button>
      <small>{t('start.sampleHint')}</small>
    </div>
  )
}
