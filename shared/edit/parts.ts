import { classOfField } from '../model/fields.ts'
import type { SensitivityClass, Value, Values } from '../operation/operation.ts'

/**
 * Fields whose former value must not travel once it is replaced. A body is sent as long as one of its fields is current,
 * so these have operations of their own: a corrected sentence, or a speaker taken back, is then wholly replaced.
 */
const ALONE: Readonly<Record<string, string>> = {
  text: 'text',
  lang: 'text',
  translation: 'translation',
  translationLang: 'translation',
  voice: 'voice',
  level: 'level',
  consent: 'level',
  scopeReason: 'scopeReason',
  reason: 'reason',
}

type Part = readonly [SensitivityClass, Values]

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
