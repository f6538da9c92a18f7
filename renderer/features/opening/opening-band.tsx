import './opening.css'
import { useState } from 'react'
import { useWorkspace } from '../../state/use-workspace.ts'
import { FoundPanel, LostDialog } from './found-panel.tsx'
import { ReadOnlyBand } from './read-only-band.tsx'
import { markTold, wasTold } from './told.ts'

/** What a person must know of the process that was opened: whether it can be written to, and what opening found. */
export function OpeningBand() {
  const { consultation, readOnly, found } = useWorkspace()
  const [, setTold] = useState(found)
  const isTold = wasTold(consultation, found)
  const onUnderstood = () => {
    markTold(consultation, found)
    setTold([])
  }
  return (
    <>
      {readOnly !== null && <ReadOnlyBand why={readOnly} />}
      {!isTold && <FoundPanel found={found} onUnderstood={onUnderstood} />}
      {!isTold && <LostDialog key={consultation} found={found} onUnderstood={onUnderstood} />}
    </>
  )
}
