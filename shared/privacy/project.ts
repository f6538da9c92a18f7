import { classOfField } from '../model/fields.ts'
import { isKind, type AnyRecord, type Records } from '../model/record.ts'
import { asDropped, RULES, saysRulesOnly } from '../operation/drop.ts'
import { currentHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Operation, SensitivityClass, Value } from '../operation/operation.ts'
import { isReadable } from '../operation/upcast.ts'
import { readDeleted, readRecords } from '../operation/read-record.ts'
import { exposureOf, isOpen, isProgramme } from './exposure.ts'
import { levelOfAttachment, levelOfConsultation, levelOfNote } from './levels.ts'

declare const projected: unique symbol

/** Records that hold nothing an audience may not see. Writers of documents accept nothing else. */
export type Projected = Records & { readonly [projected]: true }

/** For whom a projection is made. The rule is the same for all; each has its own numbered series of files. */
export const AUDIENCES = ['section', 'secretariat', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

/** The records as an audience may see them. Fields that this program does not know are left out: their class is not known either. */
export function projectRecords(records: Records): Projected {
  const exposure = exposureOf(records)
  const visible = new Map<string, AnyRecord>()
  for (const record of records.values()) {
    const seen = visibleRecord(record, exposure.get(record.id))
    if (seen !== null) visible.set(record.id, seen)
  }
  return visible as Records as Projected
}

function visibleRecord(record: AnyRecord, classes: ReadonlySet<SensitivityClass> | undefined): AnyRecord | null {
  if (classes === undefined) return null
  const isVisible = (field: string): boolean => {
    const sensitivity = classOfField(record.kind, field)
    return sensitivity !== undefined && classes.has(sensitivity)
  }
  const f = keepFields<Value>(record.f, isVisible)
  const conflicts = keepFields<readonly Value[]>(record.conflicts ?? {}, isVisible)
  // As when records are read: a level or a promise alone makes none.
  const isSilent = Object.keys(f).every((field) => RULES.has(field) || field === 'promised')
  if (isSilent && Object.keys(conflicts).length === 0) return null
  return { id: record.id, kind: record.kind, f, ...(Object.keys(conflicts).length > 0 ? { conflicts } : {}) }
}

const keepFields = <T>(fields: Readonly<Record<string, T>>, keep: (field: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => keep(field)))

/**
 * The operations an audience may have: for each exposed record and class, those that are current with their body, and
 * all that they replaced as bare heads; no stamp; sorted by id. Folded by a receiver who had nothing of these records,
 * they give what `projectRecords` shows of known fields. Of a deleted record only the deletion is said, and for a session
 * or a part of one the level that its notes are still held to.
 */
export function projectOperations(operations: Iterable<Operation>, fold: FoldState): readonly Operation[] {
  const live = readRecords(fold)
  const exposure = exposureOf(live)
  const deleted = deletedAndKnown(fold, live)
  const sent: Operation[] = []
  for (const operation of operations) {
    // What a newer version may hide in its operations stays here.
    if (!isReadable(operation)) continue
    const { id, head } = operation
    const gone = deleted.get(head.r)
    const isExposed = gone === undefined ? exposure.get(head.r)?.has(head.k) === true : head.k === 'c'
    if (!isExposed) continue
    const isSaid = gone === undefined ? !says(operation, 'deleted') : saysOfDeleted(operation, gone)
    const left = asDropped(fold, operation)
    sent.push(isSaid && isCurrent(fold, left) ? { id, head, ...saidBy(left) } : { id, head })
  }
  return sent.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

const says = ({ body }: Operation, field: string): boolean => body !== undefined && Object.hasOwn(body.set, field)

const saysOfDeleted = (operation: Operation, { kind }: AnyRecord): boolean =>
  saysRulesOnly(operation) && (says(operation, 'deleted') || kind === 'session' || kind === 'segment')

/** Deleted records whose deletion must reach those who had them; one that was off the record is not mentioned. */
function deletedAndKnown(fold: FoldState, live: Records): Records {
  const deleted = new Map([...fold.records.keys()].flatMap((id) => readDeleted(fold, id) ?? []).map((r) => [r.id, r]))
  const all = new Map([...live, ...deleted])
  const consultation = levelOfConsultation(live)
  return new Map([...deleted].filter(([, record]) => mayBeMentioned(all, record, consultation)))
}

/** Kinds that name someone are not: their deletion concerns those who had them by a trusted way. */
function mayBeMentioned(all: Records, record: AnyRecord, consultation: number): boolean {
  if (isKind(record, 'note')) return levelOfNote(all, record, consultation) < 6
  if (isKind(record, 'attachment')) return levelOfAttachment(all, record, consultation) < 6
  if (isKind(record, 'voice')) return (record.f.level ?? 6) < 6
  return isProgramme(record) && isOpen(all, record, consultation)
}

const saidBy = ({ body, rules }: Operation): Pick<Operation, 'body' | 'rules'> => ({
  ...(body === undefined ? {} : { body }),
  ...(rules === undefined ? {} : { rules }),
})

/** Still says something: a head of one of its fields that counts, or a level that may still be in force. */
function isCurrent(fold: FoldState, { id, head, body, rules }: Operation): boolean {
  const record = fold.records.get(head.r)
  if (record === undefined) return false
  return Object.keys(body?.set ?? rules ?? {}).some((field) => {
    const heads = record.fields.get(field)?.heads
    if (record.promises.has(id) || (field === 'level' && record.levels.has(id))) return true
    return heads !== undefined && heads.has(id) && currentHeads(heads).some(([current]) => current === id)
  })
}
