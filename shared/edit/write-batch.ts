import { newId } from '../kit/id.ts'
import { classOfField } from '../model/fields.ts'
import { canonical } from '../operation/canonical.ts'
import { headsOf, liveHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Head, Operation, SensitivityClass, Stamp, Value, Values } from '../operation/operation.ts'
import { sealOperation } from '../operation/seal.ts'
import { createStamper, type Author, type Position } from './author.ts'
import type { Draft, Removal, Writing } from './draft.ts'

/**
 * Fields whose former value must not travel once it is replaced. A body is sent as long as one of its fields is current,
 * so these have operations of their own: a corrected sentence, or a speaker taken back, is then wholly replaced.
 */
const ALONE: Readonly<Record<string, string>> = {
  text: 'text',
  lang: 'text',
  translation: 'translation',
  translationLang: 'translation',
  voice: 'voice',
  level: 'level',
  consent: 'level',
  scopeReason: 'scopeReason',
  reason: 'reason',
}

export interface Batch {
  readonly id: string
  readonly operations: readonly Operation[]
  readonly position: Position
}

/** The operations of one command, each naming what it replaces in `fold`. Values already there are not written again. */
export function writeBatch(fold: FoldState, writings: readonly Writing[], author: Author, position: Position): Batch {
  const id = newId(author.random)
  const stamper = createStamper(author, position, id)
  const operations = writings.flatMap((writing) =>
    'remove' in writing
      ? [removal(fold, writing, author, stamper.next())]
      : partsOf(fold, writing).map(([sensitivity, set]) => {
          const body = { x: newId(author.random), set }
          const head = headOf(fold, writing, sensitivity, Object.keys(set), author)
          return sealOperation(head, body, stamper.next(), author.digest)
        }),
  )
  return { id, operations, position: stamper.position() }
}

type Part = readonly [SensitivityClass, Values]

/** Splits values by sensitivity class; descriptors and lone fields each make a part of their own. */
function partsOf(fold: FoldState, { record, kind, set }: Draft): readonly Part[] {
  const parts = new Map<string, { sensitivity: SensitivityClass; set: Record<string, Value> }>()
  for (const [field, value] of Object.entries(set)) {
    if (isAlreadySo(fold, record, field, value)) continue
    const sensitivity = classOfField(kind, field)
    if (sensitivity === undefined) throw new Error(`${kind} has no field ${field}`)
    const key = sensitivity === 'd' ? `d ${field}` : `${sensitivity} ${ALONE[field] ?? ''}`
    const part = parts.get(key) ?? { sensitivity, set: {} }
    part.set[field] = value
    parts.set(key, part)
  }
  return [...parts.values()].map((part) => [part.sensitivity, part.set])
}

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
