import { isRecordId } from '../kit/id.ts'
import { fieldOfKind } from '../model/fields.ts'
import { ref } from '../model/kind.ts'
import type { AnyRecord } from '../model/record.ts'
import { readRecord } from '../operation/read-record.ts'
import type { Findings } from './findings.ts'
import { placesOf, type Content } from './placed.ts'

/**
 * Records that others name and that no operation speaks of. Only what was written here is judged: who sends may keep a
 * record to themselves, and what they sent still names it.
 */
export function checkReferences({ placed, fold }: Content, isOurs: (id: string) => boolean, findings: Findings): void {
  const places = placesOf(placed)
  for (const [id, state] of fold.records) {
    const record = readRecord(fold, id)
    for (const [field, named] of record === null ? [] : referencesOf(record)) {
      findings.examined('references')
      if (fold.records.has(named)) continue
      const writer = [...(state.fields.get(field)?.heads.keys() ?? [])].find(isOurs)
      const place = writer === undefined ? undefined : places.get(writer)
      if (place !== undefined) findings.fault('references', 'named-and-absent', place.file, place.line)
    }
  }
}

/** Fields of a record that name another one, members of sets included. */
function referencesOf({ kind, f }: AnyRecord): readonly (readonly [field: string, named: string])[] {
  return Object.entries(f).flatMap(([field, value]) => {
    if (typeof value === 'string' && fieldOfKind(kind, field)?.type === ref) return [[field, value] as const]
    const member = field.slice(field.indexOf(':') + 1)
    return value === true && field.includes(':') && isRecordId(member) ? [[field, member] as const] : []
  })
}
