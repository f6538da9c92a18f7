import { useEffect, useMemo } from 'react'
import { useWorkspace } from '../../../state/use-workspace.ts'
import { useDuplicates } from './duplicates-store.ts'
import { pairsIn, type Pairs } from './rows.ts'
import { searchDuplicates } from './search.ts'

/** What waits and what is linked; whoever shows it has the notes compared that came or changed. */
export function usePairs(): Pairs | null {
  const workspace = useWorkspace()
  const { records, consultation } = workspace
  const found = useDuplicates((state) => (state.consultation === consultation ? state.found : null))
  const failed = useDuplicates((state) => state.failure !== null)
  const busy = useDuplicates((state) => state.job !== null)
  useEffect(() => {
    // What failed, or was stopped, is tried again only when a person asks.
    if (!failed && !busy) void searchDuplicates(workspace)
  }, [workspace, failed, busy])
  return useMemo(() => (found === null ? null : pairsIn(records, found)), [records, found])
}

/** How many pairs of notes wait for a person; null until they have been searched for. */
export const useNearDuplicateCount = (): number | null => usePairs()?.proposed.length ?? null
