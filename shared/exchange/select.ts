import { isKind, type Records } from '../model/record.ts'
import { CLAIMED_TWICE, type FoldState } from '../operation/fold-state.ts'
import { heldLevel, promiseOf } from '../operation/level-heads.ts'
import type { Operation, Value } from '../operation/operation.ts'
import { readDeleted, readRecords } from '../operation/read-record.ts'
import { levelOfConsultation, levelOfNote, levelOfSegment, levelOfSession } from '../privacy/levels.ts'
import { projectOperations } from '../privacy/project.ts'
import type { BundleKind } from './manifest.ts'
import { narrowedBy, outOfScope, type Scope } from './scope.ts'

/** What goes in a file of a kind, narrowed to a scope: whole records of what would go without it. */
export function selectFor(
  operations: readonly Operation[],
  fold: FoldState,
  kind: Exclude<BundleKind, 'backup'>,
  scope: Scope,
): readonly Operation[] {
  const permitted = kind === 'projection' ? projectOperations(operations, fold) : selectComplete(operations, fold)
  const left = leftByScope(fold, scope)
  return left.size === 0 ? permitted : permitted.filter(({ head }) => !left.has(head.r))
}

/** As `outOfScope`, for all that was ever written. A note brings the sessions along, and their parts, whose rule it is still held to. */
export function leftByScope(fold: FoldState, scope: Scope): ReadonlySet<string> {
  if (narrowedBy(scope).length === 0) return new Set()
  return outOfScope(everRead(fold), scope, (note) =>
    [...(fold.records.get(note)?.promises.values() ?? [])].flatMap(({ session, segment }) =>
      [session, segment].filter((place) => place !== null),
    ),
  )
}

/**
 * What goes to someone of the same trust circle: everything with its stamps, but what is private (class `p`) and what is
 * off the record. Someone whom only withheld records ever named stays here too, and so does a consent or a pair
 * that names one.
 */
export function selectComplete(operations: readonly Operation[], fold: FoldState): readonly Operation[] {
  const withheld = withheldRecords(operations, fold)
  return operations.filter(({ head }) => head.k !== 'p' && !withheld.has(head.r))
}

/** How many records make a backup too sensitive to lie about in clear: level 5 or 6, or something private. */
export function backupNeedsEncryption(fold: FoldState): number {
  const levels = levelsOf(fold)
  let count = 0
  for (const [id, { fields }] of fold.records) {
    const isPrivate = [...fields.values()].some(({ heads }) => [...heads.values()].some((head) => head.class === 'p'))
    if (isPrivate || (levels.get(id) ?? 0) >= 5) count += 1
  }
  return count
}

/** Levels of the notes, sessions and parts of sessions that were ever written: what was put away or undone is still in the history. */
function levelsOf(fold: FoldState): ReadonlyMap<string, number> {
  const records = everRead(fold)
  const consultation = levelOfConsultation(records)
  const levels = new Map<string, number>()
  for (const [id, state] of fold.records) {
    const record = records.get(id)
    if (record === undefined) {
      // Nothing is shown of it any more; its rule is all that is left.
      const left = state.kind === CLAIMED_TWICE ? 6 : Math.max(heldLevel(fold, id, state), promiseOf(fold, id))
      if (left > 0) levels.set(id, Math.max(left, consultation))
    } else if (isKind(record, 'note')) levels.set(id, levelOfNote(records, record, consultation))
    else if (isKind(record, 'session')) levels.set(id, levelOfSession(records, record, consultation))
    else if (isKind(record, 'segment')) levels.set(id, levelOfSegment(record))
  }
  return levels
}

function everRead(fold: FoldState): Records {
  const records = readRecords(fold)
  for (const id of fold.records.keys()) {
    const deleted = records.has(id) ? null : readDeleted(fold, id)
    if (deleted !== null) records.set(id, deleted)
  }
  return records
}

function withheldRecords(operations: readonly Operation[], fold: FoldState): ReadonlySet<string> {
  const withheld = new Set([...levelsOf(fold)].filter(([, level]) => level === 6).map(([id]) => id))
  // A note follows its own level, in which every session that it was in counts.
  withholdIf(operations, withheld, ({ head }, field, value) => head.t !== 'note' && field === 'session' && isIn(value))
  withholdIf(operations, withheld, ({ head }, field, value) => hangsBy(head.t, field) && isIn(value))
  withholdNamed(operations, ['voice'], withheld)
  withholdNamed(operations, ['person', 'organisation'], withheld)
  withholdIf(operations, withheld, (_, field) => field.startsWith('cover:') && isIn(field.slice('cover:'.length)))
  withholdIf(operations, withheld, ({ head }, _, value) => head.t === 'pair' && isIn(value))
  return withheld

  function isIn(value: Value): boolean {
    return typeof value === 'string' && withheld.has(value)
  }
}

const hangsBy = (kind: string, field: string): boolean => kind === 'attachment' && field === 'note'

type Says = (operation: Operation, field: string, value: Value) => boolean

function withholdIf(operations: readonly Operation[], withheld: Set<string>, says: Says): void {
  for (const operation of operations) {
    const entries = Object.entries(operation.body?.set ?? {})
    if (entries.some(([field, value]) => says(operation, field, value))) withheld.add(operation.head.r)
  }
}

/** Withholds what withheld records have named in these fields, unless one that leaves has named it as well. */
function withholdNamed(operations: readonly Operation[], fields: readonly string[], withheld: Set<string>): void {
  const [inside, outside] = [new Set<string>(), new Set<string>()]
  for (const { head, body } of operations) {
    const side = withheld.has(head.r) ? inside : outside
    for (const field of fields) {
      const named = body?.set[field]
      if (typeof named === 'string') side.add(named)
    }
  }
  for (const id of inside) if (!outside.has(id)) withheld.add(id)
}
