import type { Digest } from '#shared/kit/ports.ts'
import { openLine } from '../store/segment.ts'
import { byteLines, textOf } from './byte-lines.ts'

const LINE_END = 0x0a
const CHECKSUM_LENGTH = 16
/** Characters of a checksum that may be wrong: the others still tell the line from all others. */
const CHECKSUM_FAULTS = 3
/** Longer lines would take too long to try one bit after the other. */
const LONGEST_TRIED = 8_000

export interface MendedLines {
  /** Lines that carry their checksum, in their order; a bad line keeps its place as an empty one. */
  readonly text: string
  /** What could not be put right. */
  readonly bad: readonly Uint8Array[]
}

/**
 * The lines of a segment with those put right that one changed bit, or a damaged checksum, can explain. The checksum of 96
 * bits is the proof: no other line has it.
 */
export function mendLines(bytes: Uint8Array, digest: Digest): MendedLines {
  const lines = byteLines(bytes)
  const [kept, bad]: [string[], Uint8Array[]] = [[], []]
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? new Uint8Array()
    const text = textOf(line)
    if (openLine(text, digest) !== undefined) kept.push(text)
    else {
      const joined = joinedWith(line, lines[index + 1], digest)
      const found = joined === null ? mendLine(line, digest) : [joined]
      if (joined !== null) index += 1
      if (found.length === 0) bad.push(line)
      kept.push(...(found.length > 0 ? found : ['']))
    }
  }
  return { text: kept.map((line) => `${line}\n`).join(''), bad }
}

/** One line, or two where an end of line was changed; none when nothing explains it. */
function mendLine(line: Uint8Array, digest: Digest): readonly string[] {
  const text = textOf(line)
  const said = text.slice(CHECKSUM_LENGTH + 1)
  const checksum = digest(said).slice(0, CHECKSUM_LENGTH)
  const faults = Array.from(checksum).filter((character, at) => character !== text[at]).length
  if (faults <= CHECKSUM_FAULTS) return [`${checksum} ${said}`]
  if (line.length > LONGEST_TRIED) return []
  // Not `slice`, which on a Buffer copies nothing.
  const tried = Uint8Array.from(line)
  for (let at = 0; at < tried.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const found = withByte(tried, at, (line[at] ?? 0) ^ (1 << bit), digest)
      if (found.length > 0) return found
    }
    tried[at] = line[at] ?? 0
  }
  return []
}

function withByte(tried: Uint8Array, at: number, byte: number, digest: Digest): readonly string[] {
  tried[at] = byte
  const texts = byte === LINE_END ? [tried.subarray(0, at), tried.subarray(at + 1)].map(textOf) : [textOf(tried)]
  return texts.every((text) => openLine(text, digest) !== undefined) ? texts : []
}

/** A line that was cut in two by a byte that became an end of line. */
function joinedWith(line: Uint8Array, next: Uint8Array | undefined, digest: Digest): string | null {
  if (next === undefined) return null
  for (let bit = 0; bit < 8; bit += 1) {
    const text = textOf(Buffer.concat([line, new Uint8Array([LINE_END ^ (1 << bit)]), next]))
    if (openLine(text, digest) !== undefined) return text
  }
  return null
}
