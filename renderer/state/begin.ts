import { create } from 'zustand'
import { client } from '../api/client.ts'
import { askUnlock } from './locked.ts'
import { showApp, showWorkspace } from './workspace-store.ts'
import type { AnyFailure } from './writings.ts'

/** Why what was open last is not open again; null when it is, or when nothing was. */
export const useNotBegun = create<{ readonly failure: AnyFailure | null }>()(() => ({ failure: null }))

export const dismissNotBegun = (): void => useNotBegun.setState({ failure: null })

/** Asks who we are, and opens again what was open last. */
export async function begin(): Promise<void> {
  dismissNotBegun()
  const app = await client['app.read']({})
  if (!app.ok) return useNotBegun.setState({ failure: app.failure })
  showApp(app.value)
  const { current, settings } = app.value
  if (current === null || settings.role === null) return
  const reopened = await client['consultation.open']({ consultation: current })
  if (reopened.ok) showWorkspace(reopened.value)
  else if (reopened.failure.type === 'Locked') askUnlock(current)
  else useNotBegun.setState({ failure: reopened.failure as AnyFailure })
}
