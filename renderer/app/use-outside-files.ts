import { useEffect, useEffectEvent } from 'react'
import type { AnyFailure } from '../state/edits.ts'
import { client } from '../api/client.ts'
import { fetchOutside, takeOutside, useOutside } from '../state/outside-files.ts'
import { askRestoreOf } from '../state/restore-asked.ts'
import { showWorkspace, usePage } from '../state/workspace-store.ts'
import { useSayFailure } from './use-say-failure.ts'
import type { DestinationId } from './navigation.ts'

/** Opens the consultation of a file; `null` once it is open. */
async function openBundle(file: string): Promise<AnyFailure | null> {
  const opened = await client['bundle.open']({ file })
  if (!opened.ok) return opened.failure as AnyFailure
  showWorkspace(opened.value)
  return null
}

/**
 * Follows files that a double click or a second start asks for, now and later. The first opens its consultation when none
 * is open, a backup being looked at before it is restored; the consolidation screen takes them when one is.
 */
export function useOutsideFiles(isReady: boolean, goTo: (destination: DestinationId) => void): void {
  const sayFailure = useSayFailure()
  const follow = useEffectEvent(async () => {
    if (!(await fetchOutside())) return
    const [first] = usePage.getState().workspace === null ? takeOutside(1) : []
    const failure = first === undefined ? null : await openBundle(first.token)
    // What is locked with a passphrase is a backup more often than not, and restoring asks for it.
    const isBackup = failure?.type === 'BackupOnlyRestores' || failure?.type === 'FileLocked'
    if (first !== undefined && isBackup) askRestoreOf(first)
    else if (failure !== null) sayFailure(failure)
    if (usePage.getState().workspace !== null && useOutside.getState().files.length > 0) goTo('merge')
  })
  useEffect(() => {
    if (!isReady) return undefined
    void follow()
    return window.rapporteur.on('files.waiting', () => void follow())
  }, [isReady])
}
