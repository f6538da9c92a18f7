import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '#shared/contract/replies.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { showWorkspace } from '../../state/workspace-store.ts'
import { toast } from '../../ui/toast.tsx'

export type ProtectionStep = 'passphrase' | 'key' | 'proof'

export interface Protecting {
  readonly step: ProtectionStep
  /** Shown once, between the first step and the last. */
  readonly recoveryKey: string
  readonly busy: boolean
  readonly failure: AnyFailure | null
  readonly goTo: (step: ProtectionStep) => void
  readonly begin: (passphrase: string) => void
  readonly turnOn: (typed: string) => void
}

/** The way to a protected consultation: a passphrase, a key that is shown, and that key typed back. */
export function useProtecting(onDone: () => void): Protecting {
  const { t } = useTranslation('backup')
  const [step, goTo] = useState<ProtectionStep>('passphrase')
  const [recoveryKey, setRecoveryKey] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const run = async <Value>(call: Promise<Result<Value, unknown>>, then: (value: Value) => void) => {
    setBusy(true)
    setFailure(null)
    const done = await call
    setBusy(false)
    if (done.ok) then(done.value)
    else setFailure(done.failure as AnyFailure)
  }
  const begun = (begin: { readonly recoveryKey: string }) => {
    setRecoveryKey(begin.recoveryKey)
    goTo('key')
  }
  const turnedOn = (workspace: Workspace) => {
    showWorkspace(workspace)
    toast(t('protection.turnedOn'), { tone: 'ok' })
    onDone()
  }
  return {
    step,
    recoveryKey,
    busy,
    failure,
    goTo: (next) => {
      setFailure(null)
      goTo(next)
    },
    begin: (passphrase) => void run(client['protection.begin']({ passphrase }), begun),
    turnOn: (typed) => void run(client['protection.turnOn']({ recoveryKey: typed }), turnedOn),
  }
}
