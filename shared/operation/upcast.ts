import type { Operation } from './operation.ts'

/**
 * How an operation of some version reads today. What is stored, sent on and hashed stays as it was written: only the fold
 * sees what this gives. Pure, and the same everywhere.
 */
export type Upcaster = (operation: Operation) => Operation

/** By the version of a head. Snapshots are made again by each version of the program, so a new line here needs nothing else. */
export type Upcasters = ReadonlyMap<number, Upcaster>

export const UPCASTERS: Upcasters = new Map([[1, (operation: Operation): Operation => operation]])

/** Of a version that this program does not know: kept and sent on byte for byte, and without effect until it does. */
export const isReadable = ({ head }: Operation, upcasters: Upcasters = UPCASTERS): boolean => upcasters.has(head.v)
