/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual list cannot be a select */
import { IconArrowsSplit2, IconCheck, IconShieldLock } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { isDoubtful } from '#shared/evidence/doubt.ts'
import { labelOf } from '#shared/model/label.ts'
import { members } from '#shared/model/record.ts'
import { clockTime } from '../../state/clock-time.ts'
import { shortLabel, voiceOfNote } from '../../state/record-words.ts'
import { useSomeone } from '../../state/someone.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Badge } from '../../ui/badge.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { ScopeMark } from '../../ui/scope-mark.tsx'
import { RegionName } from './region-name.tsx'
import type { ReviewEntry } from './review-entry.ts'
import type { RowSize } from './row-size.ts'

export interface ReviewRowProps {
  entry: ReviewEntry
  size: RowSize
  /** Counted from 1, over all notes that are shown. */
  position: number
  total: number
  /** Distance from the top of the list, in CSS pixels. */
  offset: number
  picked: boolean
  current: boolean
}

function Meta({ entry }: { entry: ReviewEntry }) {
  const { t } = useTranslation(['review', 'voices'])
  const [words, language, { records }] = [useListWords(), useLanguage(), useWorkspace()]
  const { note, region, level } = entry
  const voice = voiceOfNote(records, note)
  const [who] = useSomeone()(voice, note.f.session)
  const { noteKind = 'observation', lang } = note.f
  return (
    <span className="review-meta">
      <RegionName region={region} />
      <span className="review-kind">
        <KindIcon kind={noteKind} />
        <b className="sentence">{words('noteKind', noteKind)}</b>
      </span>
      <bdi>{who}</bdi>
      {isDoubtful(note) && (
        <span className="warn">
          <b aria-hidden>?</b>
          <span className="visually-hidden">{t('voices:doubtful.mark')}</span>
        </span>
      )}
      {members(note, 'theme').map((id) => (
        <bdi key={id}>#{labelOf(records.get(id), language)}</bdi>
      ))}
      {lang !== undefined && lang !== language && <Badge>{lang.toUpperCase()}</Badge>}
      {level >= 5 && (
        <span className="review-kind">
          <IconShieldLock size={14} aria-hidden />
          {t('row.protected')}
        </span>
      )}
    </span>
  )
}

function Qualification({ entry: { note, region } }: { entry: ReviewEntry }) {
  const { t } = useTranslation('review')
  const [{ records }, language] = [useWorkspace(), useLanguage()]
  if (note.conflicts !== undefined)
    return (
      <Badge tone="warn">
        <span className="review-kind">
          <IconArrowsSplit2 size={14} aria-hidden />
          {t('row.unsettled')}
        </span>
      </Badge>
    )
  const { scope = 'undecided' } = note.f
  const of = scope === 'specificity' && region !== null ? shortLabel(records.get(region), language) : ''
  return <ScopeMark scope={scope} {...(of === '' ? {} : { of })} />
}

/** One note of the list, at a height known beforehand. */
export const ReviewRow = memo(function ReviewRow(props: ReviewRowProps) {
  const { entry, size, position, total, offset, picked, current } = props
  const { t } = useTranslation('review')
  const language = useLanguage()
  const { id, f } = entry.note
  return (
    <div
      role="option"
      id={`review-${id}`}
      className="review-row"
      data-note={id}
      data-size={size}
      data-current={current}
      aria-selected={picked}
      aria-posinset={position}
      aria-setsize={total}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <span className="review-box" aria-hidden>
        {picked && <IconCheck size={12} stroke={3} />}
      </span>
      <time>{f.at === undefined ? '' : clockTime(f.at, language)}</time>
      <span className="review-said">
        <span className="review-text written" dir="auto" lang={f.lang}>
          {f.text ?? t('row.versions')}
        </span>
        <Meta entry={entry} />
      </span>
      <Qualification entry={entry} />
    </div>
  )
})
