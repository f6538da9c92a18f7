import { useTranslation } from 'react-i18next'
import type { TrustState } from '#shared/contract/send-calls.ts'
import { usePage } from '../../state/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { NewPassphrase } from '../../ui/new-passphrase.tsx'
import { lockOf, LOCKS, type SendForm } from './send-form.ts'

/** Groups that are read together stay on one line. */
const unbroken = (fingerprint: string): string => fingerprint.replaceAll(' ', '\u00a0')

interface SendLockProps {
  form: SendForm
  trust: TrustState | null
  onChange: (change: Partial<SendForm>) => void
  onMakeKey: () => void
}

/** Whether the file can be read on its way: by whom it is for, by who knows a passphrase, or by anyone. */
export function SendLock({ form, trust, onChange, onMakeKey }: SendLockProps) {
  const { t } = useTranslation('send')
  const isSecretariat = usePage(({ app }) => app?.settings.role === 'secretariat')
  const key = trust?.recipient ?? null
  const lock = lockOf(form, key !== null)
  const locks = LOCKS.filter((value) => value !== 'key' || key !== null)
  return (
    <>
      <RadioCards
        label={t('lock.label')}
        value={lock}
        choices={locks.map((value) => ({
          value,
          title: t(`lock.${value}.name`),
          description: t(`lock.${value}.text`, { key: unbroken(key ?? '') }),
        }))}
        onChange={(value) => onChange({ lock: value })}
      />
      {lock === 'passphrase' && (
        <NewPassphrase
          label={t('lock.passphrase.field')}
          typed={form.typed}
          onChange={(typed) => onChange({ typed })}
        />
      )}
      {key === null && isSecretariat && trust !== null && (
        <div className="row">
          <span className="quiet">{t('key.explain')}</span>
          <span className="grow" />
          <Button size="small" onClick={onMakeKey}>
            {t('key.make')}
          </Button>
        </div>
      )}
    </>
  )
}
