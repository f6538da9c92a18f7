/* oxlint-disable jsx-a11y/prefer-tag-over-role, react/incompatible-library -- a virtual list cannot be a select; its functions are called while drawing, never kept */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/programme/sources/find-words.ts'
import { timeOnClock } from '#shared/programme/sources/on-the-clock.ts'
import type { Source } from '#shared/programme/sources/source.ts'
import { PartLine } from './part-line.tsx'

/** Height of a part of two lines, in CSS pixels, until it is measured. */
const EXPECTED = 58
const PAGE = 8

export interface PartListProps {
  source: Source
  starts: string | undefined
  /** Where the keyboard is. */
  current: number
  onCurrent: (index: number) => void
  found: ReadonlyMap<number, readonly Place[]>
}

function stepFrom(key: string, from: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: from - PAGE,
    PageDown: from + PAGE,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1)
}

/** The line where the keyboard is, chosen as with a mouse: copying copies it. */
function chooseWords(line: Element | null | undefined): void {
  const selection = window.getSelection()
  if (line && selection?.isCollapsed !== false) selection?.selectAllChildren(line)
}

function useRows(count: number, current: number) {
  const list = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => list.current,
    estimateSize: () => EXPECTED,
    overscan: 8,
    useFlushSync: false,
    // The part where the keyboard is must exist for the list to name it, even when one has scrolled away.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current])].toSorted((a, b) => a - b),
  })
  // The dialog takes the focus when it opens, which may be before there is anything to read.
  useEffect(() => list.current?.focus(), [])
  useEffect(() => virtualizer.scrollToIndex(current, { align: 'auto' }), [virtualizer, current])
  return { list, virtualizer }
}

/** What a source says, in the order of its times: only what is in view is drawn, however long it is. */
export function PartList({ source, starts, current, onCurrent, found }: PartListProps) {
  const { t } = useTranslation('sources')
  const id = useId()
  const { parts, kind } = source
  const { list, virtualizer } = useRows(parts.length, current)
  const onKeyDown = (event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.altKey || event.metaKey
    if (event.key === 'c' && isModified) chooseWords(list.current?.querySelector('[aria-selected="true"]'))
    const to = isModified ? null : stepFrom(event.key, current, parts.length)
    if (to === null) return
    event.preventDefault()
    onCurrent(to)
  }
  const lineOf = (index: number) => {
    const part = parts[index]
    const onClock = timeOnClock(part?.at ?? null, source, starts)
    return part && <PartLine part={part} kind={kind} onClock={onClock} found={found.get(index)} />
  }
  return (
    <div
      ref={list}
      role="listbox"
      className="source-list"
      aria-label={t('reader.parts')}
      aria-activedescendant={`${id}-${current}`}
      tabIndex={0}
      data-autofocus
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="source-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            ref={virtualizer.measureElement}
            id={`${id}-${index}`}
            role="option"
            className="source-part"
            data-index={index}
            aria-selected={index === current}
            aria-posinset={index + 1}
            aria-setsize={parts.length}
            style={{ transform: `translateY(${start}px)` }}
            onPointerDown={() => onCurrent(index)}
          >
            {lineOf(index)}
          </div>
        ))}
      </div>
    </div>
  )
}
