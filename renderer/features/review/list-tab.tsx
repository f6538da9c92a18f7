import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FilterBar } from './filter-bar.tsx'
import { useFilterWords } from './filter-words.ts'
import { NotePanel } from './note-panel.tsx'
import type { ReviewEntry } from './review-entry.ts'
import { partsToDrop, without } from './review-filter.ts'
import { setFilter, useReview } from './review-store.ts'
import { ReviewRows } from './review-rows.tsx'
import { useReviewList } from './use-review-list.ts'
import { ViewsRail } from './views-rail.tsx'

/** Nothing passes: which filter to drop, and what that would show. */
function NothingShown({ entries }: { entries: readonly ReviewEntry[] }) {
  const { t } = useTranslation('review')
  const filter = useReview((state) => state.filter)
  const said = useFilterWords()
  if (entries.length === 0) return <EmptyState title={t('list.empty')} />
  const parts = partsToDrop(entries, filter)
  return (
    <EmptyState title={t('list.none')}>
      <div className="stack">
        <p>{t(parts.length > 0 ? 'list.drop' : 'list.dropSeveral')}</p>
        {parts.map(({ part, count }) => (
          <Button key={part} onClick={() => setFilter(without(filter, part))}>
            {t('list.dropOne', { what: said(filter, part), count })}
          </Button>
        ))}
      </div>
    </EmptyState>
  )
}

/** Goes into the panel at the end, opening it where there is only room for its button. */
function reachPanel(panes: HTMLElement | null, what: 'panel' | 'text'): void {
  const panel = [...(panes?.querySelectorAll<HTMLElement>(':scope > aside') ?? [])].at(-1)
  const opener = panel?.querySelector<HTMLElement>('.rail-button')
  if (opener) opener.click()
  else panel?.querySelector<HTMLElement>(what === 'text' ? 'textarea' : 'input, textarea, select, button')?.focus()
}

/** The notes, what is left to do at their side, and the one where the keyboard is. */
export function ListTab() {
  const { t } = useTranslation('review')
  const { entries, shown, ids } = useReviewList()
  const current = useReview((state) => state.selection.current)
  const panes = useRef<HTMLDivElement>(null)
  const position = current === null ? -1 : ids.indexOf(current)
  return (
    <>
      <div className="panes review-panes" ref={panes}>
        <ViewsRail entries={entries} count={shown.length} />
        <section className="pane pane-stack" data-pane aria-label={t('list.label')} tabIndex={-1}>
          <FilterBar shown={shown.length} total={entries.length} />
          {shown.length === 0 ? (
            <div className="pane-scroll">
              <NothingShown entries={entries} />
            </div>
          ) : (
            <ReviewRows shown={shown} ids={ids} onOpen={(what) => reachPanel(panes.current, what)} />
          )}
        </section>
        <NotePanel entry={shown[position]} position={position + 1} total={shown.length} />
      </div>
      <BulkBar shown={shown} ids={ids} />
    </>
  )
}
