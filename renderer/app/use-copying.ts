import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { copyElsewhere } from '../state/copy-elsewhere.ts'
import type { AnyFailure } from '../state/edits.ts'
import { toast } from '../ui/toast.tsx'

interface CopyState {
  readonly asksPassphrase: boolean
  readonly busy: boolean
  readonly failure: AnyFailure | null
}

/** What « Enregistrer une copie ailleurs » goes through: the system's dialog, and a passphrase when the copy needs one. */
export interface Copying extends CopyState {
  readonly copy: (passphrase?: string) => void
  readonly cancel: () => void
}

const useCopyState = create<CopyState>()(() => ({ asksPassphrase: false, busy: false, failure: null }))
const { setState } = useCopyState

const cancel = (): void => setState({ asksPassphrase: false, failure: null })

/** The one copy that is being made, wherever it is asked for. */
export function useCopying(): Copying {
  const { t } = useTranslation('common')
  const state = useCopyState()
  const copy = async (passphrase?: string) => {
    setState({ busy: true })
    const made = await copyElsewhere(passphrase)
    const needsPassphrase = !made.ok && made.failure.type === 'PassphraseNeeded'
    const failure = made.ok || needsPassphrase ? null : (made.failure as AnyFailure)
    const asksPassphrase = needsPassphrase || (!made.ok && useCopyState.getState().asksPassphrase)
    setState({ busy: false, failure, asksPassphrase })
    if (!made.ok || made.value === null) return
    const { name, leftOut } = made.value
    if (leftOut === 0) toast(t('copy.made', { name }), { tone: 'ok' })
    else toast(t('copy.leftOut', { name, count: leftOut }), { tone: 'danger' })
  }
  return { ...state, copy: (passphrase) => void copy(passphrase), cancel }
}
