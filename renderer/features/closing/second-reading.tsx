import { IconArrowLeft, IconCircleCheck } from '@tabler/icons-react'
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Session } from '#shared/model/record.ts'
import type { DoubtfulNote } from '#shared/process/doubts.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Rail } from '../../ui/rail.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { NoteFields } from '../review/note-fields.tsx'
import { NoteLeaving } from '../review/note-leaving.tsx'
import { NoteVersions } from '../review/note-versions.tsx'
import { entryOf } from '../review/review-entry.ts'
import { showFailure, useReview } from '../review/review-store.ts'
import { ThemeDialog } from '../review/theme-dialog.tsx'
import type { Asked } from './open-lines.ts'
import { NoteCard } from './note-card.tsx'
import { isTyped } from './typed.ts'
import { useWalk } from './use-walk.ts'

interface SecondReadingProps {
  session: Session
  asked: Asked
  onBack: () => void
}

/** Escape leaves a field, then the reading; what has an answer of its own for it keeps it. */
function leaveWith(event: KeyboardEvent<HTMLElement>, onBack: () => void): void {
  const { target, currentTarget } = event
  if (event.key !== 'Escape' || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return
  if (target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  const card = currentTarget.querySelector<HTMLElement>('.closing-note')
  if (isTyped(target) && card !== null) card.focus()
  else onBack()
}

function Place({ place, total, left }: { place: number; total: number; left: number }) {
  const { t } = useTranslation('closing')
  return (
    <div className="closing-progress">
      <b className="figures">
        <bdi>{t('reading.place', { place, total })}</bdi>
      </b>
      <Progress label={t('reading.settled')} done={total - left} total={total} />
    </div>
  )
}

function Ended({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('closing')
  const button = useRef<HTMLDivElement>(null)
  useEffect(() => button.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={button}>
      <EmptyState
        icon={<IconCircleCheck size={32} aria-hidden className="ok" />}
        title={t('reading.ended')}
        action={
          <Button look="primary" keys={KEYMAP.closing.back} onClick={onBack}>
            {t('reading.back')}
          </Button>
        }
      />
    </div>
  )
}

function Fields({ reading }: { reading: DoubtfulNote }) {
  const { t } = useTranslation('review')
  const { records } = useWorkspace()
  const entry = useMemo(() => entryOf(records, reading.note), [records, reading.note])
  return (
    <Rail side="end" label={t('panel.label')} summary={t('panel.title')}>
      <div className="note-panel" key={reading.note.id}>
        <NoteVersions record={reading.note} />
        <NoteFields entry={entry} />
        <NoteLeaving entry={entry} />
      </div>
    </Rail>
  )
}

/** The notes that something is doubtful about, one at a time, each with the keys that settle it. */
export function SecondReading({ session, asked, onBack }: SecondReadingProps) {
  const { t } = useTranslation('closing')
  const language = useLanguage()
  const walk = useWalk(session, asked)
  const choosing = useReview((state) => state.choosingThemes)
  const failure = useReview((state) => state.failure)
  const panes = useRef<HTMLDivElement>(null)
  const typing = (is: boolean) => (event: FocusEvent) => {
    // A dialog is part of this screen for React, and is over it for a person.
    if (!event.currentTarget.contains(event.target)) return
    if (is ? isTyped(event.target) : !isTyped(event.relatedTarget)) walk.type(is)
  }
  const title =
    asked === 'all' ? t('reading.title') : t('reading.of', { what: t(`open.${asked}`, { count: walk.total }) })
  return (
    <>
      <ViewHead title={title} detail={labelOf(session, language)}>
        <span className="grow" />
        {walk.reading !== null && <Place place={walk.place} total={walk.total} left={walk.left} />}
        <Button
          icon={<IconArrowLeft size={16} aria-hidden className="mirrored" />}
          keys={KEYMAP.closing.back}
          onClick={onBack}
        >
          {t('reading.back')}
        </Button>
      </ViewHead>
      {failure && <FailureNotice failure={failure} onDismiss={() => showFailure(null)} />}
      <div
        ref={panes}
        className="panes closing-reading"
        role="presentation"
        onKeyDown={(event) => leaveWith(event, onBack)}
        onFocus={typing(true)}
        onBlur={typing(false)}
      >
        <section className="pane closing-pane" data-pane aria-label={title} tabIndex={-1}>
          {walk.reading === null ? (
            <Ended onBack={onBack} />
          ) : (
            <NoteCard
              session={session}
              reading={walk.reading}
              place={t('reading.place', { place: walk.place, total: walk.total })}
              within={panes}
              onStep={walk.step}
            />
          )}
        </section>
        {walk.reading !== null && <Fields reading={walk.reading} />}
      </div>
      {choosing !== null && <ThemeDialog notes={choosing} />}
    </>
  )
}
