import { readingMs } from '../kit/hybrid-clock.ts'
import { canonical } from '../operation/canonical.ts'
import { currentHeads } from '../operation/fold.ts'
import type { FieldHead } from '../operation/fold-state.ts'
import type { Operation, Value } from '../operation/operation.ts'

/** One version of a field: where and when it was written, as far as that is known. */
export interface Side {
  readonly value: Value
  readonly isOurs: boolean
  /** Milliseconds since 1970; null when what came tells no times. */
  readonly at: number | null
  /** Name of the file that brings or brought it. */
  readonly file: string | null
}

/** Versions of a field, and what they all come from when it is known. */
export interface Origin {
  readonly record: string
  readonly field: string
  readonly sides: readonly Side[]
  readonly base: Side | null
}

/** An operation, and how it came here. */
export interface Told {
  readonly operation: Operation
  readonly isOurs: boolean
  readonly file: string | null
}

/** Of each field where several values stand, in the order of their canonical form, who wrote them and on what. */
export function originsIn(told: Iterable<Told>): readonly Origin[] {
  const byRecord = new Map<string, Told[]>()
  for (const one of told) {
    const known = byRecord.get(one.operation.head.r)
    if (known === undefined) byRecord.set(one.operation.head.r, [one])
    else known.push(one)
  }
  return [...byRecord].flatMap(([record, all]) => {
    const byId = new Map(all.map((one) => [one.operation.id, one]))
    const fields = new Set(all.flatMap(({ operation: { body } }) => Object.keys(body?.set ?? {})))
    return [...fields].flatMap((field) => originOf(record, field, byId) ?? [])
  })
}

type ById = ReadonlyMap<string, Told>

function originOf(record: string, field: string, byId: ById): Origin | null {
  const writers = [...byId.values()].filter(({ operation: { body } }) => body?.set[field] !== undefined)
  const replaced = new Set([...byId.values()].flatMap(({ operation: { head } }) => head.o?.[field] ?? []))
  const standing = writers.filter(({ operation: { id } }) => !replaced.has(id))
  const heads = currentHeads(new Map(standing.map((one) => [one.operation.id, headOf(one, field)])))
  const latest = new Map<string, Told>()
  for (const [id, { value }] of heads) {
    const [one, former] = [byId.get(id), latest.get(canonical(value))]
    if (one !== undefined && (former === undefined || timeOf(one) > timeOf(former))) latest.set(canonical(value), one)
  }
  if (latest.size < 2) return null
  const sides = [...latest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => sideOf(one, field))
  const base = baseOf(
    field,
    heads.map(([id]) => id),
    byId,
  )
  return { record, field, sides, base: base === null ? null : sideOf(base, field) }
}

const headOf = ({ operation: { head, body } }: Told, field: string): FieldHead => ({
  value: body?.set[field] ?? null,
  class: head.k,
  ...(head.g === undefined ? {} : { genesis: head.g }),
})

const timeOf = ({ operation: { stamp } }: Told): number => (stamp === undefined ? 0 : readingMs(stamp.h))

const sideOf = (one: Told, field: string): Side => ({
  value: one.operation.body?.set[field] ?? null,
  isOurs: one.isOurs,
  at: one.operation.stamp === undefined ? null : timeOf(one),
  file: one.isOurs ? null : one.file,
})

/** The last version that all the others come from; null when it is not here, or when there are two. */
function baseOf(field: string, heads: readonly string[], byId: ById): Told | null {
  const [first, ...others] = heads.map((id) => ancestors(field, id, byId))
  const common = [...(first ?? [])].filter((id) => others.every((one) => one.has(id)))
  const older = new Set(common.flatMap((id) => [...ancestors(field, id, byId)]))
  const last = common.filter((id) => !older.has(id))
  const [only] = last
  const base = only === undefined || last.length > 1 ? undefined : byId.get(only)
  return base?.operation.body?.set[field] === undefined ? null : base
}

function ancestors(field: string, id: string, byId: ById): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [id]
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    for (const former of byId.get(at)?.operation.head.o?.[field] ?? []) {
      if (!found.has(former)) left.push(former)
      found.add(former)
    }
  }
  return found
}
