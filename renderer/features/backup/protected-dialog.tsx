import { IconShieldLock } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { showWorkspace } from '../../state/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PasswordField } from '../../ui/field.tsx'
import { Progress } from '../../ui/progress.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { toast } from '../../ui/toast.tsx'
import { NewPassphrase, NOTHING_TYPED, passphraseOf } from '../../ui/new-passphrase.tsx'

type Act = 'change' | 'turnOff'

function useActs(onDone: () => void) {
  const { t } = useTranslation('backup')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const carryOut = async (act: Act, secret: string, passphrase: string) => {
    setBusy(true)
    setFailure(null)
    const done =
      act === 'change'
        ? await client['protection.change']({ secret, passphrase })
        : await client['protection.turnOff']({ secret })
    setBusy(false)
    if (!done.ok) return setFailure(done.failure as AnyFailure)
    if (done.value !== null) showWorkspace(done.value)
    toast(t(act === 'change' ? 'protection.changed' : 'protection.turnedOff'), { tone: 'ok' })
    onDone()
  }
  return { busy, failure, carryOut }
}

/** A protected consultation: another passphrase, or no protection any more. Both ask for what opens it. */
export function ProtectedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['backup', 'common'])
  const form = useId()
  const [act, setAct] = useState<Act>('change')
  const [secret, setSecret] = useState('')
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const { busy, failure, carryOut } = useActs(onClose)
  const passphrase = act === 'change' ? passphraseOf(typed) : ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== null && secret !== '' && !busy) void carryOut(act, secret, passphrase)
  }
  return (
    <Dialog
      opened
      size="lg"
      title={t('protection.title')}
      onClose={busy ? () => {} : onClose}
      actions={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            form={form}
            look={act === 'change' ? 'primary' : 'danger'}
            disabled={busy || passphrase === null || secret === ''}
          >
            {t(`protection.${act}`)}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        {failure && <FailureNotice failure={failure} />}
        <p className="backup-done">
          <IconShieldLock size={20} aria-hidden />
          <span>{t('protection.on')}</span>
        </p>
        <RadioCards
          label={t('protection.what')}
          value={act}
          choices={(['change', 'turnOff'] as const).map((value) => ({
            value,
            title: t(`protection.${value}`),
            description: t(`protection.${value}Text`),
          }))}
          onChange={setAct}
        />
        <PasswordField label={t('protection.current')} value={secret} onChange={setSecret} first required />
        {act === 'change' && <NewPassphrase label={t('protection.new')} typed={typed} onChange={setTyped} />}
        {busy && act === 'turnOff' && <Progress label={t('protection.turningOff')} />}
      </form>
    </Dialog>
  )
}
