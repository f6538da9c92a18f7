import { useMemo } from 'react'
import { follow } from '#shared/evidence/follow.ts'
import type { KindName } from '#shared/model/kinds.ts'
import type { AnyRecord, RecordOf, Records } from '#shared/model/record.ts'
import { listsByKind } from './sorted-lists.ts'
import { usePage, type OpenWorkspace } from './workspace-store.ts'

/** The open workspace; a view that shows one is only mounted while there is one. */
export function useWorkspace(): OpenWorkspace {
  const workspace = usePage((state) => state.workspace)
  if (workspace === null) throw new Error('No workspace is open')
  return workspace
}

const NOTHING: Records = new Map()
const listOf = listsByKind(inOrder)

/** Records of one kind, in their own order, then by id. Same list while none of them changes. */
export const useRecords = <K extends KindName>(kind: K): readonly RecordOf<K>[] =>
  usePage(({ workspace }) => listOf(workspace?.records ?? NOTHING, kind) as readonly RecordOf<K>[])

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

const dateOf = ({ f }: AnyRecord): string => (typeof f['date'] === 'string' ? f['date'] : '')

function inOrder(a: AnyRecord, b: AnyRecord): number {
  const difference = Number(a.f['order'] ?? 0) - Number(b.f['order'] ?? 0)
  if (difference !== 0) return difference
  const [one, other] = [dateOf(a), dateOf(b)]
  if (one !== other) return one < other ? -1 : 1
  return a.id < b.id ? -1 : 1
}
