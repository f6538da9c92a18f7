import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import type { BoardCard } from './board.ts'
import type { Decisions } from './use-decisions.ts'

export interface DescribeDialogProps {
  card: BoardCard
  decisions: Decisions
  onClose: () => void
}

/** The title of a decision and its reason, which the annex on method prints. */
export function DescribeDialog({ card, decisions, onClose }: DescribeDialogProps) {
  const { t } = useTranslation(['review', 'common'])
  const [label, setLabel] = useState(card.tag?.f.label ?? '')
  const [reason, setReason] = useState(card.tag?.f.reason ?? '')
  const save = async () => {
    if (await decisions.describe(card, label.trim(), reason.trim())) onClose()
  }
  return (
    <Dialog
      opened
      title={t('board.describeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" disabled={label.trim() === ''} onClick={() => void save()}>
            {t('board.save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField label={t('board.title')} value={label} onChange={setLabel} />
        <TextArea label={t('board.reason')} hint={t('board.reasonHint')} value={reason} onChange={setReason} rows={4} />
      </div>
    </Dialog>
  )
}
