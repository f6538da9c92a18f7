import type { RecordState } from './fold-state.ts'

/** Put away; put away while someone was writing in it, and kept; or neither. */
export type Deletion = 'deleted' | 'kept' | 'none'

/** A consultation is never put away by one of its own operations: its level holds every note. */
export function deletionOf(state: RecordState): Deletion {
  const deletions = state.fields.get('deleted')
  if (deletions === undefined || state.kind === 'consultation') return 'none'
  const standing = [...deletions.heads].filter(([, head]) => head.value === true).map(([id]) => id)
  if (standing.length === 0) return 'none'
  return standing.some((id) => hasSeenEverything(state, id)) ? 'deleted' : 'kept'
}

/** Whether no person wrote, in the classes that the deletion's author held, something the author had not seen. */
function hasSeenEverything(state: RecordState, deletionId: string): boolean {
  const seen = state.deletions.get(deletionId) ?? {}
  const seenIds = new Set(Object.values(seen).flat())
  const classes = new Set(Object.keys(seen))
  for (const [field, { heads }] of state.fields) {
    if (field === 'deleted') continue
    for (const [id, head] of heads) {
      if (head.genesis === undefined && classes.has(head.class) && !seenIds.has(id)) return false
    }
  }
  return true
}
