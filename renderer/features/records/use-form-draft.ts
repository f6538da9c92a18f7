import { useState } from 'react'
import { foundAt, forgetDraft, keepDraft, readDraft } from '../../state/drafts.ts'
import { newId } from '../../state/new-id.ts'
import { usePage } from '../../state/workspace-store.ts'

/** What a person answers in a form, kept on the disk while the form is open. */
export interface FormDraft<Answers> {
  readonly answers: Answers
  readonly change: (values: Partial<Answers>) => void
  /** Of the record that the form makes or corrects: the same from its first letter to its saving. */
  readonly record: string
  /** When what opening found was kept; null for a form that begins with what is saved. */
  readonly foundAt: number | null
  /** Back to what is saved. */
  readonly startAgain: () => void
  readonly forget: () => void
}

interface Kept {
  readonly record: string
  readonly answers: Readonly<Record<string, unknown>>
}

function keptAs(key: string): Kept | null {
  const kept = readDraft(key) as Kept | null
  return typeof kept?.record === 'string' && typeof kept.answers === 'object' ? kept : null
}

/** What was kept, for the answers that this version asks for. */
const takenOver = <Answers extends object>(initial: Answers, kept: Kept['answers']): Answers =>
  Object.fromEntries(
    Object.entries(initial).map(([name, value]) => [name, name in kept ? kept[name] : value]),
  ) as Answers

/** A draft of what was written since is no draft. */
const isWritten = (kept: Kept, isNew: boolean): boolean =>
  isNew && (usePage.getState().workspace?.records.has(kept.record) ?? false)

const nameOf = (form: string, record: string | null): string => `form ${form} ${record ?? 'new'}`

/** Whether a form was open with words in it when everything stopped. */
export const hasFormDraft = (form: string, record: string | null): boolean => {
  const kept = keptAs(nameOf(form, record))
  return kept !== null && !isWritten(kept, record === null)
}

/** The answers of a form about a record, a new one for `null`; `form` says which form, and where, such as in which session. */
export function useFormDraft<Answers extends object>(
  form: string,
  record: string | null,
  initial: () => Answers,
): FormDraft<Answers> {
  const key = nameOf(form, record)
  const [start] = useState(() => {
    const kept = keptAs(key)
    if (kept === null || isWritten(kept, record === null))
      return { record: record ?? newId(), answers: initial(), at: null }
    return { record: kept.record, answers: takenOver(initial(), kept.answers), at: foundAt(key) }
  })
  const [answers, setAnswers] = useState(start.answers)
  const [at, setAt] = useState(start.at)
  const forget = () => forgetDraft(key)
  return {
    answers,
    record: start.record,
    foundAt: at,
    change: (values) => {
      const next = { ...answers, ...values }
      setAnswers(next)
      keepDraft(key, JSON.stringify({ record: start.record, answers: next }))
    },
    startAgain: () => {
      setAnswers(initial())
      setAt(null)
      forget()
    },
    forget,
  }
}
