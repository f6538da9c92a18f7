import { useEffect, useMemo, useRef } from 'react'
import { useWorkspace } from '../../state/use-workspace.ts'
import { entriesOf, type ReviewEntry } from './review-entry.ts'
import { filterEntries } from './review-filter.ts'
import { setSelection, useReview } from './review-store.ts'
import { keepShown } from './selection.ts'

export interface ReviewList {
  readonly entries: readonly ReviewEntry[]
  /** Those that pass the filter, in the order they are shown. */
  readonly shown: readonly ReviewEntry[]
  readonly ids: readonly string[]
}

/** All notes, those that are shown, and a selection that never holds what is not shown. */
export function useReviewList(): ReviewList {
  const { records } = useWorkspace()
  const filter = useReview((state) => state.filter)
  const entries = useMemo(() => entriesOf(records), [records])
  const shown = useMemo(() => filterEntries(entries, filter), [entries, filter])
  const ids = useMemo(() => shown.map(({ note }) => note.id), [shown])
  const before = useRef<readonly string[]>([])
  useEffect(() => {
    setSelection((selection) => keepShown(selection, before.current, ids))
    before.current = ids
  }, [ids])
  return { entries, shown, ids }
}
