import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { toggleSharedScreen, useSharedScreen } from '../state/shared-screen.ts'
import { Button } from '../ui/button.tsx'
import { KEYMAP } from './keymap.ts'
import { useKeys } from './use-keys.ts'

/** Hides names while the screen is shown to a room, and says so on every screen as long as they are. */
export function SharedScreenButton() {
  const { t } = useTranslation('voices')
  const hidden = useSharedScreen((state) => state.hidden)
  useKeys('global', { sharedScreen: toggleSharedScreen })
  return (
    <>
      <Button
        look={hidden ? 'primary' : 'quiet'}
        size="small"
        icon={hidden ? <IconEyeOff size={14} aria-hidden /> : <IconEye size={14} aria-hidden />}
        keys={KEYMAP.global.sharedScreen}
        onClick={toggleSharedScreen}
      >
        {t(hidden ? 'shared.on' : 'shared.off')}
      </Button>
      <output className="visually-hidden">{hidden ? t('shared.status') : ''}</output>
    </>
  )
}
