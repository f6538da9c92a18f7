import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'

/** Keeps the present state under a name. */
export function MarkForm({ first, onMarked }: { first: boolean; onMarked: () => void }) {
  const { t } = useTranslation('versions')
  const [label, setLabel] = useState('')
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const mark = async () => {
    const name = label.trim()
    if (name === '') return
    const marked = await client['versions.name']({ label: name.slice(0, 100) })
    setFailure(marked.ok ? null : (marked.failure as AnyFailure))
    if (!marked.ok) return
    setLabel('')
    toast(t('mark.done', { label: name }), { tone: 'ok' })
    onMarked()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void mark()
  }
  return (
    <form className="mark-form" onSubmit={submit}>
      <TextField label={t('mark.label')} value={label} onChange={setLabel} first={first} />
      <Button type="submit">{t('mark.do')}</Button>
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
    </form>
  )
}
