import { isKind, type Session } from '#shared/model/record.ts'
import { usePage } from '../../../state/workspace-store.ts'

/** The session of this id in the process that is open; null when either is gone. */
export function useWorkspaceSession(id: string | null): Session | null {
  const record = usePage(({ workspace }) => (id === null ? undefined : workspace?.records.get(id)))
  return record !== undefined && isKind(record, 'session') ? record : null
}
