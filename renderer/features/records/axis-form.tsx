import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Axis } from '#shared/model/record.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { newId } from '../../state/new-id.ts'
import { TextField } from '../../ui/field.tsx'
import { RecordDialog } from './record-dialog.tsx'
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
  const [label, setLabel] = useState(axis?.f.label ?? '')
  const [short, setShort] = useState(axis?.f.short ?? '')
  const [asked, ask] = useState(false)
  const submit = () => {
    ask(true)
    if (label.trim() === '') return
    const record = axis?.id ?? newId()
    const order = axis === undefined ? { order: nextOrder(axes) } : {}
    const set = { label: label.trim(), short: short.trim() || null, ...order }
    saving.save({ type: 'record.save', kind: 'axis', record, set }, () => {
      onSaved?.(record)
      onClose()
    })
  }
  return (
    <RecordDialog title={t(axis ? 'axis.edit' : 'axis.new')} saving={saving} onSubmit={submit} onClose={onClose}>
      <TextField
        first
        label={t('axis.label')}
        value={label}
        onChange={setLabel}
        error={asked && label.trim() === '' && t('axis.untitled')}
      />
      <TextField label={t('axis.short')} hint={t('axis.shortHint')} value={short} onChange={setShort} />
    </RecordDialog>
  )
}
