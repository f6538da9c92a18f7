import { useState } from 'react'
import type { TableImported, TablePreview } from '#shared/contract/table-replies.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import { useLanguage } from '../../state/use-words.ts'
import { formOf, type MappingForm, mapOf, withChoice } from './mapping-form.ts'
import type { PickedFile } from './merge-store.ts'

export const VOICES = ['column', 'row', 'none'] as const
export const CREATED = ['axes', 'regions', 'themes'] as const

export interface TableChoices {
  readonly form: MappingForm
  readonly voices: (typeof VOICES)[number]
  readonly create: readonly (typeof CREATED)[number][]
  readonly lang: string
}

/** From the choice of a file to its notes: what it holds, what each column becomes, what was taken. */
export function useTable() {
  const language = useLanguage()
  const [file, setFile] = useState<PickedFile | null>(null)
  const [preview, setPreview] = useState<TablePreview | null>(null)
  const [choices, setChoices] = useState<TableChoices>({ form: {}, voices: 'row', create: [], lang: language })
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [done, setDone] = useState<TableImported | null>(null)

  const optionsOf = ({ form, voices, create, lang }: TableChoices) => ({
    map: mapOf(form),
    voices,
    create: [...create],
    lang,
  })
  const read = async (token: string, wanted: TableChoices | null) => {
    const options = wanted === null ? {} : { options: optionsOf(wanted) }
    const result = await client['table.preview']({ file: token, ...options })
    setFailure(result.ok ? null : (result.failure as AnyFailure))
    if (!result.ok) return null
    setPreview(result.value)
    return result.value
  }
  const choose = async () => {
    const chosen = await client['file.choose']({ purpose: 'notes', many: false })
    const picked = chosen.ok ? chosen.value[0] : undefined
    if (picked === undefined) return
    setFile(picked)
    setPreview(null)
    const found = await read(picked.token, null)
    if (found === null) return
    const form = formOf(found.suggestedMap)
    setChoices((now) => ({ ...now, form, voices: form.speaker === undefined ? 'row' : 'column' }))
  }
  const change = (changed: Partial<TableChoices>) => {
    const next = { ...choices, ...changed }
    setChoices(next)
    if (file !== null && next.form.text !== undefined) void read(file.token, next)
  }
  const take = async () => {
    if (file === null) return
    const result = await writeWith('table.import', { file: file.token, ...optionsOf(choices) })
    setFailure(result.ok ? null : result.failure)
    if (result.ok) setDone(result.value)
  }
  return {
    file,
    preview,
    choices,
    failure,
    done,
    choose,
    change,
    map: (target: Parameters<typeof withChoice>[1], choice: string | null) =>
      change({ form: withChoice(choices.form, target, choice) }),
    take,
  }
}
export type TableWork = ReturnType<typeof useTable>
