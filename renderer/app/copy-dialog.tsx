import { type FormEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewPassphrase, NOTHING_TYPED, passphraseOf } from '../ui/new-passphrase.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { type Copying, useCopying } from './use-copying.ts'

function PassphraseDialog({ copying: { busy, failure, copy, cancel } }: { copying: Copying }) {
  const { t } = useTranslation('common')
  const form = useId()
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const passphrase = passphraseOf(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== null) copy(passphrase)
  }
  return (
    <Dialog
      opened
      title={t('copy.title')}
      onClose={cancel}
      actions={
        <>
          <Button onClick={cancel}>{t('cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={busy || passphrase === null}>
            {t('save.copy')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <p>{t('copy.why')}</p>
        {failure && <FailureNotice failure={failure} />}
        <NewPassphrase typed={typed} onChange={setTyped} />
      </form>
    </Dialog>
  )
}

/**
 * Makes the copy that was chosen as the window was closing, and asks for the passphrase that locks any copy. Once in the
 * page, however many bands offer one; and in no form, which would be sent with the passphrase.
 */
export function CopyDialog() {
  const copying = useCopying()
  const copyNow = useEffectEvent(() => copying.copy())
  useEffect(() => window.rapporteur.on('copy.wanted', () => copyNow()), [])
  return copying.asksPassphrase && <PassphraseDialog copying={copying} />
}
