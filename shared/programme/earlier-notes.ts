import type { Digest } from '../kit/ports.ts'
import { isKind, type Note, type Records } from '../model/record.ts'
import type { RowDraft } from './row-draft.ts'
import { labelledId, rowId, sourceOf, type TableOrigin } from './table-records.ts'

/**
 * The notes that are here already, by the line of the row they came from: those of this file, or of an earlier version of
 * it, which has its name and the same words of the same person on the same axis. A row that was corrected has no note yet,
 * the others have.
 */
export function earlierNotes(
  drafts: readonly RowDraft[],
  records: Records,
  origin: TableOrigin,
  digest: Digest,
): ReadonlyMap<number, Note> {
  const versions = notesOfVersions(records, origin)
  const found = new Map<number, Note>()
  for (const draft of drafts) {
    const own = records.get(rowId(origin.file, draft.line, digest))
    const note =
      own !== undefined && isKind(own, 'note')
        ? own
        : // Each note answers for one row: the same words twice are two notes.
          versions.get(keyOfRow(draft, origin, digest))?.shift()
    if (note !== undefined) found.set(draft.line, note)
  }
  return found
}

function notesOfVersions(records: Records, { fileName }: TableOrigin): ReadonlyMap<string, Note[]> {
  const notes = new Map<string, Note[]>()
  for (const record of records.values()) {
    if (!isKind(record, 'note') || record.f.source?.startsWith(sourceOf(fileName, '')) !== true) continue
    const key = keyOfNote(record, records)
    notes.set(key, [...(notes.get(key) ?? []), record])
  }
  return notes
}

const keyOf = (...words: readonly (string | undefined)[]): string => words.map((word) => word ?? '').join('\u001f')

function keyOfRow({ text, axis, ...row }: RowDraft, origin: TableOrigin, digest: Digest): string {
  const words = [text, labelledId(axis, 'axis', origin, digest)]
  // Without a voice nothing is kept of who spoke, and where.
  if (row.voice === undefined) return keyOf(...words, '', '', '')
  const region = row.region && labelledId(row.region, 'region', origin, digest)
  return keyOf(...words, region, row.speaker, row.organisation)
}

function keyOfNote({ f }: Note, records: Records): string {
  const voice = records.get(f.voice ?? '')
  const said = voice !== undefined && isKind(voice, 'voice') ? voice.f : {}
  const nameOf = (id: string | undefined): string => String(records.get(id ?? '')?.f['name'] ?? '')
  return keyOf(f.text, f.axis, said.region, nameOf(said.person), nameOf(said.organisation))
}
