import type { AnyRecord } from '#shared/model/record.ts'
import { addOperation, dropOperations } from '#shared/operation/fold.ts'
import { emptyFold, type FoldState } from '#shared/operation/fold-state.ts'
import type { Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'

/** A fresh fold of operations, in the order given. */
export function foldOf(
  operations: Iterable<Operation>,
  drops: Iterable<Drop> = [],
  accepted: Iterable<string> = [],
): FoldState {
  const fold = emptyFold()
  for (const id of accepted) fold.accepted.add(id)
  for (const operation of operations) addOperation(fold, operation)
  dropOperations(fold, drops)
  return fold
}

/** All that a state says, as one text: equal texts, equal records. */
export const saidBy = (fold: FoldState): string => saidIn(readRecords(fold))

export const saidIn = (records: ReadonlyMap<string, AnyRecord>): string =>
  [...records.values()]
    .map((record) => JSON.stringify(record))
    .toSorted()
    .join('\n')
