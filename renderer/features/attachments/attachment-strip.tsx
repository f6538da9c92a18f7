import './attachments.css'
import { IconFileText, IconPhotoOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#shared/i18n/format.ts'
import type { Attachment } from '#shared/model/record.ts'
import { useLanguage } from '../../state/use-words.ts'
import { showAttachment } from './attach-store.ts'
import { isPicture, useAttachmentsOf } from './attachments-of.ts'
import { useFileUrl } from './use-file-url.ts'

function Picture({ attachment, label }: { attachment: Attachment; label: string }) {
  const { url, failure } = useFileUrl(attachment)
  if (url !== null) return <img src={url} alt={label} decoding="async" />
  const isAway = failure !== null || attachment.f.digest === undefined
  return !isAway ? <span className="attachment-blank" /> : <IconPhotoOff size={20} aria-label={label} />
}

/** Megabytes with a digit, kilobytes without. */
function useSize(): (bytes: number) => string {
  const { t } = useTranslation('attachments')
  const language = useLanguage()
  return (bytes) =>
    bytes < 1_000_000
      ? t('kilobytes', { count: Math.max(1, Math.round(bytes / 1_000)) })
      : t('megabytes', { size: formatNumber(Math.round(bytes / 100_000) / 10, language) })
}

function Item({ attachment, position, total }: { attachment: Attachment; position: number; total: number }) {
  const { t } = useTranslation('attachments')
  const size = useSize()
  const { label = '', fileName, bytes = 0, digest } = attachment.f
  const name = label || t('unnamed', { position, total })
  const isDrawn = isPicture(attachment) || digest === undefined
  return (
    <button
      type="button"
      className={isDrawn ? 'attachment-thumbnail' : 'attachment-document'}
      aria-haspopup="dialog"
      aria-label={isDrawn ? name : undefined}
      onClick={() => showAttachment(attachment.id)}
      // In a feed both would open the note for correction.
      onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {isDrawn ? (
        <Picture attachment={attachment} label="" />
      ) : (
        <>
          <IconFileText size={16} aria-hidden />
          <bdi>{label || fileName || t('document')}</bdi>
          <small>{size(bytes)}</small>
        </>
      )}
    </button>
  )
}

function Strip({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation('attachments')
  return (
    <ul className="attachment-strip" aria-label={t('list')}>
      {attachments.map((attachment, index) => (
        <li key={attachment.id}>
          <Item attachment={attachment} position={index + 1} total={attachments.length} />
        </li>
      ))}
    </ul>
  )
}

/** What hangs on a note, small; each opens large. Nothing where there is none. */
export function AttachmentStrip({ note }: { note: string }) {
  const attachments = useAttachmentsOf(note)
  return attachments.length === 0 ? null : <Strip attachments={attachments} />
}
