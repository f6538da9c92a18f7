import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/model/record.ts'
import type { DoubtfulNote } from '#shared/process/doubts.ts'
import { inSessionTime } from '#shared/programme/session-clock.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { clockTime } from '../../state/clock-time.ts'
import { voiceOfNote } from '../../state/record-words.ts'
import { useSomeone } from '../../state/someone.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { NoteAttachments } from '../attachments/note-attachments.tsx'
import { NoteCommitment } from '../review/note-commitment.tsx'
import { NoteTexts } from '../review/note-panel.tsx'
import { entryOf } from '../review/review-entry.ts'
import { useReview } from '../review/review-store.ts'
import { DoubtList } from './doubt-list.tsx'
import { isTyped } from './typed.ts'

interface NoteCardProps {
  session: Session
  reading: DoubtfulNote
  /** « 12 sur 80 » */
  place: string
  /** Where the keys of the reading answer. */
  within: RefObject<HTMLElement | null>
  onStep: (by: 1 | -1) => void
}

function Meta({ session, reading: { note } }: Pick<NoteCardProps, 'session' | 'reading'>) {
  const [{ records }, words, language, someone] = [useWorkspace(), useListWords(), useLanguage(), useSomeone()]
  const who = someone(voiceOfNote(records, note), note.f.session).join(', ')
  const { noteKind = 'observation', at } = note.f
  return (
    <p className="closing-meta">
      {at !== undefined && <time>{clockTime(inSessionTime(session, at), language)}</time>}
      <span className="row">
        <KindIcon kind={noteKind} />
        <b className="sentence">{words('noteKind', noteKind)}</b>
      </span>
      <bdi>{who}</bdi>
    </p>
  )
}

/** Brings the focus to the card as soon as this is there, but not from under someone who types. */
function Focus({ on }: { on: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    // A dialog gives the focus back to what opened it, a moment after it closes.
    const wait = setTimeout(() => isTyped(document.activeElement) || on.current?.focus())
    return () => clearTimeout(wait)
  }, [on])
  return null
}

/** One note of a second reading: its words, what is doubtful about it, and the way to the next. */
export function NoteCard({ session, reading, place, within, onStep }: NoteCardProps) {
  const { t } = useTranslation('closing')
  const { records } = useWorkspace()
  const { note, doubts } = reading
  const card = useRef<HTMLElement>(null)
  const choosing = useReview((state) => state.choosingThemes !== null)
  const entry = entryOf(records, note)
  const said = doubts.map((doubt) => t(`doubt.${doubt}`)).join(t('separator'))
  return (
    <article
      ref={card}
      className="card closing-note"
      tabIndex={-1}
      aria-label={t('reading.card', { place, doubts: said || t('reading.nothing') })}
    >
      {!choosing && <Focus key={`${note.id} ${said}`} on={card} />}
      <Meta session={session} reading={reading} />
      <div key={note.id} className="note-panel">
        <NoteTexts entry={entry} />
        <NoteCommitment entry={entry} />
        <NoteAttachments note={note} />
      </div>
      <DoubtList key={`doubts ${note.id}`} session={session} reading={reading} within={within} onStep={onStep} />
      <footer className="row">
        <Button keys={KEYMAP.closing.previous} onClick={() => onStep(-1)}>
          {t('reading.previous')}
        </Button>
        <Button keys={KEYMAP.closing.next} onClick={() => onStep(1)}>
          {t('reading.next')}
        </Button>
      </footer>
    </article>
  )
}
