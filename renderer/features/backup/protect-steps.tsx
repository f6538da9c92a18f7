import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { NewPassphrase, NOTHING_TYPED, passphraseOf } from '../../ui/new-passphrase.tsx'

interface StepProps<Given> {
  form: string
  onSubmit: (given: Given) => void
}

/** The passphrase, twice. */
export function PassphraseStep({ form, onSubmit }: StepProps<string>) {
  const { t } = useTranslation('backup')
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const passphrase = passphraseOf(typed)
    if (passphrase !== null) onSubmit(passphrase)
  }
  return (
    <form id={form} className="stack" onSubmit={submit}>
      <p>{t('protection.explain')}</p>
      <NewPassphrase typed={typed} onChange={setTyped} />
    </form>
  )
}

/** In groups of six, as it is easier to copy by hand; spaces count for nothing when it is typed back. */
const inGroups = (key: string): string =>
  key.replace(/^(AGE-SECRET-KEY-1)?(.*)$/u, (_, head = '', rest: string) =>
    [head, ...(rest.match(/.{1,6}/gu) ?? [])].join(' ').trim(),
  )

/** The recovery key, to be copied or printed. */
export function KeyStep({ form, recoveryKey, onSubmit }: StepProps<void> & { recoveryKey: string }) {
  const { t } = useTranslation('backup')
  const { records, consultation } = useWorkspace()
  const process = labelOf(records.get(consultation), useLanguage())
  const shown = inGroups(recoveryKey)
  const copy = () => void navigator.clipboard.writeText(shown).then(() => toast(t('protection.copied'), { tone: 'ok' }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form id={form} className="stack recovery-key" onSubmit={submit}>
      <h3 className="print-only">{t('protection.printTitle', { process })}</h3>
      <p className="screen-only">{t('protection.key')}</p>
      <code className="recovery-words" dir="ltr" translate="no">
        {shown}
      </code>
      <p className="print-only">{t('protection.printText')}</p>
      <div className="row screen-only">
        <Button icon={<IconCopy size={16} aria-hidden />} onClick={copy}>
          {t('protection.copy')}
        </Button>
        <Button icon={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('protection.print')}
        </Button>
      </div>
    </form>
  )
}

/** The key typed back: nobody protects what they could not open again. */
export function ProofStep({ form, onSubmit }: StepProps<string>) {
  const { t } = useTranslation('backup')
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') onSubmit(typed)
  }
  return (
    <form id={form} className="stack" onSubmit={submit}>
      <p>{t('protection.proof')}</p>
      <TextArea label={t('protection.proofLabel')} value={typed} onChange={setTyped} first required />
    </form>
  )
}
