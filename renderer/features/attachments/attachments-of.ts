import { useMemo } from 'react'
import { levelOfAttachment } from '#shared/privacy/levels.ts'
import { isKind, type Attachment, type Records } from '#shared/model/record.ts'
import { useWorkspace } from '../../state/use-workspace.ts'

const NONE: readonly Attachment[] = []
const indexes = new WeakMap<Records, ReadonlyMap<string, readonly Attachment[]>>()

/** What hangs on each note, in its order; looked for once for all rows. */
export function attachmentsByNote(records: Records): ReadonlyMap<string, readonly Attachment[]> {
  const known = indexes.get(records)
  if (known !== undefined) return known
  const index = new Map<string, Attachment[]>()
  for (const record of records.values()) {
    if (!isKind(record, 'attachment') || record.f.note === undefined) continue
    const others = index.get(record.f.note)
    if (others === undefined) index.set(record.f.note, [record])
    else others.push(record)
  }
  for (const one of index.values()) one.sort((a, b) => (a.f.order ?? 0) - (b.f.order ?? 0) || (a.id < b.id ? -1 : 1))
  indexes.set(records, index)
  return index
}

export function useAttachmentsOf(note: string): readonly Attachment[] {
  const { records } = useWorkspace()
  return attachmentsByNote(records).get(note) ?? NONE
}

/** Whether its bytes go to an audience with the note. */
export function useLeaves(attachment: Attachment): boolean {
  const { records } = useWorkspace()
  return useMemo(() => levelOfAttachment(records, attachment) === 1, [records, attachment])
}

export const isPicture = ({ f }: Attachment): boolean => f.media?.startsWith('image/') === true
