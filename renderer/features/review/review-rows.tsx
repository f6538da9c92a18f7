/* oxlint-disable jsx-a11y/prefer-tag-over-role, react/incompatible-library -- a virtual list cannot be a select; its functions are called while drawing, never kept */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewEntry } from './review-entry.ts'
import { ReviewRow } from './review-row.tsx'
import { setSelection, useReview } from './review-store.ts'
import { ROW_HEIGHT, rowSize } from './row-size.ts'
import { extendTo, goTo, toggle } from './selection.ts'
import { useListKeys } from './use-list-keys.ts'

/** What stands beside the text of a row: box, time, qualification, gaps and padding, in CSS pixels. */
const BESIDE_TEXT = 260

function useRows(shown: readonly ReviewEntry[], current: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(700)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)))
    if (scroller.current) observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [])
  const sizes = useMemo(
    () => shown.map(({ note }) => rowSize(note.f.text ?? '', Math.max(width - BESIDE_TEXT, 120))),
    [shown, width],
  )
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT[sizes[index] ?? 'one'],
    getItemKey: (index) => shown[index]?.note.id ?? index,
    overscan: 6,
    useFlushSync: false,
    // The row where the keyboard is must exist for the list to name it, even when one has scrolled away.
    rangeExtractor: (range) => [
      ...new Set([...defaultRangeExtractor(range), ...(current >= 0 ? [current] : [])].toSorted((a, b) => a - b)),
    ],
  })
  // Row heights are known, not measured: the virtualizer must be told when they change.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, sizes])
  return { scroller, sizes, virtualizer }
}

const noteAt = (target: EventTarget) => (target as Element).closest<HTMLElement>('[data-note]')?.dataset['note']

function pointAt(event: MouseEvent, ids: readonly string[]): void {
  const id = noteAt(event.target)
  if (id === undefined) return
  const isBox = (event.target as Element).closest('.review-box') !== null
  if (event.shiftKey) setSelection((selection) => extendTo(selection, ids, id))
  else if (isBox || event.ctrlKey || event.metaKey) setSelection((selection) => toggle(selection, id))
  else setSelection((selection) => goTo(selection, id))
}

export interface ReviewRowsProps {
  shown: readonly ReviewEntry[]
  ids: readonly string[]
  /** Goes to the panel of the note. */
  onOpen: (what: 'panel' | 'text') => void
}

/** The notes that pass the filter. Focus stays on the list; it names the row where the keyboard is. */
export function ReviewRows({ shown, ids, onOpen }: ReviewRowsProps) {
  const { t } = useTranslation('review')
  const selection = useReview((state) => state.selection)
  const current = selection.current === null ? -1 : ids.indexOf(selection.current)
  const { scroller, sizes, virtualizer } = useRows(shown, current)
  const move = (to: number) => virtualizer.scrollToIndex(to)
  const onKeyDown: (event: KeyboardEvent) => void = useListKeys({ list: scroller, ids, current, move, onOpen })
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-multiselectable
      className="pane-scroll review-list"
      aria-label={t('list.label')}
      aria-activedescendant={current === -1 ? undefined : `review-${selection.current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={(event) => pointAt(event, ids)}
      onDoubleClick={() => onOpen('text')}
    >
      <div role="presentation" className="review-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const entry = shown[index]
          return (
            entry && (
              <ReviewRow
                key={key}
                entry={entry}
                size={sizes[index] ?? 'one'}
                position={index + 1}
                total={shown.length}
                offset={start}
                picked={selection.picked.has(entry.note.id)}
                current={index === current}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
