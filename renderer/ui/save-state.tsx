import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

export type Saving =
  /** On disk; `at` is the local time of the last writing, as it is to be read. */
  | { state: 'saved'; at: string }
  | { state: 'saving' }
  /** Refused for some seconds; the work is only in memory. */
  | { state: 'unsaved'; seconds: number; onSaveCopy: () => void }
  /** Nothing is open. */
  | { state: 'nothing' }

/** Always at the same place. Read out only when the state changes, never at each writing. */
export function SaveState({ saving }: { saving: Saving }) {
  const { t } = useTranslation()
  return (
    <span className="save-state" data-state={saving.state}>
      {saving.state === 'saved' && (
        <>
          <IconCheck size={14} aria-hidden />
          {t('save.saved', { time: saving.at })}
        </>
      )}
      {saving.state === 'saving' && (
        <>
          <IconLoader2 size={14} aria-hidden />
          {t('save.saving')}
        </>
      )}
      {saving.state === 'unsaved' && (
        <>
          <IconAlertTriangle size={14} aria-hidden />
          {t('save.unsaved', { count: saving.seconds })}
          <Button size="small" onClick={saving.onSaveCopy}>
            {t('save.copy')}
          </Button>
        </>
      )}
      <span className="visually-hidden" role={saving.state === 'unsaved' ? 'alert' : 'status'}>
        {saving.state === 'nothing' ? '' : t(`save.said.${saving.state}`)}
      </span>
    </span>
  )
}
