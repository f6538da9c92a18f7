import type { Digest } from '#shared/kit/ports.ts'
import { asDropped, type Dropped } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { wholeBatch, type CompactBatch } from '../store/compact.ts'
import { withOperations, withUnreadLines } from '../store/entry.ts'
import { openLine, sealLine } from '../store/segment.ts'

const NEW_LINE = 0x0a
/** In the place of a damaged or unread line that named an erased record: still such a line, and nothing else. */
const EMPTIED = 'erased'

/**
 * A segment without the words of dropped operations. Heads stay, over which the chain runs, and so does every other line
 * byte for byte; null when there is nothing to take out.
 */
export function withoutDroppedWords(bytes: Uint8Array, dropped: Dropped, digest: Digest): Uint8Array | null {
  const lines = linesOf(bytes)
  let isChanged = false
  const kept = lines.map((line) => {
    const rewritten = rewrittenLine(line, dropped, digest)
    if (rewritten === null) return line
    isChanged = true
    return Buffer.from(rewritten)
  })
  return isChanged ? Buffer.concat(kept) : null
}

/** Each with its end of line, but perhaps the last. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEW_LINE, from)
    const to = end < 0 ? bytes.length : end + 1
    lines.push(bytes.subarray(from, to))
    from = to
  }
  return lines
}

interface Line {
  readonly entry?: unknown
  readonly batch?: CompactBatch
}

function rewrittenLine(bytes: Uint8Array, dropped: Dropped, digest: Digest): string | null {
  const text = new TextDecoder().decode(bytes)
  const mayName = dropped.dropped.size > 0 || [...dropped.erased.keys()].some((record) => text.includes(record))
  if (!mayName) return null
  const isEnded = text.endsWith('\n')
  const line = openLine(isEnded ? text.slice(0, -1) : text, digest) as Line | undefined
  if (line === undefined) return damagedLine(text, isEnded, dropped)
  const entry = line.batch === undefined ? line.entry : entryOf(line.batch, digest)
  if (entry === undefined) return null
  let isChanged = false
  const rewritten = withOperations(entry, (item) => {
    const left = asDropped(dropped, item as Operation)
    isChanged ||= left !== item
    return left
  })
  const told = withUnreadLines(rewritten, (unread) => {
    if (!names(unread, dropped)) return unread
    isChanged = true
    return EMPTIED
  })
  if (!isChanged) return null
  const { batch: _, ...rest } = line
  return sealLine({ ...rest, entry: told }, digest)
}

function entryOf(batch: CompactBatch, digest: Digest): unknown {
  try {
    return wholeBatch(batch, digest)
  } catch {
    // Its checksum holds and yet it is no batch of ours: nothing in it is ever read.
    return undefined
  }
}

/** What is damaged cannot be told apart: all of it goes when it names what is erased. */
function damagedLine(text: string, isEnded: boolean, dropped: Dropped): string | null {
  return names(text, dropped) ? EMPTIED + (isEnded ? '\n' : '') : null
}

const names = (text: string, { dropped, erased }: Dropped): boolean =>
  [...dropped, ...erased.keys()].some((id) => text.includes(id))
