/**
 * How far a value may travel: `c` content · `w` when, slot, order · `n` name and contact · `f` function ·
 * `o` organisation · `d` descriptors · `p` private, never leaves. One operation holds values of one class only.
 */
export type SensitivityClass = 'c' | 'w' | 'n' | 'f' | 'o' | 'd' | 'p'
export const SENSITIVITY_CLASSES: readonly SensitivityClass[] = ['c', 'w', 'n', 'f', 'o', 'd', 'p']

type Scalar = string | boolean | number | null
/** What a field may hold: no floats, no nesting; `null` unsets. */
export type Value = Scalar | readonly Scalar[]
export type Values = Readonly<Record<string, Value>>

/** The part of an operation that is always kept and sent: what it concerns and what it replaces, never what it says. */
export interface Head {
  /** Version of this form; 1 is what this program writes, see `upcast.ts`. */
  readonly v: number
  /** Consultation. */
  readonly c: string
  /** Record. */
  readonly r: string
  /** Kind of the record. */
  readonly t: string
  readonly k: SensitivityClass
  /** Per field, the ids of the operations that this one replaces (what its author had before their eyes). */
  readonly o?: Readonly<Record<string, readonly string[]>>
  /** On a deletion: per class, the heads that its author had seen. */
  readonly seen?: Readonly<Partial<Record<SensitivityClass, readonly string[]>>>
  /** On an operation of a template: its version. It yields to any person's operation and to a greater version. */
  readonly g?: number
  /** Digest of the body. */
  readonly b: string
  /** Digest of the stamp. */
  readonly s: string
}

/** What the operation says. `x` is a salt, so that the digest in the head betrays nothing once the body is withheld. */
export interface Body {
  readonly x: string
  readonly set: Values
}

/** Who wrote it, and when. Leaves this trust circle never. */
export interface Stamp {
  readonly x: string
  /** Stream: one installation writing in one consultation. */
  readonly d: string
  /** Counter in the stream, from 1. */
  readonly n: number
  /** Hybrid clock, see `kit/hybrid-clock.ts`. */
  readonly h: string
  /** Actor. */
  readonly by: string
  /** One command of a person is one batch. */
  readonly batch: string
}

/** `id` is the digest of the canonical head, so it verifies with or without body and stamp. */
export interface Operation {
  readonly id: string
  readonly head: Head
  readonly body?: Body
  readonly stamp?: Stamp
  /** Of an operation whose words are destroyed: what it said that stays in force. Believed only once it is dropped. */
  readonly rules?: Values
}
