import { type KeyboardEvent, useState } from 'react'
import { TextArea, type TextAreaProps, TextField } from '../../ui/field.tsx'

export interface DraftAreaProps extends Pick<TextAreaProps, 'label' | 'hint' | 'rows' | 'placeholder'> {
  value: string
  /** Answers whether it was taken; what was not stays on the screen. */
  onCommit: (value: string) => Promise<boolean>
  /** One line. */
  line?: boolean
  lang?: string | undefined
}

/** A text that is written when one leaves it (or with Control and Enter), and put back as it was with Escape. */
export function DraftArea({ value, onCommit, line = false, lang, ...field }: DraftAreaProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = async () => {
    if (draft === null || draft === value) return setDraft(null)
    if (await onCommit(draft)) setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
    if (event.key === 'Enter' && (line || event.ctrlKey)) {
      event.preventDefault()
      void commit()
    }
  }
  const Field = line ? TextField : TextArea
  return (
    <div role="presentation" lang={lang} onBlur={() => void commit()} onKeyDown={onKeyDown}>
      <Field {...field} value={draft ?? value} onChange={setDraft} />
    </div>
  )
}
