import type { Value, Values } from '../operation/operation.ts'

/** What a command wants written of one record. `null` unsets a field. */
export interface Draft {
  readonly record: string
  readonly kind: string
  readonly set: Values
}

/** A record to put away. Whoever edits it meanwhile, without having seen this, keeps it. */
export interface Removal {
  readonly record: string
  readonly kind: string
  readonly remove: true
}

/** Values that stand side by side again, as they did before a person settled between them. */
export interface Sides {
  readonly record: string
  readonly kind: string
  readonly field: string
  readonly sides: readonly Value[]
}

export type Writing = Draft | Removal | Sides

export const draft = (kind: string, record: string, set: Values): Draft => ({ record, kind, set })
