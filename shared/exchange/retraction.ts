import type { Restatement } from '../erasure/plan-erasure.ts'
import { isKind, type Records } from '../model/record.ts'
import { RULES } from '../operation/drop.ts'
import { currentHeads, fieldHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Operation } from '../operation/operation.ts'
import { readRecords } from '../operation/read-record.ts'
import { levelOfConsultation, levelOfNote } from '../privacy/levels.ts'

/** Operations whose words an audience was given, each with the loosest level under which its note then was. */
export type Given = ReadonlyMap<string, number>

/** What an audience was given, with what it is given now. */
export function withGiven(given: Given, sent: readonly Operation[], records: Records): Given {
  const levels = levelsIn(records)
  const all = new Map(given)
  for (const { id, head, body } of sent) {
    if (body !== undefined) all.set(id, Math.min(levels.get(head.r) ?? 0, all.get(id) ?? Infinity))
  }
  return all
}

function levelsIn(records: Records): ReadonlyMap<string, number> {
  const consultation = levelOfConsultation(records)
  return new Map(
    [...records.values()].flatMap((record) =>
      isKind(record, 'note') ? [[record.id, levelOfNote(records, record, consultation)] as const] : [],
    ),
  )
}

/**
 * What an audience was given and must not keep: the words of what it may see no more, and of former versions of notes
 * that have been tightened since, which may name a voice that says more. `permitted` is all that it may have now.
 */
export function toRetract(
  given: Given,
  permitted: readonly Operation[],
  operations: Iterable<Operation>,
  fold: FoldState,
): readonly string[] {
  const said = new Set(permitted.flatMap(({ id, body }) => (body === undefined ? [] : [id])))
  const kept = new Set(permitted.map(({ id }) => id))
  const levels = levelsIn(readRecords(fold))
  const retracted: string[] = []
  for (const operation of operations) {
    const { id, head } = operation
    const then = given.get(id)
    if (then === undefined || said.has(id)) continue
    if (!kept.has(id) || (levels.get(head.r) ?? 0) > then) retracted.push(id)
  }
  return retracted.toSorted()
}

/**
 * What an audience may see again and was told to forget: to be given once more it is said again, in operations of its own.
 */
export function toRestate(
  retracted: ReadonlySet<string>,
  permitted: readonly Operation[],
  fold: FoldState,
): readonly Restatement[] {
  return permitted.flatMap(({ id, head, body }) => {
    if (!retracted.has(id) || body === undefined) return []
    const fields = Object.entries(body.set).filter(
      ([field]) =>
        !RULES.has(field) && currentHeads(fieldHeads(fold, head.r, field)).some(([current]) => current === id),
    )
    if (fields.length === 0) return []
    return [{ operation: id, record: head.r, kind: head.t, class: head.k, set: Object.fromEntries(fields) }]
  })
}
