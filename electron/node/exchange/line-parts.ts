import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { ZipFile } from 'yazl'
import { NO_TIME } from './zip.ts'

/** One part of a container: its lines are asked for when its turn comes, after those of the parts before it. */
export interface LinePart {
  readonly name: string
  readonly lines: () => Iterable<string>
}

/** A part of a container that is put in as it is. */
export interface BytesPart {
  readonly name: string
  readonly bytes: () => Promise<Uint8Array>
}

/** Packs parts of any length, never as one text: a consultation may be longer than the longest text there is. */
export function packLines(parts: readonly (LinePart | BytesPart)[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  const options = { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true }
  for (const part of parts) {
    const isText = 'lines' in part
    zip.addReadStreamLazy(part.name, { ...options, compress: isText }, (give) => {
      const content = isText ? inChunks(part.lines()) : onlyOf(part.bytes)
      give(null, Readable.from(content, { objectMode: false }))
    })
  }
  zip.end()
  return buffer(zip.outputStream)
}

async function* onlyOf(bytes: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes()
}

const CHUNK = 64 * 1024

function* inChunks(lines: Iterable<string>): Generator<Buffer> {
  let chunk = ''
  for (const line of lines) {
    chunk += `${line}\n`
    if (chunk.length < CHUNK) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  if (chunk !== '') yield Buffer.from(chunk)
}

/** The parts of a container of one's own by name, each read line by line. Throws what the container's faults are. */
export async function openLines(bytes: Uint8Array): Promise<ReadonlyMap<string, () => AsyncIterable<string>>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    lazyEntries: true,
    autoClose: false,
  })
  const parts = new Map<string, () => AsyncIterable<string>>()
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, async function* () {
      yield* linesOf(await zip.openReadStreamPromise(entry))
    })
  }
  return parts
}

/** Ends of line are `\n` alone: other characters that some take for one stand inside texts. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
