import { follow } from '../evidence/follow.ts'
import { fail, ok } from '../kit/result.ts'
import type { AnyRecord, Records } from '../model/record.ts'
import type { CommandOf, EditFailure } from './command.ts'
import { draft, type Writing } from './draft.ts'
import type { EditContext, EditResult } from './edit-context.ts'

/** Kinds of records that can be joined one into another. */
const JOINABLE: ReadonlySet<string> = new Set(['theme', 'axis', 'region', 'person', 'organisation'])

/** Each record counts as the one it is joined into: a field on the joined record, which `null` undoes. */
export function joinRecords({ records }: EditContext, { joins }: CommandOf<'records.join'>): EditResult {
  const joined = new Map(records)
  const writings: Writing[] = []
  for (const { record: id, into } of joins) {
    const record = records.get(id)
    if (record === undefined) return fail({ type: 'RecordNotFound', record: id })
    const failure = into === null ? null : whyNot(joined, record, into)
    if (failure !== null) return fail(failure)
    writings.push(draft(record.kind, id, { into }))
    joined.set(id, { ...record, f: { ...record.f, into } })
  }
  return ok(writings)
}

function whyNot(records: Records, { id, kind }: AnyRecord, into: string): EditFailure | null {
  const target = records.get(into)
  if (target === undefined) return { type: 'RecordNotFound', record: into }
  if (target.kind !== kind || !JOINABLE.has(kind)) return { type: 'NotEditable', kind }
  return id === into || follow(records, into, 'into') === id ? { type: 'JoinsInCircle', record: id } : null
}

/** Written on the first of the two; read on either. */
export function keepApart({ records }: EditContext, { pairs }: CommandOf<'records.keepApart'>): EditResult {
  const writings: Writing[] = []
  for (const { record: id, other } of pairs) {
    const [record, beside] = [records.get(id), records.get(other)]
    if (record === undefined || beside === undefined)
      return fail({ type: 'RecordNotFound', record: record === undefined ? id : other })
    if (record.kind !== beside.kind || !JOINABLE.has(record.kind))
      return fail({ type: 'NotEditable', kind: record.kind })
    writings.push(draft(record.kind, id, { [`apart:${other}`]: true }))
  }
  return ok(writings)
}

/** Whether someone has said that these two are two. */
export const isKeptApart = (one: AnyRecord, other: AnyRecord): boolean =>
  one.f[`apart:${other.id}`] === true || other.f[`apart:${one.id}`] === true
