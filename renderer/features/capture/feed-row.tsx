/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- articles of a feed take the focus (ARIA practices) */
import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import { members, type Note, type Records } from '#shared/model/record.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Badge } from '../../ui/badge.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { ScopeMark } from '../../ui/scope-mark.tsx'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { AttachmentStrip } from '../attachments/attachment-strip.tsx'
import { attachmentsByNote } from '../attachments/attachments-of.ts'
import { StanceIcon } from './stance-icon.tsx'
import { clockTime } from '../../state/clock-time.ts'
import { RegionMark } from './region-mark.tsx'
import { voiceOf, wordsOf } from './labels.ts'
import type { RowSize } from './row-height.ts'

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
  const { t } = useTranslation('capture')
  const [words, language] = [useListWords(), useLanguage()]
  const voice = voiceOf(records, note)
  const [speaker = t('feed.unidentified')] = voice === undefined ? [] : wordsOf(records, voice)
  const { noteKind = 'observation', stance, lang, quoteState } = note.f
  return (
    <div className="feed-meta">
      <span className="feed-kind">
        <KindIcon kind={noteKind} />
        <b className="sentence">{words('noteKind', noteKind)}</b>
      </span>
      <bdi className="feed-speaker">{speaker}</bdi>
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

/** One note of the feed, at a height known beforehand. */
export const FeedRow = memo(function FeedRow({ note, size, position, total, offset, focusable }: FeedRowProps) {
  const { t } = useTranslation('capture')
  const { records } = useWorkspace()
  const language = useLanguage()
  const { text, lang, at, scope = 'undecided' } = note.f
  return (
    <article
      className="feed-row"
      data-size={size}
      data-attached={attachmentsByNote(records).has(note.id)}
      data-note={note.id}
      aria-posinset={position}
      aria-setsize={total}
      aria-labelledby={`text-${note.id}`}
      tabIndex={focusable ? 0 : -1}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <time>{at === undefined ? '' : clockTime(at, language)}</time>
      <div className="feed-said">
        <p id={`text-${note.id}`} className="written" dir="auto" lang={lang}>
          {text ?? t('feed.conflict')}
        </p>
        <Meta note={note} records={records} />
        <AttachmentStrip note={note.id} />
      </div>
      <ScopeMark scope={scope} />
    </article>
  )
})
