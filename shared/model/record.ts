import type * as z from 'zod'
import type { Value } from '../operation/operation.ts'
import type { KindName, kinds } from './kinds.ts'

type FieldsOf<K extends KindName> = (typeof kinds)[K]['fields']
type SetsOf<K extends KindName> = keyof (typeof kinds)[K]['sets'] & string

/** Values of a record, read by its kind: absent means unset. */
export type ValuesOf<K extends KindName> = {
  readonly [F in keyof FieldsOf<K>]?: FieldsOf<K>[F] extends { type: infer T extends z.ZodType } ? z.infer<T> : never
} & { readonly [M in `${SetsOf<K>}:${string}`]?: boolean }

/**
 * One record as folded from its operations, of any kind, those of a newer program included. `f` holds one value per
 * field; where several unsettled values stand side by side, `f` holds none of them and `conflicts` holds all, ordered by
 * their canonical form. `kept` marks a record that was deleted elsewhere while someone edited it.
 */
export interface AnyRecord {
  readonly id: string
  readonly kind: string
  readonly f: Readonly<Record<string, Value>>
  readonly conflicts?: Readonly<Record<string, readonly Value[]>>
  readonly kept?: true
}

/** A record of a known kind, its values read by their names. */
export type RecordOf<K extends KindName> = AnyRecord & { readonly kind: K; readonly f: ValuesOf<K> }

export type Records = ReadonlyMap<string, AnyRecord>

export type Note = RecordOf<'note'>
export type Voice = RecordOf<'voice'>
export type Axis = RecordOf<'axis'>
export type Region = RecordOf<'region'>
export type Session = RecordOf<'session'>
export type Theme = RecordOf<'theme'>
export type Speaker = RecordOf<'speaker'>
export type Attachment = RecordOf<'attachment'>
export type Consultation = RecordOf<'consultation'>

export const isKind = <K extends KindName>(record: AnyRecord, kind: K): record is RecordOf<K> => record.kind === kind

/** Members of a set kept one field per member: `members(note, 'theme')` gives ids of themes, in id order. */
export function members(record: AnyRecord, set: string): readonly string[] {
  const prefix = `${set}:`
  const found: string[] = []
  // Asked of every note at each change of any: most have no member or one.
  for (const field of Object.keys(record.f))
    if (field.startsWith(prefix) && record.f[field] === true) found.push(field.slice(prefix.length))
  return found.length < 2 ? found : found.toSorted()
}
