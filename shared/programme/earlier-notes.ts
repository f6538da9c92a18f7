import type { Digest } from '../kit/ports.ts'
import { isKind, type Note, type Records } from '../model/record.ts'
import type { RowDraft } from './row-draft.ts'
import { labelledId, rowId, sourceOf, type TableOrigin } from './table-records.ts'

/**
 * The notes that are here already, by the line of the row they came from: those of this file, or of an earlier version of
 * it, which has its name and the same words on the same axis. A row that was corrected has no note yet, the others have.
 */
export function earlierNotes(
  drafts: readonly RowDraft[],
  records: Records,
  origin: TableOrigin,
  digest: Digest,
): ReadonlyMap<number, Note> {
  const versions = notesOfVersions(records, origin)
  const found = new Map<number, Note>()
  for (const { line, text, axis } of drafts) {
    const own = records.get(rowId(origin.file, line, digest))
    const note =
      own !== undefined && isKind(own, 'note')
        ? own
        : // Each note answers for one row: the same words twice are two notes.
          versions.get(keyOf(text, labelledId(axis, 'axis', origin, digest)))?.shift()
    if (note !== undefined) found.set(line, note)
  }
  return found
}

function notesOfVersions(records: Records, { fileName }: TableOrigin): ReadonlyMap<string, Note[]> {
  const notes = new Map<string, Note[]>()
  for (const record of records.values()) {
    if (!isKind(record, 'note') || record.f.source?.startsWith(sourceOf(fileName, '')) !== true) continue
    const key = keyOf(record.f.text ?? '', record.f.axis ?? '')
    notes.set(key, [...(notes.get(key) ?? []), record])
  }
  return notes
}

const keyOf = (text: string, axis: string): string => `${axis} ${text}`
