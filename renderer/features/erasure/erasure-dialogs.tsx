import { useCallback } from 'react'
import { useIntent } from '../../state/intents.ts'
import { usePage } from '../../state/workspace-store.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { askToErase, leaveErasing, useErasing } from '../../state/erasing.ts'

/** What the menu or the form of a speaker asks; without an open consultation there is nobody to remove. */
export function ErasureDialogs() {
  const person = useErasing((state) => state.person)
  const isOpen = usePage(({ workspace }) => workspace !== null)
  useIntent(
    'person.remove',
    useCallback(() => askToErase(), []),
  )
  return isOpen && person !== null && <EraseDialog asked={person} onClose={leaveErasing} />
}
