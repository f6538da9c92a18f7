import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { UnsavedBand } from '../../app/unsaved-band.tsx'
import { clockTime } from '../../state/clock-time.ts'
import { useCanWrite, useSaveState } from '../../state/save.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import type { FormDraft } from './use-form-draft.ts'
import type { Saving } from './use-saving.ts'

export interface RecordDialogProps {
  title: string
  /** What the main button says, when it does more than save. */
  verb?: string
  saving: Saving
  draft: Pick<FormDraft<object>, 'foundAt' | 'startAgain' | 'forget'>
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
  /** Something else that can be done with the record, beside the buttons. */
  aside?: ReactNode
  size?: 'md' | 'lg'
}

function Found({ draft: { foundAt, startAgain } }: Pick<RecordDialogProps, 'draft'>) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  if (foundAt === null) return null
  return (
    <p className="row quiet">
      <output>{t('draft.found', { time: clockTime(foundAt, language) })}</output>
      <Button size="small" look="quiet" onClick={startAgain}>
        {t('draft.throw')}
      </Button>
    </p>
  )
}

/** The form of one record: Enter saves, Escape leaves everything as it was. */
export function RecordDialog({
  title,
  verb,
  saving,
  draft,
  onSubmit,
  onClose,
  children,
  aside,
  size = 'md',
}: RecordDialogProps) {
  const { t } = useTranslation(['records', 'common', 'opening'])
  const form = useId()
  const canWrite = useCanWrite()
  const isHeld = useSaveState().state === 'not-saved' && saving.busy
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canWrite) onSubmit()
  }
  const close = () => {
    saving.giveUp()
    draft.forget()
    onClose()
  }
  return (
    <Dialog
      opened
      title={title}
      size={size}
      onClose={close}
      actions={
        <>
          {aside}
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={saving.busy || !canWrite}>
            {verb ?? t('save')}
          </Button>
        </>
      }
    >
      <form id={form} className="record-form" onSubmit={submit}>
        {!canWrite && <p className="warn">{t('opening:readOnly.field')}</p>}
        {isHeld && <UnsavedBand />}
        {saving.failure && <FailureNotice failure={saving.failure} />}
        <Found draft={draft} />
        {/* What was handed over stays as it is until the disk has it. */}
        <div className="record-fields" inert={isHeld}>
          {children}
        </div>
      </form>
    </Dialog>
  )
}
