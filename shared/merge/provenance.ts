import { readingMs } from '../kit/hybrid-clock.ts'
import { addOperation, currentHeads } from '../operation/fold.ts'
import { emptyFold } from '../operation/fold-state.ts'
import type { Operation, Value } from '../operation/operation.ts'
import type { Told } from './origins.ts'

/** A value that stands, and how it came to. */
export interface Writing {
  /** Of its operation. */
  readonly id: string
  readonly value: Value
  /** Actor, a random id; null when what came tells none. */
  readonly by: string | null
  /** Milliseconds since 1970; null when what came tells no times. */
  readonly at: number | null
  readonly isOurs: boolean
  /** A template gave it: nobody wrote it. */
  readonly isGiven: boolean
  /** Name of the file that brought it, when one alone did. */
  readonly file: string | null
}

/** Who wrote what stands in a field, the latest first. */
export interface Provenance {
  readonly field: string
  readonly writings: readonly Writing[]
}

/**
 * Of each field of a record, the writings that stand. The order is the same everywhere for the same operations: by what
 * their clocks said, then by id. A clock decides nothing but this.
 */
export function provenanceOf(record: string, told: Iterable<Told>): readonly Provenance[] {
  const byId = new Map([...told].map((one) => [one.operation.id, one]))
  const fold = emptyFold()
  for (const { operation } of byId.values()) if (operation.head.r === record) addOperation(fold, operation)
  const fields = [...(fold.records.get(record)?.fields ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return fields.flatMap(([field, { heads }]) => {
    const standing = currentHeads(heads).flatMap(([id, { value }]) => {
      const one = byId.get(id)
      return one === undefined ? [] : [{ one, value }]
    })
    const writings = standing
      .toSorted((a, b) => (placeOf(a.one.operation) < placeOf(b.one.operation) ? 1 : -1))
      .map(({ one, value }) => writingOf(one, value))
    return writings.length === 0 ? [] : [{ field, writings }]
  })
}

/** Readings of the clock sort as text, and so do ids after them. */
const placeOf = ({ id, stamp }: Operation): string => `${stamp?.h ?? ''} ${id}`

function writingOf({ operation: { id, head, stamp }, isOurs, file }: Told, value: Value): Writing {
  const isGiven = head.g !== undefined
  const told = isGiven ? undefined : stamp
  return {
    id,
    value,
    by: told?.by ?? null,
    at: told === undefined ? null : readingMs(told.h),
    isOurs: isOurs && !isGiven,
    isGiven,
    file: isOurs || isGiven ? null : file,
  }
}
