import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import type { Saving } from './use-saving.ts'

export interface RecordDialogProps {
  title: string
  /** What the main button says, when it does more than save. */
  verb?: string
  saving: Saving
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  size?: 'md' | 'lg'
}

/** The form of one record: Enter saves, Escape leaves everything as it was. */
export function RecordDialog({ title, verb, saving, onSubmit, onClose, children, size = 'md' }: RecordDialogProps) {
  const { t } = useTranslation(['records', 'common'])
  const form = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog
      opened
      title={title}
      size={size}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={saving.busy}>
            {verb ?? t('save')}
          </Button>
        </>
      }
    >
      <form id={form} className="record-form" onSubmit={submit}>
        {saving.failure && <FailureNotice failure={saving.failure} />}
        {children}
      </form>
    </Dialog>
  )
}
