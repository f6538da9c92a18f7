import { IconFileSearch } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { Progress } from '../../ui/progress.tsx'
import { BackupCard } from './backup-card.tsx'
import { type ChosenFile, type Restoring, useRestoring } from './use-restoring.ts'

function Unlock({ form, onOpen }: { form: string; onOpen: Restoring['open'] }) {
  const { t } = useTranslation('backup')
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '') onOpen(passphrase)
  }
  return (
    <form id={form} className="stack" onSubmit={submit}>
      <p>{t('restore.locked')}</p>
      <PasswordField label={t('passphrase.label')} value={passphrase} onChange={setPassphrase} first required />
    </form>
  )
}

/** From a file to a consultation, after saying what the file is. */
export function RestoreDialog({ given, onClose }: { given?: ChosenFile; onClose: () => void }) {
  const { t } = useTranslation(['backup', 'common'])
  const form = useId()
  const { chosen, found, busy, failure, choose, open, carryOut } = useRestoring(onClose, given)
  const isLocked = chosen !== null && found === null && (failure === null || failure.type === 'WrongPassphrase')
  const next =
    found !== null ? (
      <Button look="primary" disabled={busy !== null} onClick={carryOut}>
        {t(found.here === null ? 'restore.restore' : 'restore.merge')}
      </Button>
    ) : isLocked ? (
      <Button type="submit" form={form} look="primary" disabled={busy !== null}>
        {t('restore.open')}
      </Button>
    ) : null
  return (
    <Dialog
      opened
      size="lg"
      title={t('restore.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          {next}
        </>
      }
    >
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        <p>{t('restore.explain')}</p>
        <div className="row">
          <Button icon={<IconFileSearch size={16} aria-hidden />} disabled={busy !== null} onClick={choose}>
            {t(chosen === null ? 'restore.choose' : 'restore.other')}
          </Button>
          {chosen !== null && <bdi className="backup-file">{chosen.name}</bdi>}
        </div>
        {isLocked && busy !== 'reading' && <Unlock form={form} onOpen={open} />}
        {found !== null && <BackupCard found={found} />}
        {busy !== null && <Progress label={t(`restore.${busy}`)} />}
      </div>
    </Dialog>
  )
}
