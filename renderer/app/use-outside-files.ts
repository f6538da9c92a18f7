import { useEffect, useEffectEvent } from 'react'
import { client } from '../api/client.ts'
import { showWorkspace, usePage } from '../state/workspace-store.ts'
import type { DestinationId } from './navigation.ts'

/** Opens the consultation of the first file that was asked for; the consolidation screen takes those of an open one. */
async function openFirst(): Promise<void> {
  const taken = await client['file.take']({})
  const first = taken.ok ? taken.value[0] : undefined
  if (first === undefined) return
  const opened = await client['bundle.open']({ file: first.token })
  if (opened.ok) showWorkspace(opened.value)
}

/** Follows files that a double click or a second start asks for, now and later. */
export function useOutsideFiles(isReady: boolean, goTo: (destination: DestinationId) => void): void {
  const follow = useEffectEvent(() => {
    if (usePage.getState().workspace === null) void openFirst()
    else goTo('merge')
  })
  useEffect(() => {
    if (!isReady) return undefined
    if (usePage.getState().workspace === null) void openFirst()
    return window.rapporteur.on('files.waiting', () => follow())
  }, [isReady])
}
