import { joinedRecord } from '#shared/evidence/follow.ts'
import type { Command } from '#shared/edit/command.ts'
import { isKind, type RecordOf, type Records } from '#shared/model/record.ts'

/** The parts of an axis that someone writes, in the order of the document. */
export const PARTS = ['summary', 'trends', 'specificities', 'divergences', 'output', 'next'] as const
export type PartName = (typeof PARTS)[number]

export type Synthesis = RecordOf<'synthesis'>

/** Whose text it is (a section's, or the secretariat's for `null`) and about which axis. */
export interface TextSubject {
  readonly region: string | null
  readonly axis: string
}

/** The texts of a part: one, unless two were begun apart before they came together here. */
export function textsOf(records: Records, { region, axis }: TextSubject, part: PartName): readonly Synthesis[] {
  return [...records.values()]
    .filter((record): record is Synthesis => isKind(record, 'synthesis') && record.f.part === part)
    .filter(
      ({ f }) =>
        (joinedRecord(records, f.axis, 'axis')?.id ?? null) === axis &&
        (joinedRecord(records, f.region, 'region')?.id ?? null) === region,
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** What saves a text as it now stands; null when there is nothing to save. */
export function saveText(
  record: Synthesis | undefined,
  id: string,
  { region, axis }: TextSubject,
  part: PartName,
  text: string,
): Command | null {
  const isBlank = text.trim() === ''
  if (record === undefined && isBlank) return null
  if (record !== undefined && record.conflicts?.['text'] === undefined && (record.f.text ?? '') === text) return null
  const set =
    record === undefined
      ? { axis, part, text, state: 'draft', ...(region !== null && { region }) }
      : { text: isBlank ? null : text }
  return { type: 'record.save', kind: 'synthesis', record: id, set }
}
