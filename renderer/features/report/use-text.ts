import { useEffect, useEffectEvent, useState } from 'react'
import { type AnyFailure, edit } from '../../state/edits.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { type PartName, saveText, type Synthesis, type TextSubject } from './texts.ts'

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
  const [draft, setDraft] = useState<string | null>(null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const save = async (): Promise<void> => {
    if (draft === null) return
    const command = saveText(record, id, subject, part, draft)
    const saved = command === null ? null : await edit(command)
    setFailure(saved === null || saved.ok ? null : saved.failure)
    // What was typed while it was being saved stays.
    if (saved?.ok !== false) setDraft((now) => (now === draft ? null : now))
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
    write: setDraft,
    save: () => void save(),
  }
}
