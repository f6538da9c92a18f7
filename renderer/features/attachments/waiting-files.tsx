import './attachments.css'
import { IconFileText, IconPhoto } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../ui/chip.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { dismissAttachFailure, dropWaiting, useAttach } from './attach-store.ts'

/** The files that will hang on the note being written, and why others will not. */
export function WaitingFiles() {
  const { t } = useTranslation('attachments')
  const { waiting, preparing, failure } = useAttach()
  return (
    <>
      {failure && <FailureNotice failure={failure} onDismiss={dismissAttachFailure} />}
      {waiting.length > 0 && (
        <ul className="attachment-strip" aria-label={t('waiting')}>
          {waiting.map(({ id, fileName, picture }) => (
            <li key={id}>
              <Chip
                set
                icon={picture === null ? <IconFileText size={14} aria-hidden /> : <IconPhoto size={14} aria-hidden />}
                onRemove={() => dropWaiting(id)}
                removeLabel={t('drop', { name: fileName })}
              >
                {fileName}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <output className="visually-hidden">{preparing > 0 ? t('preparing', { count: preparing }) : ''}</output>
    </>
  )
}
