import { IconCircleCheck } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupMade } from '#shared/contract/backup-calls.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { TextField } from '../../ui/field.tsx'
import { Progress } from '../../ui/progress.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { NewPassphrase, NOTHING_TYPED, passphraseOf } from '../../ui/new-passphrase.tsx'

type How = 'locked' | 'clear'

function useMaking() {
  const [how, setHow] = useState<How>('locked')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [made, setMade] = useState<BackupMade | null>(null)
  const make = async (passphrase: string | null, to: string) => {
    setBusy(true)
    setFailure(null)
    const result = await client['backup.make']({ to, ...(passphrase === null ? {} : { passphrase }) })
    setBusy(false)
    if (result.ok) return setMade(result.value)
    setFailure(result.failure as AnyFailure)
    if (result.failure.type === 'PassphraseNeeded') setHow('locked')
  }
  return { how, setHow, busy, failure, made, make }
}

function Made({ made }: { made: BackupMade }) {
  const { t } = useTranslation('backup')
  return (
    <div className="stack">
      <output className="backup-done">
        <IconCircleCheck size={20} aria-hidden />
        <span>{t('make.done', { count: made.notes, name: made.name })}</span>
      </output>
      {made.encrypted && <p>{t('make.keepPassphrase')}</p>}
      {made.damages > 0 && <p className="warn">{t('make.damages', { count: made.damages })}</p>}
      {!made.registered && <p className="warn">{t('make.notRegistered')}</p>}
    </div>
  )
}

/** Everything into one file, locked or not. */
export function MakeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['backup', 'common'])
  const form = useId()
  const { how, setHow, busy, failure, made, make } = useMaking()
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [to, setTo] = useState('')
  const passphrase = how === 'locked' ? passphraseOf(typed) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void make(passphrase, to)
  }
  const actions =
    made === null ? (
      <>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" form={form} look="primary" disabled={busy || (how === 'locked' && passphrase === null)}>
          {t('make.make')}
        </Button>
      </>
    ) : (
      <Button look="primary" onClick={onClose}>
        {t('common:close')}
      </Button>
    )
  return (
    <Dialog opened size="lg" title={t('make.title')} onClose={onClose} actions={actions}>
      {made !== null ? (
        <Made made={made} />
      ) : (
        <form id={form} className="stack" onSubmit={submit}>
          {failure && <FailureNotice failure={failure} />}
          <p>{t('make.explain')}</p>
          <p className="quiet">{t('make.private')}</p>
          <RadioCards
            label={t('make.how')}
            value={how}
            choices={(['locked', 'clear'] as const).map((value) => ({
              value,
              title: t(`make.${value}.name`),
              description: t(`make.${value}.text`),
            }))}
            onChange={setHow}
          />
          {how === 'locked' && <NewPassphrase typed={typed} onChange={setTyped} />}
          <TextField label={t('make.to')} value={to} onChange={setTo} />
          {busy && <Progress label={t('make.working')} />}
        </form>
      )}
    </Dialog>
  )
}
