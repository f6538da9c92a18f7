import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'

/** The parts of a Word file by their path in the package, in the order of the package. */
export type WordParts = Map<string, Buffer>

/** Open a Word file. Throws when the bytes are not a whole package. */
export async function readParts(bytes: Uint8Array): Promise<WordParts> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const parts: WordParts = new Map()
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return parts
}

/** Local time on purpose: the package keeps the figures of the calendar, so they are the same wherever it is written. */
const NO_TIME = new Date(1980, 0, 1)

/** Close a Word file. The same parts give the same bytes, on any day and in any time zone. */
export async function writeParts(parts: WordParts): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, content] of parts) {
    zip.addBuffer(content, path, { mtime: NO_TIME, forceDosTimestamp: true, mode: 0o100644 })
  }
  zip.end()
  return await buffer(zip.outputStream)
}
