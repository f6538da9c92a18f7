import { type KeyboardEvent, useRef } from 'react'
import { useDraft } from '../../state/use-draft.ts'
import { TextArea, type TextAreaProps, TextField } from '../../ui/field.tsx'

export interface DraftAreaProps extends Pick<TextAreaProps, 'label' | 'hint' | 'rows' | 'placeholder'> {
  /** What it is a draft of, such as a field of a note. */
  draftKey: string
  value: string
  /** Answers whether it was taken; what was not stays on the screen. */
  onCommit: (value: string) => Promise<boolean>
  /** One line. */
  line?: boolean
  lang?: string | undefined
}

/** A text that is written when one leaves it (or with Control and Enter), and put back as it was with Escape. */
export function DraftArea({ draftKey, value, onCommit, line = false, lang, ...field }: DraftAreaProps) {
  const [draft, setDraft] = useDraft(draftKey, value)
  const handedOver = useRef<string>(null)
  const commit = async () => {
    if (draft === null || draft === value) return setDraft(null)
    // One that the disk refuses stays on its way: leaving the field again does not send it twice.
    if (handedOver.current === draft) return
    handedOver.current = draft
    const isTaken = await onCommit(draft)
    // What was typed and handed over since is not what was taken.
    if (handedOver.current !== draft) return
    handedOver.current = null
    if (isTaken) setDraft(null)
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
