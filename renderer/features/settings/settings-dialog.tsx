import './settings.css'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/replies.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#shared/i18n/languages.ts'
import { ROLES } from '../../app/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { type SettingsDesk, useSettings } from './use-settings.ts'

export interface SettingsDialogProps {
  opened: boolean
  onClose: () => void
}

const REMINDERS = ['never', 'week', 'day'] as const
const APPEARANCES = ['system', 'light', 'dark'] as const

function Choices({ settings, save }: { settings: Settings; save: SettingsDesk['save'] }) {
  const { t } = useTranslation(['settings', 'setup', 'backup'])
  return (
    <>
      <Segmented
        label={t('setup:language.title')}
        labelled
        value={settings.language}
        segments={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(language) => void save({ language })}
      />
      <Segmented
        label={t('appearance.title')}
        labelled
        value={settings.appearance}
        segments={APPEARANCES.map((value) => ({ value, label: t(`appearance.${value}`) }))}
        onChange={(appearance) => void save({ appearance })}
      />
      <Segmented
        label={t('backup:reminder.title')}
        labelled
        value={settings.reminder}
        segments={REMINDERS.map((value) => ({ value, label: t(`backup:reminder.${value}`) }))}
        onChange={(reminder) => void save({ reminder })}
      />
      <RadioCards
        label={t('setup:role.title')}
        hint={t('setup:role.hint')}
        value={settings.role}
        choices={ROLES.map((value) => ({
          value,
          title: t(`setup:role.${value}.name`),
          description: t(`setup:role.${value}.text`),
        }))}
        onChange={(role) => void save({ role })}
      />
    </>
  )
}

/** What the person may change of the program itself; each choice takes effect at once and is kept for next time. */
export function SettingsDialog({ opened, onClose }: SettingsDialogProps) {
  const { t } = useTranslation(['settings', 'common'])
  const { settings, failure, save } = useSettings()
  return (
    <Dialog
      opened={opened}
      title={t('title')}
      onClose={onClose}
      size="lg"
      actions={<Button onClick={onClose}>{t('common:close')}</Button>}
    >
      <div className="stack settings">
        {failure && <FailureNotice failure={failure} />}
        {settings && <Choices settings={settings} save={save} />}
      </div>
    </Dialog>
  )
}
