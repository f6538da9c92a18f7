import { useCallback, useEffect, useState } from 'react'
import type { WaitingLoosening } from '#shared/contract/settling-calls.ts'
import { client } from '../../api/client.ts'
import { writeWith } from '../../state/edits.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { useMerge } from './merge-store.ts'

export interface Loosenings {
  readonly waiting: readonly WaitingLoosening[]
  readonly accept: (ids: readonly string[]) => ReturnType<typeof writeWith<'loosening.accept'>>
}

/** Loosenings that came from elsewhere and wait; asked again when something may have brought or answered one. */
export function useLoosenings(): Loosenings {
  const [waiting, setWaiting] = useState<readonly WaitingLoosening[]>([])
  const { consultation, history } = useWorkspace()
  const done = useMerge((state) => state.done)
  const ask = useCallback(async () => {
    const listed = await client['loosening.list']({})
    if (listed.ok) setWaiting(listed.value)
  }, [])
  useEffect(() => void ask(), [ask, consultation, history, done])
  return { waiting, accept: (ids) => writeWith('loosening.accept', { ids: [...ids] }) }
}
