import { classOfField } from '../model/fields.ts'
import type { SensitivityClass, Value, Values } from '../operation/operation.ts'

/**
 * Fields whose former value must not travel once it is replaced. A body is sent as long as one of its fields is current,
 * so each of these has operations of its own: a corrected sentence, a name taken out of a label, or a speaker taken back
 * is then wholly replaced. A level goes with the consent that allows it.
 */
const ALONE: Readonly<Record<string, string>> = {
  text: 'text',
  translation: 'translation',
  voice: 'voice',
  level: 'level',
  consent: 'level',
  scopeReason: 'scopeReason',
  reason: 'reason',
  label: 'label',
  name: 'name',
  givenName: 'givenName',
  place: 'place',
  basis: 'basis',
}

/** What one operation sets, in its class. */
export type Part = readonly [SensitivityClass, Values]

/** Splits the values of a record into operations: by sensitivity class, descriptors and lone fields each on their own. */
export function partsOf(kind: string, set: Values): readonly Part[] {
  const parts = new Map<string, { sensitivity: SensitivityClass; set: Record<string, Value> }>()
  for (const [field, value] of Object.entries(set)) {
    const sensitivity = classOfField(kind, field)
    if (sensitivity === undefined) throw new Error(`${kind} has no field ${field}`)
    const key = sensitivity === 'd' ? `d ${field}` : `${sensitivity} ${ALONE[field] ?? ''}`
    const part = parts.get(key) ?? { sensitivity, set: {} }
    part.set[field] = value
    parts.set(key, part)
  }
  return [...parts.values()].map((part) => [part.sensitivity, part.set])
}
