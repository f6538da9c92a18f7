import { useEffect, useState } from 'react'
import { begin } from '../state/begin.ts'

/** Begins where the person was; `true` once the page knows what to show first. */
export function useStart(): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    void begin().finally(() => setReady(true))
  }, [])
  return isReady
}
