import './versions.css'
import { useCallback, useState } from 'react'
import { useIntent } from '../../state/intents.ts'
import { usePage } from '../../state/workspace-store.ts'
import { VersionsDialog } from './versions-dialog.tsx'

/** What menus ask, on any screen: nothing without an open consultation. */
export function VersionsDialogs() {
  const [shown, show] = useState<'open' | 'mark' | null>(null)
  const isOpen = usePage(({ workspace }) => workspace !== null)
  useIntent(
    'versions.open',
    useCallback(() => show('open'), []),
  )
  useIntent(
    'versions.mark',
    useCallback(() => show('mark'), []),
  )
  return isOpen && shown !== null ? <VersionsDialog marking={shown === 'mark'} onClose={() => show(null)} /> : null
}
