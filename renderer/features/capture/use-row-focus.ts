import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Note } from '#shared/model/record.ts'

/** Which row of the feed takes the focus, and how it reaches a row that is not drawn yet. */
export function useRowFocus(
  notes: readonly Note[],
  scroller: RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
) {
  const [focused, setFocused] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const at = useMemo(() => (focused === null ? -1 : notes.findIndex(({ id }) => id === focused)), [notes, focused])
  const focusRow = (index: number) => {
    wanted.current = notes[index]?.id ?? null
    setFocused(wanted.current)
    scrollTo(index)
  }
  // A row far away is drawn some frames after it was asked for.
  useLayoutEffect(() => {
    const row = wanted.current && scroller.current?.querySelector<HTMLElement>(`[data-note="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  return { entry: at === -1 ? notes.length - 1 : at, focusRow, setFocused }
}
