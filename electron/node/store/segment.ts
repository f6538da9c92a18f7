import type { Digest } from '#shared/kit/ports.ts'
import { entrySchema, operationIds, type Entry } from './entry.ts'

/** First line of a segment: what it belongs to and where it takes the journal up. */
export interface SegmentHead {
  readonly v: 1
  readonly consultation: string
  /** Entries before this segment; what the former segment holds beyond them was never acknowledged. */
  readonly after: number
  readonly chain: string
}

export interface Segment {
  readonly head: SegmentHead
  readonly entries: readonly { readonly entry: Entry; readonly chain: string }[]
  /** Lines at the end that are cut or do not match their checksum: a writing that was under way. */
  readonly torn: number
}

/** The chain starts with the consultation, so that a segment of another one never fits. */
export const firstChain = (consultation: string, digest: Digest): string => digest(`journal ${consultation}`)

/** Over ids and not bytes: a body that is destroyed later leaves the chain whole. */
export const nextChain = (chain: string, entry: Entry, digest: Digest): string =>
  digest([chain, entry.type, ...operationIds(entry)].join('\n'))

const checksum = (text: string, digest: Digest): string => digest(text).slice(0, 16)

/** A line carries the checksum of its own bytes. */
export const sealLine = (value: unknown, digest: Digest): string => {
  const text = JSON.stringify(value)
  return `${checksum(text, digest)} ${text}\n`
}

function openLine(line: string, digest: Digest): unknown {
  const text = line.slice(17)
  if (line[16] !== ' ' || checksum(text, digest) !== line.slice(0, 16)) return undefined
  return JSON.parse(text)
}

/**
 * Reads a segment. `null` when not even its first line is whole and nothing follows it. A bad line with good ones behind
 * it is damage and not a torn end: `damaged`.
 */
export function readSegment(text: string, digest: Digest): Segment | 'damaged' | null {
  const lines = text.split('\n').filter((line) => line !== '')
  const head = lines.length === 0 ? undefined : (openLine(lines[0] ?? '', digest) as SegmentHead | undefined)
  if (head === undefined) return lines.slice(1).some((line) => openLine(line, digest) !== undefined) ? 'damaged' : null
  const entries: { entry: Entry; chain: string }[] = []
  let chain = head.chain
  let torn = 0
  for (const line of lines.slice(1)) {
    const entry = entrySchema.safeParse((openLine(line, digest) as { entry?: unknown } | undefined)?.entry)
    if (!entry.success) torn += 1
    else if (torn > 0) return 'damaged'
    else {
      chain = nextChain(chain, entry.data, digest)
      entries.push({ entry: entry.data, chain })
    }
  }
  return { head, entries, torn }
}
