import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { KeyStep, PassphraseStep, ProofStep } from './protect-steps.tsx'
import { ProtectedDialog } from './protected-dialog.tsx'
import { type ProtectionStep, useProtecting } from './use-protecting.ts'

const STEPS: readonly ProtectionStep[] = ['passphrase', 'key', 'proof']
const BEFORE: Readonly<Record<ProtectionStep, ProtectionStep | null>> = {
  passphrase: null,
  key: null,
  proof: 'key',
}

function Steps({ current }: { current: ProtectionStep }) {
  const { t } = useTranslation('backup')
  return (
    <ol className="backup-steps screen-only" aria-label={t('protection.steps')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          {index + 1}. {t(`protection.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}

function SetUpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['backup', 'common'])
  const form = useId()
  const { step, recoveryKey, busy, failure, goTo, begin, turnOn } = useProtecting(onClose)
  const before = BEFORE[step]
  return (
    <Dialog
      opened
      size="lg"
      title={t('protection.title')}
      // A store that is being written anew is not left half-way.
      onClose={busy ? () => {} : onClose}
      actions={
        <>
          <Button disabled={busy} onClick={before === null ? onClose : () => goTo(before)}>
            {t(before === null ? 'common:cancel' : 'protection.back')}
          </Button>
          <Button type="submit" form={form} look="primary" disabled={busy}>
            {t(step === 'proof' ? 'protection.turnOn' : 'protection.next')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <Steps current={step} />
        {failure && <FailureNotice failure={failure} />}
        {step === 'passphrase' && <PassphraseStep form={form} onSubmit={begin} />}
        {step === 'key' && <KeyStep form={form} recoveryKey={recoveryKey} onSubmit={() => goTo('proof')} />}
        {step === 'proof' && <ProofStep form={form} onSubmit={turnOn} />}
        {busy && <Progress label={t(step === 'proof' ? 'protection.turningOn' : 'protection.working')} />}
      </div>
    </Dialog>
  )
}

/** Protecting the open consultation, or what can be done once it is. */
export function ProtectDialog({ onClose }: { onClose: () => void }) {
  const { consultation } = useWorkspace()
  const [isProtected, setProtected] = useState<boolean | null>(null)
  useEffect(() => {
    const ask = async () => {
      const state = await client['protection.state']({ consultation })
      setProtected(state.ok && state.value.isProtected)
    }
    void ask()
  }, [consultation])
  if (isProtected === null) return null
  return isProtected ? <ProtectedDialog onClose={onClose} /> : <SetUpDialog onClose={onClose} />
}
