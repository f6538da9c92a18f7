import * as z from 'zod'
import type { SensitivityClass } from '../operation/operation.ts'

/** A field of a kind of record: how far it may travel, and the shape of its value. */
export interface Field<Type extends z.ZodType = z.ZodType> {
  readonly class: SensitivityClass
  readonly type: Type
}

type Fields = Readonly<Record<string, Field>>
type Sets = Readonly<Record<string, SensitivityClass>>

/** A kind of record. `sets` are written one field per member: `theme:<id>` is true while the member belongs. */
export interface Kind<F extends Fields = Fields, S extends Sets = Sets> {
  readonly fields: F
  readonly sets: S
}

// oxlint-disable-next-line typescript/no-generated-empty-object-type -- a kind without sets has no member at all
type NoSets = Readonly<Record<never, SensitivityClass>>

export const kind = <const F extends Fields, const S extends Sets = NoSets>(
  fields: F,
  sets: S = {} as S,
): Kind<F, S> => ({ fields, sets })

const of =
  (sensitivity: SensitivityClass) =>
  <Type extends z.ZodType>(type: Type): Field<Type> => ({ class: sensitivity, type })

export const content = of('c')
export const when = of('w')
export const name = of('n')
export const functionHeld = of('f')
export const organisation = of('o')
export const descriptor = of('d')
export const privately = of('p')

export const text = z.string()
export const whole = z.int()
export const flag = z.boolean()
/** A day, `YYYY-MM-DD`; what is only known as « janvier à mai 2024 » is kept as words beside it. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A clock time, `HH:MM`. */
export const time = z.string().regex(/^\d{2}:\d{2}$/)
/** The id of another record. */
export const ref = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
/** The id of a record that may go without the one that names it being wrong. */
export const paired = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
/** A file of the store, by its SHA-256 in hexadecimal: what a field of this type names is kept, copied and erased with it. */
export const fileDigest = z.string().regex(/^[0-9a-f]{64}$/)
/** An attribution level, 1 (named) to 6 (off the record). */
export const level = z.int().min(1).max(6)

/** Labels exist in the language of the process (`label`) and, for what templates give, in each catalogue language. */
export const labels = {
  label: content(text),
  'label:fr': content(text),
  'label:en': content(text),
  'label:es': content(text),
}

type Translated<N extends string> = { readonly [K in N | `${N}:en` | `${N}:es`]: Field<z.ZodString> }

/** A text that templates give in the language of the process (`vision`) and in the two other catalogue languages. */
export const translated = <const N extends string>(name: N): Translated<N> =>
  ({ [name]: content(text), [`${name}:en`]: content(text), [`${name}:es`]: content(text) }) as Translated<N>
