import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewPassphrase, NOTHING_TYPED, passphraseOf } from '../features/backup/new-passphrase.tsx'
import { copyElsewhere } from '../state/copy-elsewhere.ts'
import type { AnyFailure } from '../state/edits.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { toast } from '../ui/toast.tsx'

/** What « Enregistrer une copie ailleurs » goes through: the system's dialog, and a passphrase when the copy needs one. */
export interface Copying {
  readonly asksPassphrase: boolean
  readonly busy: boolean
  readonly failure: AnyFailure | null
  readonly copy: (passphrase?: string) => void
  readonly cancel: () => void
}

export function useCopying(): Copying {
  const { t } = useTranslation('common')
  const [asksPassphrase, ask] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const copy = async (passphrase?: string) => {
    setBusy(true)
    const made = await copyElsewhere(passphrase)
    setBusy(false)
    const needsPassphrase = !made.ok && made.failure.type === 'PassphraseNeeded'
    setFailure(made.ok || needsPassphrase ? null : (made.failure as AnyFailure))
    if (needsPassphrase) return ask(true)
    if (!made.ok) return
    ask(false)
    if (made.value === null) return
    const { name, leftOut } = made.value
    if (leftOut === 0) toast(t('copy.made', { name }), { tone: 'ok' })
    else toast(t('copy.leftOut', { name, count: leftOut }), { tone: 'danger' })
  }
  const cancel = () => {
    ask(false)
    setFailure(null)
  }
  return { asksPassphrase, busy, failure, copy: (passphrase) => void copy(passphrase), cancel }
}

/** Asks for the passphrase that locks the copy. */
export function CopyDialog({ copying }: { copying: Copying }) {
  const { t } = useTranslation('common')
  const form = useId()
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const passphrase = passphraseOf(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== null) copying.copy(passphrase)
  }
  return (
    <Dialog
      opened={copying.asksPassphrase}
      title={t('copy.title')}
      onClose={copying.cancel}
      actions={
        <>
          <Button onClick={copying.cancel}>{t('cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={copying.busy || passphrase === null}>
            {t('save.copy')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit}>
        <p>{t('copy.why')}</p>
        {copying.failure && <FailureNotice failure={copying.failure} />}
        <NewPassphrase typed={typed} onChange={setTyped} />
      </form>
    </Dialog>
  )
}
