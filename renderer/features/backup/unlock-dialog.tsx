import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { showWorkspace } from '../../state/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { Progress } from '../../ui/progress.tsx'

function useCanRemember(consultation: string): boolean {
  const [can, setCan] = useState(false)
  useEffect(() => {
    const ask = async () => {
      const state = await client['protection.state']({ consultation })
      if (state.ok) setCan(state.value.canRemember)
    }
    void ask()
  }, [consultation])
  return can
}

function useUnlocking(consultation: string, onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const unlock = async (secret: string, remember: boolean) => {
    setBusy(true)
    setFailure(null)
    const opened = await client['protection.unlock']({ consultation, secret, remember })
    setBusy(false)
    if (!opened.ok) return setFailure(opened.failure as AnyFailure)
    showWorkspace(opened.value)
    onDone()
  }
  return { busy, failure, unlock }
}

/** Asks for what opens a protected consultation. */
export function UnlockDialog({ consultation, onClose }: { consultation: string; onClose: () => void }) {
  const { t } = useTranslation(['backup', 'common'])
  const form = useId()
  const [secret, setSecret] = useState('')
  const [remember, setRemember] = useState(false)
  const canRemember = useCanRemember(consultation)
  const { busy, failure, unlock } = useUnlocking(consultation, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (secret !== '' && !busy) void unlock(secret, remember)
  }
  return (
    <Dialog
      opened
      title={t('unlock.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={busy || secret === ''}>
            {t('unlock.open')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        {failure && <FailureNotice failure={failure} />}
        <p>{t('unlock.explain')}</p>
        <PasswordField label={t('unlock.secret')} value={secret} onChange={setSecret} first required />
        {canRemember && (
          <label className="backup-check">
            <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.currentTarget.checked)} />
            <span>
              {t('unlock.remember')}
              <small>{t('unlock.rememberHint')}</small>
            </span>
          </label>
        )}
        {busy && <Progress label={t('unlock.working')} />}
      </form>
    </Dialog>
  )
}
