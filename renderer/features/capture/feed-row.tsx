/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- articles of a feed take the focus (ARIA practices) */
import { IconAlertTriangle, IconDots, IconShieldLock } from '@tabler/icons-react'
import { memo, type MouseEvent } from 'react'
import { labelOf } from '#shared/model/label.ts'
import { isDoubtful } from '#shared/evidence/doubt.ts'
import { isKind, members, type Note, type Records } from '#shared/model/record.ts'
import { noteLevel } from '../../state/note-level.ts'
import { useSomeone } from '../../state/someone.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Badge } from '../../ui/badge.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { ScopeMark } from '../../ui/scope-mark.tsx'
import { useTexts } from '../../ui/use-texts.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { AttachmentStrip } from '../attachments/attachment-strip.tsx'
import { attachmentsByNote } from '../attachments/attachments-of.ts'
import { StanceIcon } from './stance-icon.tsx'
import { RegionMark } from './region-mark.tsx'
import { voiceOf } from './labels.ts'
import type { RowSize } from './row-height.ts'
import { useSessionTime } from './session-time.ts'
import { askVoices } from './voice-asked.ts'

export interface FeedRowProps {
  note: Note
  size: RowSize
  /** Counted from 1, over all notes of the session. */
  position: number
  total: number
  /** Distance from the top of the feed, in CSS pixels. */
  offset: number
  focusable: boolean
}

function Meta({ note, records }: { note: Note; records: Records }) {
  const t = useTexts(['capture', 'voices'])
  const [words, language] = [useListWords(), useLanguage()]
  const voice = voiceOf(records, note)
  const [speaker] = useSomeone()(voice, note.f.session)
  const rule = stricterRule(records, note)
  const { noteKind = 'observation', stance, lang, quoteState } = note.f
  return (
    <div className="feed-meta">
      <span className="feed-kind">
        <KindIcon kind={noteKind} />
        <b className="sentence">{words('noteKind', noteKind)}</b>
      </span>
      <bdi className="feed-speaker">{speaker}</bdi>
      {isDoubtful(note) && (
        <span className="feed-doubt warn" title={t('voices:doubtful.explain')}>
          <b aria-hidden>?</b>
          <span className="visually-hidden">{t('voices:doubtful.mark')}</span>
        </span>
      )}
      {rule !== null && (
        <span className="feed-stance feed-rule">
          <IconShieldLock size={14} aria-hidden />
          {words('level', `${rule}.name`)}
        </span>
      )}
      <RegionMark region={voice?.f.region} named />
      {stance !== undefined && (
        <span className="feed-stance">
          <StanceIcon stance={stance} />
          <span className="sentence">{words('stance', stance)}</span>
        </span>
      )}
      {members(note, 'theme').map((id) => (
        <bdi key={id}>#{labelOf(records.get(id), language)}</bdi>
      ))}
      {lang !== undefined && lang !== language && <Badge>{lang.toUpperCase()}</Badge>}
      {quoteState === 'to-review' && (
        <span className="feed-stance warn">
          <IconAlertTriangle size={14} aria-hidden />
          {t('feed.quoteToReview')}
        </span>
      )}
    </div>
  )
}

/** The rule of a note, where it is stricter than that of its session. */
function stricterRule(records: Records, note: Note): number | null {
  const announced = records.get(note.f.session ?? '')?.f['level']
  const level = noteLevel(records, note)
  return typeof announced === 'number' && level > announced ? level : null
}

/** Opens the menu of a note: at the pointer, or under the row for a key. */
function openMenu(event: MouseEvent<HTMLElement>, note: Note): void {
  event.preventDefault()
  const { left, bottom } = event.currentTarget.getBoundingClientRect()
  const isKey = event.clientX === 0 && event.clientY === 0
  const isButton = event.type === 'click'
  askVoices({
    type: 'menu',
    note,
    x: isKey || isButton ? left : event.clientX,
    y: isKey || isButton ? bottom : event.clientY,
  })
}

/** One note of the feed, at a height known beforehand. */
export const FeedRow = memo(function FeedRow({ note, size, position, total, offset, focusable }: FeedRowProps) {
  const t = useTexts(['capture', 'voices'])
  const { records } = useWorkspace()
  const { text, lang, at, scope = 'undecided' } = note.f
  const session = records.get(note.f.session ?? '')
  const timeOf = useSessionTime(session !== undefined && isKind(session, 'session') ? session : undefined)
  const time = at === undefined ? '' : timeOf(at)
  return (
    <article
      className="feed-row"
      data-size={size}
      data-attached={attachmentsByNote(records).has(note.id)}
      data-note={note.id}
      aria-keyshortcuts="Shift+F10"
      aria-posinset={position}
      aria-setsize={total}
      aria-labelledby={`text-${note.id}`}
      tabIndex={focusable ? 0 : -1}
      style={{ insetBlockStart: offset }}
      onContextMenu={(event) => openMenu(event, note)}
    >
      <time>{time}</time>
      <div className="feed-said">
        <p id={`text-${note.id}`} className="written" dir="auto" lang={lang}>
          {text ?? t('feed.conflict')}
        </p>
        <Meta note={note} records={records} />
        <AttachmentStrip note={note.id} />
      </div>
      <ScopeMark scope={scope} />
      <button
        type="button"
        className="feed-more"
        aria-haspopup="menu"
        aria-label={t('voices:row.actions', { time })}
        tabIndex={focusable ? 0 : -1}
        onClick={(event) => openMenu(event, note)}
      >
        <IconDots size={16} aria-hidden />
      </button>
    </article>
  )
})
