import type { SensitivityClass } from '../operation/operation.ts'
import type { Field, Kind } from './kind.ts'
import { kinds } from './kinds.ts'

const kindOf = (kind: string): Kind | undefined =>
  Object.hasOwn(kinds, kind) ? (kinds as Readonly<Record<string, Kind>>)[kind] : undefined

/** What this program knows of a field; `undefined` for a newer program's field, or a member of a set. */
export function fieldOfKind(kind: string, field: string): Field | undefined {
  const known = kindOf(kind)?.fields
  return known !== undefined && Object.hasOwn(known, field) ? known[field] : undefined
}

/** The class a field must travel in; members of a set take their set's. `undefined` when the field is not known. */
export function classOfField(kind: string, field: string): SensitivityClass | undefined {
  const known = fieldOfKind(kind, field)
  if (known !== undefined) return known.class
  if (field === 'deleted') return 'c'
  const sets = kindOf(kind)?.sets
  const set = field.slice(0, Math.max(0, field.indexOf(':')))
  return sets !== undefined && Object.hasOwn(sets, set) ? sets[set] : undefined
}
