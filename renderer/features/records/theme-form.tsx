import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Theme } from '#shared/model/record.ts'
import { normalise } from '#shared/search/normalise.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { useFormDraft } from './use-form-draft.ts'
import { useSaving } from './use-saving.ts'

export interface ThemeFormProps {
  /** The theme to correct; a new one is made without it. */
  theme?: Theme
  onSaved?: (theme: string) => void
  onClose: () => void
}

/** Themes that may stand above one: not itself, nor what stands under it. */
function broaderThan(theme: Theme | undefined, themes: readonly Theme[]): readonly Theme[] {
  const under = new Set(theme === undefined ? [] : [theme.id])
  const isUnder = ({ id, f }: Theme) => under.has(id) || (f.parent !== undefined && under.has(f.parent))
  for (let size = -1; size !== under.size;) {
    size = under.size
    for (const one of themes) if (isUnder(one)) under.add(one.id)
  }
  return themes.filter(({ id, f }) => !under.has(id) && f.into === undefined)
}

export function ThemeForm({ theme, onSaved, onClose }: ThemeFormProps) {
  const { t, i18n } = useTranslation('records')
  const themes = useRecords('theme')
  const saving = useSaving()
  const draft = useFormDraft('theme', theme?.id ?? null, () => ({
    label: theme?.f.label ?? '',
    parent: theme?.f.parent ?? null,
  }))
  const { label, parent } = draft.answers
  const [asked, ask] = useState(false)
  const taken = themes.some(({ id, f }) => id !== theme?.id && normalise(f.label ?? '') === normalise(label))
  const wrong = label.trim() === '' ? t('theme.untitled') : taken ? t('theme.exists') : null
  const submit = () => {
    ask(true)
    if (wrong !== null) return
    const { record } = draft
    const set = { label: label.trim(), parent }
    saving.save({ type: 'record.save', kind: 'theme', record, set }, () => {
      draft.forget()
      onSaved?.(record)
      onClose()
    })
  }
  return (
    <RecordDialog
      title={t(theme ? 'theme.edit' : 'theme.new')}
      saving={saving}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        first
        label={t('theme.label')}
        value={label}
        onChange={(words) => draft.change({ label: words })}
        error={asked && wrong}
      />
      <SelectField
        label={`${t('theme.parent')} (${t('optional')})`}
        value={parent}
        onChange={(chosen) => draft.change({ parent: chosen })}
        choices={broaderThan(theme, themes).map((one) => ({ value: one.id, label: labelOf(one, i18n.language) }))}
        searchable
        clearable
      />
    </RecordDialog>
  )
}
