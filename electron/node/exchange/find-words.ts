import { buffer } from 'node:stream/consumers'
import { gunzipSync, inflateSync } from 'node:zlib'
import yauzl from 'yauzl'
import { spellingsOf } from './spellings.ts'
import { WordFinder } from './word-finder.ts'

/** A container in a container in a container, and no further. */
const DEEPEST = 4

/**
 * Which of these words a file holds, however they are wrapped: containers are unpacked in turn, mark-up, entities,
 * escapes and base64 resolved, UTF-8 and UTF-16 read, case, accents and invisible signs passed over. A word of fewer
 * than eight characters counts when it stands alone; one of a single character never does. Words come in their order.
 */
export async function findWords(bytes: Uint8Array, words: readonly string[]): Promise<readonly string[]> {
  const finder = new WordFinder(words)
  await lookInto(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), finder, 0)
  return words.filter((word) => finder.found.has(word))
}

async function lookInto(bytes: Buffer, finder: WordFinder, depth: number): Promise<void> {
  for (const text of textsOf(bytes)) for (const spelling of spellingsOf(text)) finder.look(spelling)
  if (depth >= DEEPEST) return
  for (const inner of [...(await unzipped(bytes)), ...inflated(bytes), ...unwrapped(bytes)]) {
    await lookInto(inner, finder, depth + 1)
  }
}

function* textsOf(bytes: Buffer): Iterable<string> {
  yield bytes.toString('utf8')
  if (!bytes.includes(0)) return
  for (const from of [0, 1]) {
    const pairs = Buffer.from(bytes.subarray(from, bytes.length - ((bytes.length - from) % 2)))
    yield pairs.toString('utf16le')
    yield pairs.swap16().toString('utf16le')
  }
}

async function unzipped(bytes: Buffer): Promise<readonly Buffer[]> {
  // Our own containers begin with their first entry; one behind something else is still found by its directory.
  if (!bytes.includes('PK\u0005\u0006', 0, 'latin1')) return []
  const parts: Buffer[] = []
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { autoClose: false, validateEntrySizes: false })
    for await (const entry of zip.eachEntry()) {
      parts.push(Buffer.from(`${entry.fileName}\n${entry.fileComment}`))
      parts.push(await buffer(await zip.openReadStreamPromise(entry)))
    }
  } catch {
    // What looks like a container and is none has nothing inside; its bytes were looked at as they are.
  }
  return parts
}

function inflated(bytes: Buffer): readonly Buffer[] {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzipSync(bytes)]
    if (bytes[0] === 0x78) return [inflateSync(bytes)]
  } catch {
    // As above.
  }
  return []
}

/** Ids of records and digests between quotes, which are most of a file of ours. */
const IDS = /"(?:[\w-]{22}|[\w-]{43})"/g

/** Base64 in either alphabet, whatever stands before it in the same word; what ids and digests decode to says nothing. */
function unwrapped(bytes: Buffer): readonly Buffer[] {
  const runs =
    bytes
      .toString('latin1')
      .replace(IDS, '')
      .match(/[A-Za-z0-9+/_-]{12,}/g) ?? []
  const decoded = runs.flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64url')))
  return decoded.filter(saysSomething)
}

/** Longer than any id or digest. */
const LONG = 128

function saysSomething(bytes: Buffer): boolean {
  if (bytes.length > LONG) return true
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  // A text in UTF-16 has a zero every other byte; in one of UTF-8 little is no character.
  if (zeros > 0) return zeros * 4 >= bytes.length
  const text = bytes.toString('utf8')
  return (text.match(/[\p{C}\ufffd]/gu)?.length ?? 0) * 10 <= text.length
}
