/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- a feed is walked with the keyboard (ARIA practices) */
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#shared/model/record.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FeedRow } from './feed-row.tsx'
import { stepInFeed, useFeed } from './use-feed.ts'
import { useRowFocus } from './use-row-focus.ts'

export interface FeedProps {
  notes: readonly Note[]
  onEdit: (note: string) => void
}

const noteAt = (target: EventTarget) => (target as Element).closest<HTMLElement>('[data-note]')?.dataset['note']

function Rows({ notes, onEdit }: FeedProps) {
  const { t } = useTranslation('capture')
  const scroller = useRef<HTMLDivElement>(null)
  const { virtualizer, sizes, total, onScroll } = useFeed(notes, scroller)
  const { entry, focusRow, setFocused } = useRowFocus(notes, scroller, (index) => virtualizer.scrollToIndex(index))
  const rows = virtualizer.getVirtualItems()
  // The way in for Tab must be a row that is drawn.
  const stop = rows.some(({ index }) => index === entry) ? entry : rows.at(-1)?.index
  const onKeyDown = (event: KeyboardEvent) => {
    const note = noteAt(event.target)
    const to = stepInFeed(event, entry, notes.length)
    if (to !== null) focusRow(to)
    else if ((event.key === 'F2' || event.key === 'Enter') && note !== undefined) {
      event.preventDefault()
      onEdit(note)
    }
  }
  const onDoubleClick = (event: MouseEvent) => {
    const note = noteAt(event.target)
    if (note !== undefined) onEdit(note)
  }
  return (
    <div
      ref={scroller}
      role="feed"
      className="pane-scroll feed"
      aria-label={t('feed.label')}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onDoubleClick={onDoubleClick}
      onFocus={(event) => setFocused(noteAt(event.target) ?? null)}
    >
      <div className="feed-rows" style={{ blockSize: total }}>
        {rows.map(({ key, index, start }) => {
          const note = notes[index]
          return (
            note && (
              <FeedRow
                key={key}
                note={note}
                size={sizes[index] ?? 'one'}
                position={index + 1}
                total={notes.length}
                offset={start}
                focusable={index === stop}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

/** The notes of the session, the newest at the end. */
export function Feed(props: FeedProps) {
  const { t } = useTranslation('capture')
  if (props.notes.length > 0) return <Rows {...props} />
  return (
    <div className="pane-scroll feed">
      <EmptyState title={t('feed.empty')} />
    </div>
  )
}
