import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Axis } from '#shared/model/record.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { TextField } from '../../ui/field.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { useFormDraft } from './use-form-draft.ts'
import { useSaving } from './use-saving.ts'

export interface AxisFormProps {
  /** The axis to correct; a new one is made without it. */
  axis?: Axis
  onSaved?: (axis: string) => void
  onClose: () => void
}

/** Where a new axis goes: after the last one. */
const nextOrder = (axes: readonly Axis[]) => Math.max(0, ...axes.map(({ f }) => f.order ?? 0)) + 1

export function AxisForm({ axis, onSaved, onClose }: AxisFormProps) {
  const { t } = useTranslation('records')
  const axes = useRecords('axis')
  const saving = useSaving()
  const draft = useFormDraft('axis', axis?.id ?? null, () => ({
    label: axis?.f.label ?? '',
    short: axis?.f.short ?? '',
  }))
  const { label, short } = draft.answers
  const [asked, ask] = useState(false)
  const submit = () => {
    ask(true)
    if (label.trim() === '') return
    const { record } = draft
    const order = axis === undefined ? { order: nextOrder(axes) } : {}
    const set = { label: label.trim(), short: short.trim() || null, ...order }
    saving.save({ type: 'record.save', kind: 'axis', record, set }, () => {
      draft.forget()
      onSaved?.(record)
      onClose()
    })
  }
  return (
    <RecordDialog
      title={t(axis ? 'axis.edit' : 'axis.new')}
      saving={saving}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        first
        label={t('axis.label')}
        value={label}
        onChange={(words) => draft.change({ label: words })}
        error={asked && label.trim() === '' && t('axis.untitled')}
      />
      <TextField
        label={t('axis.short')}
        hint={t('axis.shortHint')}
        value={short}
        onChange={(words) => draft.change({ short: words })}
      />
    </RecordDialog>
  )
}
