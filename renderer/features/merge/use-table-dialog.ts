import { useState } from 'react'
import { holdingOf, type Holding } from '#shared/programme/participants/participant-headers.ts'
import { client } from '../../api/client.ts'
import { takeForms } from '../../state/filled-forms.ts'
import { leaveTable, type TableAsked } from '../../state/table-asked.ts'
import type { TableSource } from './table-source.ts'
import { useParticipants } from './use-participants.ts'
import { useTable } from './use-table.ts'

/** A table, what it holds by its headers until a person says otherwise, and what becomes of it either way. */
export function useTableDialog(asked: TableAsked) {
  const start: Holding | null = asked.for === 'session' ? 'participants' : null
  const notes = useTable()
  const people = useParticipants(asked.for === 'session' ? asked.session : null)
  const [source, setSource] = useState<TableSource | null>(null)
  const [holding, setHolding] = useState<Holding>(start ?? 'notes')

  const open = async (table: TableSource) => {
    setSource(table)
    const columns = await notes.open(table)
    if (columns === null) return
    const found = start ?? holdingOf(columns)
    setHolding(found)
    if (found === 'participants') await people.open(table)
  }
  const hold = (found: Holding) => {
    setHolding(found)
    if (found === 'participants' && people.preview === null && source !== null) void people.open(source)
  }
  const choose = async () => {
    const chosen = await client['file.choose']({ purpose: 'notes', many: false })
    if (!chosen.ok || chosen.value.length === 0) return
    const [picked] = await takeForms(chosen.value)
    // A form says itself what it holds.
    if (picked === undefined) leaveTable()
    else await open({ name: picked.name, given: { file: picked.token } })
  }
  return { source, holding, notes, people, open, hold, choose }
}
export type TableDialogWork = ReturnType<typeof useTableDialog>
