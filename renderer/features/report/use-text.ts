import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type AnyFailure, edit } from '../../state/edits.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { type PartName, saveText, type Synthesis, textsOf, type TextSubject } from './texts.ts'

/** Milliseconds without a keystroke after which a text is saved by itself. */
const QUIET_MS = 2000

export interface TextDesk {
  readonly text: string
  readonly isSaved: boolean
  readonly failure: AnyFailure | null
  readonly write: (text: string) => void
  readonly save: () => void
}

/** A text under the hand: it is saved when one leaves it, pauses or asks, and stays in the field when it is refused. */
export function useText(id: string, subject: TextSubject, part: PartName): TextDesk {
  const { records } = useWorkspace()
  const found = records.get(id)
  const record = found?.kind === 'synthesis' ? (found as Synthesis) : undefined
  // A text that is not saved yet has no record, and may be given another one after a stop.
  const [key] = useState(() =>
    textsOf(records, subject, part).length > 1 ? `text ${id}` : `text ${subject.region} ${subject.axis} ${part}`,
  )
  const [draft, setDraft] = useDraft(key, record?.f.text ?? '')
  const latest = useRef(draft)
  const handedOver = useRef<string>(null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const save = async (): Promise<void> => {
    if (draft === null || handedOver.current === draft) return
    handedOver.current = draft
    const command = saveText(record, id, subject, part, draft)
    const saved = command === null ? null : await edit(command)
    setFailure(saved === null || saved.ok ? null : saved.failure)
    if (handedOver.current === draft) handedOver.current = null
    // What was typed while it was being saved stays.
    if (saved?.ok !== false && latest.current === draft) write(null)
  }
  const write = (text: string | null): void => {
    latest.current = text
    setDraft(text)
  }
  const saveNow = useEffectEvent(() => void save())
  useEffect(() => {
    if (draft === null) return undefined
    const timer = setTimeout(saveNow, QUIET_MS)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => () => saveNow(), [])
  return {
    text: draft ?? record?.f.text ?? '',
    isSaved: draft === null,
    failure,
    write,
    save: () => void save(),
  }
}
