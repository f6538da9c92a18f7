import type { AnyRecord } from '../model/record.ts'

/** By the number or day of a field, then by id: what arrived first changes nothing. Those without one come last. */
export const inOrder = <R extends AnyRecord>(records: readonly R[], field = 'order'): readonly R[] =>
  records.toSorted((one, other) => compare(one.f[field], other.f[field]) || compare(one.id, other.id))

function compare(one: unknown, other: unknown): number {
  if (one === other) return 0
  if (one === undefined || one === null) return 1
  if (other === undefined || other === null) return -1
  return one < other ? -1 : 1
}

/** Texts in the order of their characters, the same on every computer. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
