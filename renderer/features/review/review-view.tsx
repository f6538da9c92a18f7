import './board.css'
import './note-panel.css'
import './review-list.css'
import './review.css'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { KEYMAP } from '../../app/keymap.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useIntent } from '../../state/intents.ts'
import { useNotesAsked } from '../../state/notes-asked.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SelectField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useNarrow } from '../../ui/rail.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TabBar, TabPanel } from '../../ui/tabs.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { CoverageTab } from './coverage-tab.tsx'
import { ReviewSearch } from './filter-bar.tsx'
import { ListTab } from './list-tab.tsx'
import { openInList, REVIEW_TABS, showBoard, showFailure, showReviewOf, showTab, useReview } from './review-store.ts'
import { ThemeDialog } from './theme-dialog.tsx'
import { TrendsTab } from './trends-tab.tsx'
import { useActs } from './use-acts.ts'
import { useAxes } from './use-programme.ts'

/** More axes than this do not fit on one line. */
const SEGMENTS = 4

function AxisChoice({ axis }: { axis: string | undefined }) {
  const { t } = useTranslation('review')
  const [axes, language, narrow] = [useAxes(), useLanguage(), useNarrow()]
  const choices = axes.map((one, index) => ({ value: one.id, label: `${index + 1} ${shortLabel(one, language)}` }))
  if (axes.length <= SEGMENTS && !narrow)
    return <Segmented label={t('part.axis')} value={axis ?? null} segments={choices} onChange={showBoard} />
  return (
    <SelectField
      label={<span className="visually-hidden">{t('part.axis')}</span>}
      value={axis ?? null}
      choices={choices}
      onChange={showBoard}
    />
  )
}

function useBoardAxis(): string | undefined {
  const chosen = useReview((state) => state.axis)
  const axes = useAxes()
  return (axes.find(({ id }) => id === chosen) ?? axes[0])?.id
}

/** The keys of the whole screen: tabs, and the search. */
function useViewKeys(find: () => void): void {
  const tab = useReview((state) => state.tab)
  const step = (by: number) => {
    const next = REVIEW_TABS[(REVIEW_TABS.indexOf(tab) + by + REVIEW_TABS.length) % REVIEW_TABS.length]
    if (next !== undefined) showTab(next)
  }
  useKeys('review', { nextView: () => step(1), previousView: () => step(-1), find })
}

const takesText = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox], [type=radio])')

/** Control and Z takes back the last writing, except inside a field, where it takes back letters. */
function useHistoryKeys(): (event: KeyboardEvent) => void {
  const { takeBack, putBack } = useActs()
  return (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || takesText(event.target)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    void (key === 'y' || event.shiftKey ? putBack() : takeBack())
  }
}

function Failure() {
  const { t } = useTranslation('review')
  const failure = useReview((state) => state.failure)
  const { takeBack } = useActs()
  if (failure === null) return null
  const anyway = failure.type === 'ReplacedSince' && (
    <Button onClick={() => void takeBack(true)}>{t('toast.undoAnyway')}</Button>
  )
  return <FailureNotice failure={failure} action={anyway} onDismiss={() => showFailure(null)} />
}

function UndoButton() {
  const { t } = useTranslation('review')
  const { history } = useWorkspace()
  const { takeBack } = useActs()
  const what = history.undo === null ? '' : t(`step.${history.undo}` as 'step.notes.edit')
  return (
    <IconButton
      look="plain"
      label={history.undo === null ? t('toast.undo') : t('toast.undoWhat', { what })}
      keys={KEYMAP.menu.undo}
      icon={<IconArrowBackUp size={16} aria-hidden />}
      disabled={history.undo === null}
      onClick={() => void takeBack()}
    />
  )
}

/** The screen where notes are read again, sorted and decided upon. */
export function ReviewView() {
  const { t } = useTranslation('review')
  const { consultation } = useWorkspace()
  const tab = useReview((state) => state.tab)
  const choosing = useReview((state) => state.choosingThemes)
  const axis = useBoardAxis()
  const root = useRef<HTMLDivElement>(null)
  const find = useCallback(() => root.current?.querySelector<HTMLElement>('input[type=search]')?.focus(), [])
  // Before the list looks for its place.
  useLayoutEffect(() => showReviewOf(consultation), [consultation])
  useNotesAsked(openInList)
  useViewKeys(find)
  useIntent('find.open', find)
  const onKeyDown = useHistoryKeys()
  return (
    <div className="review" role="presentation" ref={root} onKeyDown={onKeyDown}>
      <ViewHead title={t('title')}>
        <TabBar
          id="review"
          label={t('tabs')}
          value={tab}
          tabs={REVIEW_TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
          onChange={showTab}
        />
        <span className="grow" />
        {tab === 'list' && <ReviewSearch />}
        {tab === 'trends' && <AxisChoice axis={axis} />}
        <UndoButton />
      </ViewHead>
      <Failure />
      <TabPanel id="review" value={tab} className="review-tab">
        {tab === 'list' && <ListTab />}
        {tab === 'trends' && <TrendsTab axis={axis} />}
        {tab === 'coverage' && <CoverageTab />}
      </TabPanel>
      {choosing !== null && <ThemeDialog notes={choosing} />}
    </div>
  )
}
