import { useCallback, useEffect, useState } from 'react'
import type { WaitingLoosening } from '#shared/contract/settling-calls.ts'
import { client } from '../../api/client.ts'
import { writeWith } from '../../state/edits.ts'
import { useWorkspace } from '../../state/use-workspace.ts'

export interface Loosenings {
  readonly waiting: readonly WaitingLoosening[]
  readonly accept: (ids: readonly string[]) => ReturnType<typeof writeWith<'loosening.accept'>>
}

async function listWaiting(): Promise<readonly WaitingLoosening[]> {
  const listed = await client['loosening.list']({})
  return listed.ok ? listed.value : []
}

/** Loosenings that came from elsewhere and wait; asked again once something was written that may bring or answer one. */
export function useLoosenings(): Loosenings {
  const { history } = useWorkspace()
  const [found, setFound] = useState<{ readonly at: unknown; readonly waiting: Loosenings['waiting'] }>(NONE)
  const show = useCallback((at: unknown, waiting: Loosenings['waiting']) => setFound({ at, waiting }), [])
  useEffect(() => void listWaiting().then((waiting) => show(history, waiting)), [history, show])
  return { waiting: found.waiting, accept: (ids) => writeWith('loosening.accept', { ids: [...ids] }) }
}

const NONE = { at: null, waiting: [] }
