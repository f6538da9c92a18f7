import { isKind, members, type Records } from '../model/record.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Operation } from '../operation/operation.ts'
import { readDeleted, readRecords } from '../operation/read-record.ts'
import { levelOfConsultation, levelOfNote, levelOfSession, sidesOf } from '../privacy/levels.ts'

/**
 * What goes to someone of the same trust circle: everything with its stamps, but what is private (class `p`) and what is
 * off the record. Someone known only through what stays here stays here too, and so does a consent that names it.
 */
export function selectComplete(operations: readonly Operation[], fold: FoldState): readonly Operation[] {
  const withheld = withheldRecords(everWritten(fold))
  return operations.filter(({ head }) => head.k !== 'p' && !withheld.has(head.r))
}

/** How many records make a backup too sensitive to lie about in clear: level 5 or 6, or something private. */
export function backupNeedsEncryption(fold: FoldState): number {
  const records = everWritten(fold)
  const levels = levelsOf(records)
  let count = 0
  for (const [id, { fields }] of fold.records) {
    const isPrivate = [...fields.values()].some(({ heads }) => [...heads.values()].some((head) => head.class === 'p'))
    if (isPrivate || (levels.get(id) ?? 0) >= 5) count += 1
  }
  return count
}

/** Live records and those put away: their words are still in the history. */
function everWritten(fold: FoldState): Records {
  const records = readRecords(fold)
  for (const id of fold.records.keys()) {
    const deleted = records.has(id) ? null : readDeleted(fold, id)
    if (deleted !== null) records.set(id, deleted)
  }
  return records
}

/** Levels of the records that have one of their own: notes and sessions. */
function levelsOf(records: Records): ReadonlyMap<string, number> {
  const consultation = levelOfConsultation(records)
  const levels = new Map<string, number>()
  for (const record of records.values()) {
    if (isKind(record, 'note')) levels.set(record.id, levelOfNote(records, record, consultation))
    if (isKind(record, 'session')) levels.set(record.id, levelOfSession(records, record, consultation))
  }
  return levels
}

function withheldRecords(records: Records): ReadonlySet<string> {
  const levels = levelsOf(records)
  const withheld = new Set([...levels].filter(([, level]) => level === 6).map(([id]) => id))
  for (const record of records.values()) {
    // A note follows its own level, in which every session that it may belong to counts.
    if (record.kind !== 'note' && sidesOf(record, 'session').some((id) => withheld.has(id))) withheld.add(record.id)
  }
  withholdNamed(records, ['voice'], withheld)
  withholdNamed(records, ['person', 'organisation'], withheld)
  for (const record of records.values()) {
    if (isKind(record, 'consent') && members(record, 'cover').some((id) => withheld.has(id))) withheld.add(record.id)
  }
  return withheld
}

const NAMING: ReadonlySet<string> = new Set(['note', 'voice', 'speaker'])

/** Withholds what withheld records name in these fields, unless one that leaves names it as well. */
function withholdNamed(records: Records, fields: readonly string[], withheld: Set<string>): void {
  const [inside, outside] = [new Set<string>(), new Set<string>()]
  for (const record of records.values()) {
    if (!NAMING.has(record.kind)) continue
    const side = withheld.has(record.id) ? inside : outside
    for (const field of fields) for (const id of sidesOf(record, field)) side.add(id)
  }
  for (const id of inside) if (!outside.has(id)) withheld.add(id)
}
