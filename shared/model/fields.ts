import type { SensitivityClass } from '../operation/operation.ts'
import { fileDigest, type Field, type Kind } from './kind.ts'
import { kinds } from './kinds.ts'

interface Known {
  readonly fields: ReadonlyMap<string, Field>
  readonly sets: ReadonlyMap<string, SensitivityClass>
}

// Maps, and not objects: a field called `constructor` is no field, and every value that comes in is looked up here.
const KNOWN: ReadonlyMap<string, Known> = new Map(
  Object.entries(kinds as Readonly<Record<string, Kind>>).map(([kind, { fields, sets }]) => [
    kind,
    { fields: new Map(Object.entries(fields)), sets: new Map(Object.entries(sets)) },
  ]),
)

/** What this program knows of a field; `undefined` for a newer program's field, or a member of a set. */
export const fieldOfKind = (kind: string, field: string): Field | undefined => KNOWN.get(kind)?.fields.get(field)

/** Whether a field names a file of the store. */
export const namesFile = (kind: string, field: string): boolean => fieldOfKind(kind, field)?.type === fileDigest

/** The class a field must travel in; members of a set take their set's. `undefined` when the field is not known. */
export function classOfField(kind: string, field: string): SensitivityClass | undefined {
  const known = KNOWN.get(kind)
  const own = known?.fields.get(field)
  if (own !== undefined) return own.class
  if (field === 'deleted') return 'c'
  return known?.sets.get(field.slice(0, Math.max(0, field.indexOf(':'))))
}
