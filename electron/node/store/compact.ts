import type { Digest } from '#shared/kit/ports.ts'
import { nextReading, readingMs } from '#shared/kit/hybrid-clock.ts'
import type { Body, Head, Operation, SensitivityClass, Stamp, Values } from '#shared/operation/operation.ts'
import { sealOperation } from '#shared/operation/seal.ts'
import type { EntryOf } from './entry.ts'

/** What differs from one operation of a batch to the next: record (its place in the list), class, salts, values, and what is replaced or seen. */
type Written = readonly [
  record: number,
  sensitivity: SensitivityClass,
  bodySalt: string,
  stampSalt: string,
  set: Values,
  rest?: Rest,
]
type Rest = Pick<Head, 'o' | 'seen'>

/**
 * A batch of one person without what can be computed again (ids, digests, counters, clock readings) or is the same for
 * all its operations. A note costs some 500 bytes beside its own values, and 1 700 in full.
 */
export interface CompactBatch {
  readonly label: string
  readonly c: string
  readonly d: string
  readonly by: string
  readonly batch: string
  /** Counter and clock reading of the first operation. */
  readonly n: number
  readonly h: string
  readonly records: readonly (readonly [id: string, kind: string])[]
  readonly ops: readonly Written[]
}

/** Null when the batch is not made as ours are, by one stamper and with nothing more in it: it is then kept in full. */
export function compactBatch(entry: EntryOf<'batch'>): CompactBatch | null {
  const [first] = entry.operations
  if (first?.stamp === undefined) return null
  const { d, by, batch, n, h } = first.stamp
  const c = first.head.c
  const places = new Map<string, number>()
  const records: (readonly [string, string])[] = []
  const ops: Written[] = []
  let reading = h
  for (const [index, { head, body, stamp }] of entry.operations.entries()) {
    if (body === undefined || stamp === undefined || !isOurs(head, body, stamp) || head.c !== c) return null
    if (index > 0) reading = nextReading(reading, readingMs(h))
    if (stamp.d !== d || stamp.by !== by || stamp.batch !== batch || stamp.n !== n + index || stamp.h !== reading)
      return null
    const key = `${head.r} ${head.t}`
    const place = places.get(key) ?? records.push([head.r, head.t]) - 1
    places.set(key, place)
    const written = [place, head.k, body.x, stamp.x, body.set] as const
    ops.push(head.o === undefined && head.seen === undefined ? written : [...written, restOf(head)])
  }
  return { label: entry.label, c, d, by, batch, n, h, records, ops }
}

const restOf = ({ o, seen }: Head): Rest => ({
  ...(o === undefined ? {} : { o }),
  ...(seen === undefined ? {} : { seen }),
})

const HEAD: ReadonlySet<string> = new Set(['v', 'c', 'r', 't', 'k', 'o', 'seen', 'b', 's'])
const BODY: ReadonlySet<string> = new Set(['x', 'set'])
const STAMP: ReadonlySet<string> = new Set(['x', 'd', 'n', 'h', 'by', 'batch'])

/** What a newer program, or a template, adds would be lost. */
const isOurs = (head: Head, body: Body, stamp: Stamp): boolean =>
  hasOnly(head, HEAD) && hasOnly(body, BODY) && hasOnly(stamp, STAMP)

const hasOnly = (object: object, keys: ReadonlySet<string>): boolean =>
  Object.keys(object).every((key) => keys.has(key))

/** The batch as it was; its ids are computed anew, so that one wrong character shows in the chain. */
export function wholeBatch(compact: CompactBatch, digest: Digest): EntryOf<'batch'> {
  const { label, c, d, by, batch, n, h, records, ops } = compact
  let reading = h
  const operations = ops.map(([place, k, bodySalt, stampSalt, set, rest], index): Operation => {
    if (index > 0) reading = nextReading(reading, readingMs(h))
    const [r, t] = records[place] ?? ['', '']
    const head = { v: 1 as const, c, r, t, k, ...rest }
    const stamp = { x: stampSalt, d, n: n + index, h: reading, by, batch }
    return sealOperation(head, { x: bodySalt, set }, stamp, digest)
  })
  return { type: 'batch', label, operations }
}
