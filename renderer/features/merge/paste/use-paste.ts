import { useEffect, useRef, useState } from 'react'
import type { PasteDone, PastePreview } from '#shared/contract/paste-calls.ts'
import { client } from '../../../api/client.ts'
import { type AnyFailure, writeWith } from '../../../state/edits.ts'
import type { QuestionChoices } from '../use-participants.ts'
import { inputOf, mistakesOf, type PasteRows, type PersonRow, rowsOf, type SlotRow } from './paste-rows.ts'

const NOTHING = rowsOf('')
const UNANSWERED: QuestionChoices = { bulk: 'other', people: new Map(), organisations: new Map() }

/** What was pasted in each session and not created yet: closing the dialog loses none of it. */
const kept = new Map<string, { readonly text: string; readonly rows: PasteRows }>()

/** From a pasted text to what it creates: read, corrected, looked at, created. */
export function usePaste(session: string) {
  const [text, setText] = useState(() => kept.get(session)?.text ?? '')
  const [rows, setRows] = useState(() => kept.get(session)?.rows ?? NOTHING)
  const [choices, setChoices] = useState(UNANSWERED)
  const [preview, setPreview] = useState<PastePreview | null>(null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  /** Answers may come in another order than they were asked for: the last question is the one that counts. */
  const asked = useRef(0)

  useEffect(() => {
    kept.set(session, { text, rows })
    const mine = (asked.current += 1)
    const look = async () => {
      const result =
        text.trim() === '' ? null : await client['programme.preview'](inputOf(rows, session, text, answersOf(choices)))
      if (mine !== asked.current) return
      setFailure(result === null || result.ok ? null : result.failure)
      if (result === null || result.ok) setPreview(result?.value ?? null)
    }
    void look()
  }, [session, text, rows, choices])

  const paste = (pasted: string) => {
    setText(pasted)
    setRows(rowsOf(pasted))
    setChoices(UNANSWERED)
  }
  const create = async (): Promise<PasteDone | null> => {
    const result = await writeWith('programme.create', inputOf(rows, session, text, answersOf(choices)))
    setFailure(result.ok ? null : result.failure)
    if (!result.ok) return null
    kept.delete(session)
    return result.value
  }
  const change = (changed: Partial<QuestionChoices>) => setChoices((former) => ({ ...former, ...changed }))
  return {
    text,
    rows,
    choices,
    preview,
    failure,
    mistakes: mistakesOf(rows),
    paste,
    create,
    change,
    answer: (line: number, same: string | null) => change({ people: new Map(choices.people).set(line, same) }),
    answerOrganisation: (organisation: string, same: string | null) =>
      change({ organisations: new Map(choices.organisations).set(organisation, same) }),
    changeSlot: (line: number, changed: Partial<SlotRow>) =>
      setRows((former) => ({
        ...former,
        slots: former.slots.map((row) => (row.line === line ? Object.assign({}, row, changed) : row)),
      })),
    changePerson: (place: number, changed: Partial<PersonRow>) =>
      setRows((former) => ({
        ...former,
        people: former.people.map((row) => (row.place === place ? Object.assign({}, row, changed) : row)),
      })),
  }
}
export type PasteWork = ReturnType<typeof usePaste>

const answersOf = ({ bulk, people, organisations }: QuestionChoices) => ({
  bulk,
  people: [...people].map(([line, same]) => ({ line, same })),
  organisations: [...organisations].map(([organisation, same]) => ({ organisation, same })),
})
