import { lazy, Suspense } from 'react'
import { leavePaste, usePasteAsked } from '../../../state/paste-asked.ts'
import { useWorkspaceSession } from './use-workspace-session.ts'

const PasteDialog = lazy(async () => ({ default: (await import('./paste-dialog.tsx')).PasteDialog }))

/** « Coller un programme », over whichever screen asked for it. */
export function PasteDialogs() {
  const session = useWorkspaceSession(usePasteAsked((state) => state.session))
  return (
    session !== null && (
      <Suspense fallback={null}>
        <PasteDialog key={session.id} session={session} onClose={leavePaste} />
      </Suspense>
    )
  )
}
