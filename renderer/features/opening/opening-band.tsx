import './opening.css'
import { useState } from 'react'
import type { Found, ReadOnly } from '#shared/contract/opening.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { FoundPanel, LostDialog } from './found-panel.tsx'
import { ReadOnlyBand } from './read-only-band.tsx'
import { markTold, wasTold } from './told.ts'

/** What is worth telling: a lock that the same stop left behind is no other news, and what another program writes is no stop. */
function toTell(found: readonly Found[], readOnly: ReadOnly | null): readonly Found[] {
  const types = new Set(found.map(({ type }) => type))
  return found.filter(({ type }) => {
    if (type === 'LockTakenOver') return !types.has('NotClosed')
    return readOnly === null || (type !== 'NotClosed' && type !== 'Unfinished')
  })
}

/** What a person must know of the process that was opened: whether it can be written to, and what opening found. */
export function OpeningBand() {
  const { consultation, readOnly, ...opened } = useWorkspace()
  const found = toTell(opened.found, readOnly)
  const [, setTold] = useState(opened.found)
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
