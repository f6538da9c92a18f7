import * as z from 'zod'
import type { Digest } from '#shared/kit/ports.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { compactBatch, wholeBatch, type CompactBatch } from './compact.ts'
import { entrySchema, operationIds, type Entry } from './entry.ts'

const headSchema = z.object({
  v: z.union([z.literal(1), z.literal(2)]),
  consultation: z.string(),
  /** Entries before this segment; what former segments hold beyond them was never acknowledged. */
  after: z.int().min(0),
  chain: z.string(),
  /** Losses that were told already, so that they are not told at each opening. */
  told: z.array(z.string()).optional(),
})
/** First line of a segment: what it belongs to and where it takes the journal up. */
export type SegmentHead = z.infer<typeof headSchema>

const endSchema = z.object({ end: z.int().min(0), chain: z.string() })
/** Last line of a sealed segment: number of its last entry and the chain there. */
export type SegmentEnd = z.infer<typeof endSchema>

/** A good line, by its place in the file from 1. Entries of format 1 carry no number. */
export type SegmentLine =
  | { readonly line: number; readonly type: 'entry'; readonly n: number | null; readonly entry: Entry }
  | { readonly line: number; readonly type: 'end'; readonly end: SegmentEnd }
  /** `isWhole`: it has its end, so that it is not a writing which stopped half way. */
  | { readonly line: number; readonly type: 'bad'; readonly isWhole: boolean }

export interface SegmentText {
  /** Null when the first line cannot be read. */
  readonly head: SegmentHead | null
  readonly lines: readonly SegmentLine[]
}

/** The chain starts with the consultation, so that a segment of another one never fits. */
export const firstChain = (consultation: string, digest: Digest): string => digest(`journal ${consultation}`)

/**
 * Over ids and not bytes: a body that is destroyed later leaves the chain whole. An entry that brings no operation is
 * itself in the chain, but not in format 1.
 */
export function nextChain(chain: string, entry: Entry, digest: Digest, format: 1 | 2 = 2): string {
  const ids = operationIds(entry)
  const said = ids.length > 0 || format === 1 ? ids : [canonical(entry)]
  return digest([chain, entry.type, ...said].join('\n'))
}

const CHECKSUM_LENGTH = 16
const checksum = (text: string, digest: Digest): string => digest(text).slice(0, CHECKSUM_LENGTH)

/** A line carries the checksum of its own bytes. */
export const sealLine = (value: unknown, digest: Digest): string => {
  const text = JSON.stringify(value)
  return `${checksum(text, digest)} ${text}\n`
}

/** What a line says, undefined when it is cut or does not match its checksum. */
export function openLine(line: string, digest: Digest): unknown {
  const text = line.slice(CHECKSUM_LENGTH + 1)
  if (line[CHECKSUM_LENGTH] !== ' ' || checksum(text, digest) !== line.slice(0, CHECKSUM_LENGTH)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The line of an entry, numbered over the whole journal; a person's own batch in its compact form. */
export function entryLine(n: number, entry: Entry, digest: Digest): string {
  const compact = entry.type === 'batch' ? compactBatch(entry) : null
  return sealLine(compact === null ? { n, entry } : { n, batch: compact }, digest)
}

/** Reads a segment as far as it can be read, line by line. Never throws: what is damaged is told. */
export function readSegment(text: string, digest: Digest): SegmentText {
  const [first, ...rest] = text.split('\n')
  // What follows the last end of line is a line that was cut, unless it is nothing.
  if (rest.at(-1) === '') rest.pop()
  const head = headSchema.safeParse(
    first === undefined || rest.length === 0 ? openUnended(text) : openLine(first, digest),
  )
  return {
    head: head.success ? head.data : null,
    lines: rest.map((line, index) => {
      const isEnded = index < rest.length - 1 || text.endsWith('\n')
      // A disk that lost power leaves zeros where it had not written. A seal says nothing that could be lost.
      const isWhole = isEnded && !line.includes('\0') && !SEAL.test(line)
      return lineOf(line, index + 2, isWhole, digest)
    }),
  }

  function openUnended(only: string): unknown {
    return only.endsWith('\n') ? openLine(only.slice(0, -1), digest) : undefined
  }
}

/** Of a line that may be damaged: one of its two keys is enough. */
const SEAL = /"end":|"chain":/

function lineOf(text: string, line: number, isWhole: boolean, digest: Digest): SegmentLine {
  const value = openLine(text, digest) as
    { readonly n?: number; readonly entry?: unknown; readonly batch?: CompactBatch; readonly end?: number } | undefined
  if (value === undefined) return { line, type: 'bad', isWhole }
  if (value.end !== undefined) {
    const end = endSchema.safeParse(value)
    return end.success ? { line, type: 'end', end: end.data } : { line, type: 'bad', isWhole }
  }
  const entry = entrySchema.safeParse(value.batch === undefined ? value.entry : wholeOf(value.batch, digest))
  return entry.success ? { line, type: 'entry', n: value.n ?? null, entry: entry.data } : { line, type: 'bad', isWhole }
}

function wholeOf(batch: CompactBatch, digest: Digest): unknown {
  try {
    return wholeBatch(batch, digest)
  } catch {
    // Its checksum holds and yet it is no batch: someone else's hand, and damage to us.
    return undefined
  }
}
