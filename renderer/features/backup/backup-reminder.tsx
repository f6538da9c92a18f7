import { IconArchive } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'
import { usePage } from '../../state/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { openBackupDialog, useBackup } from './backup-store.ts'
import { isReminderDue, lastBackup } from './reminder-due.ts'

interface Looked {
  readonly last: number | null
  /** When it was looked at, milliseconds since 1970. */
  readonly at: number
}

/** Null until it is known, or when nobody asks; looked at again when a dialog about backups has closed. */
function useLastBackup(consultation: string | undefined): Looked | null {
  const dialog = useBackup((state) => state.dialog)
  const [looked, setLooked] = useState<Looked | null>(null)
  useEffect(() => {
    const ask = async () => {
      const register = await client['register.list']({})
      if (register.ok) setLooked({ last: lastBackup(register.value), at: Date.now() })
    }
    if (consultation !== undefined && dialog === null) void ask()
  }, [consultation, dialog])
  return looked
}

/** A line that asks for a backup when the person wished to be asked, and never in the way. */
export function BackupReminder() {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  const reminder = usePage((state) => state.app?.settings.reminder ?? 'never')
  const workspace = usePage((state) => state.workspace)
  const isWished = reminder !== 'never' && workspace !== null && !workspace.sample
  const looked = useLastBackup(isWished ? workspace.consultation : undefined)
  if (!isWished || looked === null) return null
  const { last, at } = looked
  if (!isReminderDue(reminder, last, at)) return null
  return (
    <div className="backup-reminder">
      <IconArchive size={16} aria-hidden />
      <span>{last === null ? t('reminder.none') : t('reminder.last', { when: dayAndTime(last, language) })}</span>
      <Button size="small" onClick={() => openBackupDialog('make')}>
        {t('reminder.make')}
      </Button>
    </div>
  )
}
