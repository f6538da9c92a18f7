import { useRef, useState } from 'react'
import type { ListOptions, ParticipantsImported, ParticipantsPreview } from '#shared/contract/participant-calls.ts'
import { PARTICIPANT_TARGETS, type ParticipantTarget } from '#shared/programme/participants/participant-target.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import { formOfTargets, type FormOf, mapOf, withChoice } from './mapping-form.ts'
import type { TableSource } from './table-source.ts'

/** What a person said of the people of a list: whose dock they come into, and who is the same as someone who is here. */
export interface ListChoices extends QuestionChoices {
  readonly form: FormOf<ParticipantTarget>
  readonly session: string | null
}

/** Who, and what, is the same as someone or something that is here. */
export interface QuestionChoices {
  readonly bulk: ListOptions['answers']['bulk']
  readonly people: ReadonlyMap<number, string | null>
  readonly organisations: ReadonlyMap<string, string | null>
}

/** What answers the questions of a list, or of a pasted text. */
export interface QuestionWork {
  readonly choices: QuestionChoices
  readonly change: (changed: Partial<QuestionChoices>) => void
  readonly answer: (line: number, same: string | null) => void
  readonly answerOrganisation: (organisation: string, same: string | null) => void
}

const optionsOf = ({ form, session, bulk, people, organisations }: ListChoices): ListOptions => ({
  map: mapOf(form),
  session,
  answers: {
    bulk,
    people: [...people].map(([line, same]) => ({ line, same })),
    organisations: [...organisations].map(([organisation, same]) => ({ organisation, same })),
  },
})

/** From a table to its people: what it holds, who they are, what was taken. */
export function useParticipants(session: string | null) {
  const [source, setSource] = useState<TableSource | null>(null)
  const [preview, setPreview] = useState<ParticipantsPreview | null>(null)
  const [choices, setChoices] = useState<ListChoices>({
    form: {},
    session,
    bulk: 'other',
    people: new Map(),
    organisations: new Map(),
  })
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [done, setDone] = useState<ParticipantsImported | null>(null)
  /** Answers may come in another order than they were asked for: the last question is the one that counts. */
  const asked = useRef(0)

  const read = async ({ given }: TableSource, wanted: ListChoices | null) => {
    const mine = (asked.current += 1)
    const options = wanted === null ? {} : { options: optionsOf(wanted) }
    const result = await client['participants.preview']({ ...given, ...options })
    if (mine !== asked.current) return null
    setFailure(result.ok ? null : (result.failure as AnyFailure))
    if (!result.ok) return null
    setPreview(result.value)
    return result.value
  }
  const open = async (table: TableSource) => {
    setSource(table)
    setPreview(null)
    const found = await read(table, null)
    if (found === null) return
    // Lines and answers are those of a table: another table has none.
    const form = formOfTargets(found.suggestedMap, PARTICIPANT_TARGETS)
    const begun = { ...choices, form, people: new Map(), organisations: new Map() }
    setChoices(begun)
    if (begun.session !== null || begun.bulk !== 'other') await read(table, begun)
  }
  const change = (changed: Partial<ListChoices>) => {
    const next = { ...choices, ...changed }
    setChoices(next)
    if (source !== null) void read(source, next)
  }
  const take = async () => {
    if (source === null) return
    const result = await writeWith('participants.import', { ...source.given, ...optionsOf(choices) })
    setFailure(result.ok ? null : result.failure)
    if (result.ok) setDone(result.value)
  }
  return {
    preview,
    choices,
    failure,
    done,
    open,
    change,
    map: (target: ParticipantTarget, choice: string | null) =>
      change({ form: withChoice(choices.form, target, choice) }),
    answer: (line: number, same: string | null) => change({ people: new Map(choices.people).set(line, same) }),
    answerOrganisation: (organisation: string, same: string | null) =>
      change({ organisations: new Map(choices.organisations).set(organisation, same) }),
    take,
  }
}
export type ListWork = ReturnType<typeof useParticipants>
