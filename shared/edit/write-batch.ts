import { newId } from '../kit/id.ts'
import { canonical } from '../operation/canonical.ts'
import { headsOf, liveHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Head, Operation, SensitivityClass, Stamp, Value, Values } from '../operation/operation.ts'
import { sealOperation } from '../operation/seal.ts'
import { createStamper, type Author, type Position } from './author.ts'
import type { Draft, Removal, Sides, Writing } from './draft.ts'
import { partsOf, type Part } from './parts.ts'

export interface Batch {
  readonly id: string
  readonly operations: readonly Operation[]
  readonly position: Position
}

/** The operations of one command, each naming what it replaces in `fold`. Values already there are not written again. */
export function writeBatch(fold: FoldState, writings: readonly Writing[], author: Author, position: Position): Batch {
  const id = newId(author.random)
  const stamper = createStamper(author, position, id)
  const operations = joined(writings).flatMap((writing) =>
    'remove' in writing
      ? [removal(fold, writing, author, stamper.next())]
      : partsIn(fold, writing)
          .filter(([sensitivity]) => !isErased(fold, writing.record, sensitivity))
          .map(([sensitivity, set]) => {
            const body = { x: newId(author.random), set }
            const head = headOf(fold, writing, sensitivity, Object.keys(set), author)
            return sealOperation(head, body, stamper.next(), author.digest)
          }),
  )
  return { id, operations, position: stamper.position() }
}

/** One draft per record: two operations of one batch on one field would stand side by side as a conflict. */
function joined(writings: readonly Writing[]): readonly Writing[] {
  const byRecord = new Map<string, Writing>()
  for (const writing of writings) {
    const key = `${keyOf(writing)} ${writing.record}`
    const former = byRecord.get(key)
    const isMore = former !== undefined && 'set' in former && 'set' in writing
    byRecord.set(key, isMore ? { ...writing, set: { ...former.set, ...writing.set } } : writing)
  }
  return [...byRecord.values()]
}

const keyOf = (writing: Writing): string =>
  'remove' in writing ? 'remove' : 'sides' in writing ? `sides ${writing.field}` : 'set'

/** Each of several sides is an operation of its own: they replace what stands, and not each other. */
const partsIn = (fold: FoldState, writing: Draft | Sides): readonly Part[] =>
  'sides' in writing
    ? writing.sides.flatMap((value) => partsOf(writing.kind, { [writing.field]: value }))
    : partsOf(writing.kind, newValues(fold, writing))

/** Where words were destroyed none are written again, by a form that was still open or a list that was kept. */
const isErased = (fold: FoldState, record: string, sensitivity: SensitivityClass): boolean =>
  fold.erased.get(record)?.has(sensitivity) === true

const newValues = (fold: FoldState, { record, set }: Draft): Values =>
  Object.fromEntries(Object.entries(set).filter(([field, value]) => !isAlreadySo(fold, record, field, value)))

function isAlreadySo(fold: FoldState, record: string, field: string, value: Value): boolean {
  const heads = [...(fold.records.get(record)?.fields.get(field)?.heads.values() ?? [])]
  // A level is always written: only a person's own writing can carry the consent that loosens it.
  if (field === 'level' || field === 'consent') return value === null && heads.length === 0
  if (heads.length === 0) return value === null
  return heads.length === 1 && heads[0]?.genesis === undefined && canonical(heads[0]?.value) === canonical(value)
}

function headOf(
  fold: FoldState,
  { record, kind }: { readonly record: string; readonly kind: string },
  sensitivity: SensitivityClass,
  fields: readonly string[],
  { consultation }: Author,
): Omit<Head, 'b' | 's'> {
  const replaced = Object.fromEntries(
    fields.map((field) => [field, headsOf(fold, record, field)] as const).filter(([, ids]) => ids.length > 0),
  )
  const head = { v: 1 as const, c: consultation, r: record, t: kind, k: sensitivity }
  return Object.keys(replaced).length > 0 ? { ...head, o: replaced } : head
}

function removal(fold: FoldState, writing: Removal, author: Author, stamp: Stamp): Operation {
  const state = fold.records.get(writing.record)
  const head = {
    ...headOf(fold, writing, 'c', ['deleted'], author),
    seen: state === undefined ? {} : liveHeads(state),
  }
  return sealOperation(head, { x: newId(author.random), set: { deleted: true } }, stamp, author.digest)
}
