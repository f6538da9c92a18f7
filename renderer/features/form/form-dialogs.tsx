import { useCallback, useState } from 'react'
import { leaveForm, useFilledForms } from '../../state/filled-forms.ts'
import { useIntent } from '../../state/intents.ts'
import { usePage } from '../../state/workspace-store.ts'
import { ReadDialog } from './read-dialog.tsx'
import { WriteDialog } from './write-dialog.tsx'

/** Forms to fill in, asked from the menu, and those that come back, wherever they were dropped. */
export function FormDialogs() {
  const [isAsked, setAsked] = useState(false)
  const isOpen = usePage(({ workspace }) => workspace !== null)
  const file = useFilledForms(({ files }) => files[0])
  useIntent(
    'form.write',
    useCallback(() => setAsked(true), []),
  )
  if (!isOpen) return null
  return (
    <>
      {isAsked && <WriteDialog onClose={() => setAsked(false)} />}
      {file && <ReadDialog key={file.token} file={file} onClose={leaveForm} />}
    </>
  )
}
