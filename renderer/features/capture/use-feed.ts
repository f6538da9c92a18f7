/* oxlint-disable react/incompatible-library -- its functions are called while drawing, never kept */
import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Note } from '#shared/model/record.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { attachmentsByNote } from '../attachments/attachments-of.ts'
import { ATTACHED_HEIGHT, ROW_HEIGHT, sizeOfNote } from './row-height.ts'

/** What stands beside the text of a row: time, qualification, gaps and padding, in CSS pixels. */
const BESIDE_TEXT = 212
/** As far from the end, one still reads the end. */
const AT_END = 24

/** Rows drawn before and after those that are seen, and how many come at once. */
const BEYOND = 3
const TOGETHER = 2

/** The room of an element, in whole CSS pixels. */
function useRoom(element: RefObject<HTMLElement | null>) {
  const [room, setRoom] = useState({ width: 700, height: 400 })
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { width, height } = entry.contentRect
      setRoom({ width: Math.round(width), height: Math.round(height) })
    })
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return room
}

const isAtEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) =>
  scrollHeight - scrollTop - clientHeight < AT_END

/** Rows are drawn two by two, some beyond what is seen: what drawing costs, however little is drawn, is then paid half as often. */
function drawnRows({ startIndex, endIndex, count }: Range): number[] {
  const from = Math.max(0, Math.floor((startIndex - BEYOND) / TOGETHER) * TOGETHER)
  const end = Math.min(count, Math.ceil((endIndex + 1 + BEYOND) / TOGETHER) * TOGETHER)
  return Array.from({ length: end - from }, (_, row) => from + row)
}

/** Which rows of a long feed are drawn, and keeps its end in view while one is reading the end. */
export function useFeed(notes: readonly Note[], scroller: RefObject<HTMLDivElement | null>) {
  const { width, height } = useRoom(scroller)
  const sizes = useMemo(() => notes.map((note) => sizeOfNote(note, Math.max(width - BESIDE_TEXT, 120))), [notes, width])
  const { records } = useWorkspace()
  const attached = attachmentsByNote(records)
  const virtualizer = useVirtualizer({
    count: notes.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      ROW_HEIGHT[sizes[index] ?? 'one'] + (attached.has(notes[index]?.id ?? '') ? ATTACHED_HEIGHT : 0),
    // Another function each time would have every row placed anew while one scrolls.
    getItemKey: useCallback((index: number) => notes[index]?.id ?? index, [notes]),
    rangeExtractor: drawnRows,
    useFlushSync: false,
  })
  // Row heights are known, not measured: the virtualizer must be told when they change.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, sizes, attached])
  const following = useRef(true)
  const total = virtualizer.getTotalSize()
  useLayoutEffect(() => {
    const feed = scroller.current
    // The field grows and shrinks under the feed: its end must stay in view then too.
    if (feed && following.current) feed.scrollTop = total + height
  }, [scroller, total, height])
  const onScroll = () => {
    if (scroller.current) following.current = isAtEnd(scroller.current)
  }
  return { virtualizer, sizes, total, onScroll }
}

/** Where a key leads in the feed, or `null` for another key. */
export function stepInFeed(event: KeyboardEvent, from: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: from - 6,
    PageDown: from + 6,
    Home: 0,
    End: count - 1,
  }
  const to = steps[event.key]
  if (to === undefined || event.ctrlKey || event.altKey) return null
  event.preventDefault()
  return Math.min(Math.max(to, 0), count - 1)
}
