import './attachments.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isKind, type Attachment } from '#shared/model/record.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, edit } from '../../state/edits.ts'
import { useCanWrite } from '../../state/save.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { showAttachment, useAttach } from './attach-store.ts'
import { isPicture, useLeaves } from './attachments-of.ts'
import { useFileUrl } from './use-file-url.ts'

function Large({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation('attachments')
  const { url, failure } = useFileUrl(attachment)
  if (attachment.f.digest === undefined) return <p className="quiet">{t('withheld')}</p>
  if (failure) return <FailureNotice failure={failure} />
  if (!isPicture(attachment)) return <bdi className="attachment-name">{attachment.f.fileName ?? t('document')}</bdi>
  return url === null ? null : <img className="attachment-large" src={url} alt={attachment.f.label ?? ''} />
}

const close = () => showAttachment(null)

function Shown({ attachment }: { attachment: Attachment }) {
  const { t } = useTranslation(['attachments', 'common'])
  const [leaves, canWrite] = [useLeaves(attachment), useCanWrite()]
  const { label: kept = '' } = attachment.f
  const [label, setLabel] = useState(kept)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const describe = async (): Promise<boolean> => {
    if (!canWrite || label.trim() === kept) return true
    const done = await edit({ type: 'attachment.describe', attachment: attachment.id, label })
    setFailure(done.ok ? null : done.failure)
    return done.ok
  }
  const leave = async () => {
    // What was typed is kept, however the dialog is left.
    if (await describe()) close()
  }
  const remove = async () => {
    const done = await edit({ type: 'attachment.remove', attachment: attachment.id })
    if (done.ok) close()
    else setFailure(done.failure)
  }
  const save = async () => {
    const done = await client['attachment.save']({ attachment: attachment.id })
    setFailure(done.ok ? null : { ...done.failure })
  }
  return (
    <Dialog
      opened
      title={t(isPicture(attachment) ? 'picture' : 'document')}
      size="xl"
      onClose={() => void leave()}
      actions={
        <>
          <Button look="danger" disabled={!canWrite} onClick={() => void remove()}>
            {t('remove')}
          </Button>
          <Button disabled={attachment.f.digest === undefined} onClick={() => void save()}>
            {t('save')}
          </Button>
          <Button look="primary" onClick={() => void leave()}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        <Large attachment={attachment} />
        {!leaves && <p className="attachment-stays">{t('stays')}</p>}
        <TextArea
          first
          label={t('describe')}
          hint={t('describeHint')}
          value={label}
          disabled={!canWrite}
          onChange={setLabel}
        />
      </div>
    </Dialog>
  )
}

/** The attachment that was asked for, large, with what it shows in words. */
export function AttachmentDialog() {
  const { records } = useWorkspace()
  const shown = useAttach((state) => state.shown)
  const record = shown === null ? undefined : records.get(shown)
  if (record === undefined || !isKind(record, 'attachment')) return null
  return <Shown key={record.id} attachment={record} />
}
