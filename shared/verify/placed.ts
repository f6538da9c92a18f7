import type { FoldState } from '../operation/fold-state.ts'
import type { Operation } from '../operation/operation.ts'

/** An operation and where it was read. */
export interface Placed {
  readonly operation: Operation
  readonly file: string
  /** Line of a bundle, or number of the entry of a journal. */
  readonly line: number
}

/** What was read, put together, and where each operation is. */
export interface Content {
  readonly placed: readonly Placed[]
  readonly fold: FoldState
}

export const placesOf = (placed: readonly Placed[]): ReadonlyMap<string, Placed> =>
  new Map(placed.map((one) => [one.operation.id, one]))
