import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { slotsOf, type Slot } from '#shared/programme/slot-clock.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { useFormDraft } from './use-form-draft.ts'
import { useSaving } from './use-saving.ts'

export interface SlotFormProps {
  session: string
  /** The slot to correct; a new one is added without it. */
  slot: string | undefined
  onClose: () => void
}

/** Where a new slot stands among those that say no time: after the last one. */
const nextOrder = (slots: readonly Slot[]): number => Math.max(0, ...slots.map(({ f }) => f.order ?? 0)) + 1

function useSlotForm({ session, slot: id, onClose }: SlotFormProps) {
  const slots = slotsOf(useRecords('slot'), session)
  const slot = slots.find((one) => one.id === id)
  const saving = useSaving()
  const draft = useFormDraft(`slot ${session}`, slot?.id ?? null, () => ({
    label: slot?.f.label ?? '',
    start: slot?.f.start ?? '',
    end: slot?.f.end ?? '',
  }))
  const { label, start, end } = draft.answers
  const [asked, ask] = useState(false)
  const [isUntitled, isReversed] = [label.trim() === '', start !== '' && end !== '' && end < start]
  const close = () => {
    draft.forget()
    onClose()
  }
  const submit = () => {
    ask(true)
    if (isUntitled || isReversed) return
    const order = slot === undefined ? { session, order: nextOrder(slots) } : {}
    const set = { label: label.trim(), start: start || null, end: end || null, ...order }
    saving.save({ type: 'record.save', kind: 'slot', record: draft.record, set }, close)
  }
  const remove = () => saving.save({ type: 'record.remove', kind: 'slot', record: draft.record }, close)
  return { isNew: slot === undefined, draft, saving, submit, remove, isUntitled: asked && isUntitled, isReversed }
}

/** What is planned at some time of a session. When it really began and ended is kept by the keys of the agenda. */
export function SlotForm(props: SlotFormProps) {
  const { t } = useTranslation('records')
  const { isNew, draft, saving, submit, remove, isUntitled, isReversed } = useSlotForm(props)
  const { label, start, end } = draft.answers
  return (
    <RecordDialog
      title={t(isNew ? 'slot.new' : 'slot.edit')}
      saving={saving}
      draft={draft}
      onSubmit={submit}
      onClose={props.onClose}
      aside={!isNew && <Button onClick={remove}>{t('slot.remove')}</Button>}
    >
      <TextField
        first
        label={t('slot.label')}
        value={label}
        onChange={(words) => draft.change({ label: words })}
        error={isUntitled && t('slot.untitled')}
      />
      <div className="record-row">
        <TextField
          type="time"
          label={t('session.start')}
          value={start}
          onChange={(time) => draft.change({ start: time })}
        />
        <TextField
          type="time"
          label={t('session.end')}
          value={end}
          onChange={(time) => draft.change({ end: time })}
          error={isReversed && t('session.badDates')}
        />
      </div>
    </RecordDialog>
  )
}
