import { useState } from 'react'
import type { MappingTarget } from '#shared/programme/mapping-target.ts'
import type { TableImported, TablePreview } from '#shared/contract/table-replies.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import { useLanguage } from '../../state/use-words.ts'
import { formOf, type MappingForm, mapOf, withChoice } from './mapping-form.ts'
import type { TableSource } from './table-source.ts'

export const VOICES = ['column', 'row', 'none'] as const
export const CREATED = ['axes', 'regions', 'themes'] as const

export interface TableChoices {
  readonly form: MappingForm
  readonly voices: (typeof VOICES)[number]
  readonly create: readonly (typeof CREATED)[number][]
  readonly lang: string
}

/** From a table to its notes: what it holds, what each column becomes, what was taken. */
export function useTable() {
  const language = useLanguage()
  const [source, setSource] = useState<TableSource | null>(null)
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
  const read = async ({ given }: TableSource, wanted: TableChoices | null) => {
    const options = wanted === null ? {} : { options: optionsOf(wanted) }
    const result = await client['table.preview']({ ...given, ...options })
    setFailure(result.ok ? null : (result.failure as AnyFailure))
    if (!result.ok) return null
    setPreview(result.value)
    return result.value
  }
  /** What its columns are called; null when nothing can be read from it. */
  const open = async (table: TableSource): Promise<readonly string[] | null> => {
    setSource(table)
    setPreview(null)
    const found = await read(table, null)
    if (found === null) return null
    const form = formOf(found.suggestedMap)
    setChoices((now) => ({ ...now, form, voices: form.speaker === undefined ? 'row' : 'column' }))
    return found.columns
  }
  const change = (changed: Partial<TableChoices>) => {
    const next = { ...choices, ...changed }
    setChoices(next)
    if (source !== null && next.form.text !== undefined) void read(source, next)
  }
  const take = async () => {
    if (source === null) return
    const result = await writeWith('table.import', { ...source.given, ...optionsOf(choices) })
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
    map: (target: MappingTarget, choice: string | null) => change({ form: withChoice(choices.form, target, choice) }),
    take,
  }
}
export type TableWork = ReturnType<typeof useTable>
