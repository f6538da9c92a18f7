import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { follow } from '#shared/evidence/follow.ts'
import type { KindName } from '#shared/model/kinds.ts'
import { isKind, type AnyRecord, type RecordOf } from '#shared/model/record.ts'
import { usePage, type OpenWorkspace } from './workspace-store.ts'

/** The open workspace; a view that shows one is only mounted while there is one. */
export function useWorkspace(): OpenWorkspace {
  const workspace = usePage((state) => state.workspace)
  if (workspace === null) throw new Error('No workspace is open')
  return workspace
}

/** Records of one kind, in their own order, then by id. Same list while none of them changes. */
export function useRecords<K extends KindName>(kind: K): readonly RecordOf<K>[] {
  const found = usePage(
    useShallow((state) => [...(state.workspace?.records.values() ?? [])].filter((record) => record.kind === kind)),
  )
  return useMemo(
    () => found.filter((record): record is RecordOf<K> => isKind(record, kind)).toSorted(inOrder),
    [found, kind],
  )
}

/**
 * Records of one kind that count as themselves, those joined into another left out: what lists offer. `also` is the one
 * that is chosen already, joined since.
 */
export function useStanding<K extends KindName>(kind: K, also: string | null = null): readonly RecordOf<K>[] {
  const records = useRecords(kind)
  return useMemo(() => {
    const byId = new Map(records.map((record) => [record.id, record]))
    return records.filter(({ id }) => id === also || follow(byId, id, 'into') === id)
  }, [records, also])
}

function inOrder(a: AnyRecord, b: AnyRecord): number {
  const difference = Number(a.f['order'] ?? 0) - Number(b.f['order'] ?? 0)
  if (difference !== 0) return difference
  const dates = String(a.f['date'] ?? '').localeCompare(String(b.f['date'] ?? ''))
  return dates === 0 ? (a.id < b.id ? -1 : 1) : dates
}
