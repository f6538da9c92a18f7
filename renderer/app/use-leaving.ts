import { useEffect } from 'react'
import { flushDrafts } from '../state/drafts.ts'
import { isAtRisk } from '../state/save-machine.ts'
import { useSave } from '../state/save.ts'

/**
 * When the window is about to close: keeps what is being typed, and holds the window back while the disk lacks words. The
 * question is then asked by the program, in whose words the ways out are.
 */
export function useLeaving(): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      void flushDrafts()
      if (isAtRisk(useSave.getState())) event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => window.removeEventListener('beforeunload', onLeave)
  }, [])
}
