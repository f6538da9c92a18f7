import { useEffect, useState } from 'react'
import { client } from '../api/client.ts'
import { askUnlock } from '../state/locked.ts'
import { showApp, showWorkspace } from '../state/workspace-store.ts'

/** Asks who we are and what was open; `true` once the page knows what to show first. */
export function useStart(): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    void start().finally(() => setReady(true))
  }, [])
  return isReady
}

async function start(): Promise<void> {
  const app = await client['app.read']({})
  if (!app.ok) return
  showApp(app.value)
  const { current, settings } = app.value
  if (current === null || settings.role === null) return
  const reopened = await client['consultation.open']({ consultation: current })
  // What cannot be reopened is listed on the first screen, with its reason when it is chosen.
  if (reopened.ok) showWorkspace(reopened.value)
  else if (reopened.failure.type === 'Locked') askUnlock(current)
}
