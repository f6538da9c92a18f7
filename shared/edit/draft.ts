import type { Values } from '../operation/operation.ts'

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

export type Writing = Draft | Removal

export const draft = (kind: string, record: string, set: Values): Draft => ({ record, kind, set })
