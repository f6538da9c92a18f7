import type { Digest } from '#shared/kit/ports.ts'
import { nextReading, readingMs } from '#shared/kit/hybrid-clock.ts'
import { canonical } from '#shared/operation/canonical.ts'
import type { Head, Operation, SensitivityClass, Values } from '#shared/operation/operation.ts'
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

/** Null when the batch is not made as ours are: it is then kept in full. */
export function compactBatch(entry: EntryOf<'batch'>, digest: Digest): CompactBatch | null {
  const [first] = entry.operations
  if (first?.stamp === undefined) return null
  const { d, by, batch, n, h } = first.stamp
  const records = [...new Map(entry.operations.map(({ head }) => [`${head.r} ${head.t}`, [head.r, head.t] as const]))]
  const places = new Map(records.map(([key], index) => [key, index]))
  const ops: Written[] = []
  for (const { head, body, stamp } of entry.operations) {
    if (body === undefined || stamp === undefined) return null
    const rest: Rest = {
      ...(head.o === undefined ? {} : { o: head.o }),
      ...(head.seen === undefined ? {} : { seen: head.seen }),
    }
    const place = places.get(`${head.r} ${head.t}`) ?? 0
    const written = [place, head.k, body.x, stamp.x, body.set] as const
    ops.push(Object.keys(rest).length === 0 ? written : [...written, rest])
  }
  const c = first.head.c
  const compact = { label: entry.label, c, d, by, batch, n, h, records: records.map(([, record]) => record), ops }
  // The proof that nothing is lost is to make it again.
  const back = wholeBatch(compact, digest).operations
  return entry.operations.every((operation, index) => canonical(operation) === canonical(back[index])) ? compact : null
}

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
