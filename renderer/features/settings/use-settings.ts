import { useState } from 'react'
import type { Settings } from '#shared/contract/replies.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { showSettings, usePage } from '../../state/workspace-store.ts'

export interface SettingsDesk {
  /** Null until the node side has said what this computer knows. */
  readonly settings: Settings | null
  readonly failure: AnyFailure | null
  /** Takes effect at once. */
  readonly save: (choice: Parameters<(typeof client)['settings.save']>[0]) => Promise<void>
}

export function useSettings(): SettingsDesk {
  const settings = usePage((state) => state.app?.settings ?? null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const save: SettingsDesk['save'] = async (choice) => {
    const saved = await client['settings.save'](choice)
    setFailure(saved.ok ? null : (saved.failure as AnyFailure))
    if (saved.ok) showSettings(saved.value)
  }
  return { settings, failure, save }
}
