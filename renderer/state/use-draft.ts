import { useState } from 'react'
import { forgetDraft, keepDraft, readDraft } from './drafts.ts'

/**
 * A text under the hand, kept on the disk until it is written: null when what is saved stands. `key` names what it is a
 * draft of, `saved` is what stands there; a component that shows another text needs another React key.
 */
export function useDraft(key: string, saved: string): readonly [string | null, (text: string | null) => void] {
  const [draft, setDraft] = useState(() => {
    const kept = readDraft(key)
    return typeof kept === 'string' && kept !== saved ? kept : null
  })
  const change = (text: string | null) => {
    setDraft(text)
    if (text === null || text === saved) forgetDraft(key)
    else keepDraft(key, JSON.stringify(text))
  }
  return [draft, change]
}
