import { createInflateRaw } from 'node:zlib'

const LOCAL_HEADER = 0x04034b50
const SIZES_FOLLOW = 0x8
/** Bytes of all parts together: one's own files are limited by the memory only, a bomb by this. */
const MOST_BYTES = 1_000_000_000

/**
 * The parts of a container whose directory is gone or cannot be trusted: each header that stands before a part is read, and
 * the part as far as it goes. Nothing is verified here; every line proves itself later, or is not taken.
 */
export async function localEntries(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let left = MOST_BYTES
  for (let at = nextHeader(view, 0); at >= 0; at = nextHeader(view, at + 4)) {
    const entry = headerAt(view, bytes, at)
    if (entry === null || parts.has(entry.name)) continue
    const part = await unpacked(bytes.subarray(entry.data, entry.end), entry.method, left)
    left -= part.length
    parts.set(entry.name, part)
  }
  return parts
}

function nextHeader(view: DataView, from: number): number {
  for (let at = from; at + 30 <= view.byteLength; at += 1) if (view.getUint32(at, true) === LOCAL_HEADER) return at
  return -1
}

function headerAt(view: DataView, bytes: Uint8Array, at: number) {
  const [flags, method] = [view.getUint16(at + 6, true), view.getUint16(at + 8, true)]
  const nameEnd = at + 30 + view.getUint16(at + 26, true)
  const data = nameEnd + view.getUint16(at + 28, true)
  if (data > bytes.length || (method !== 0 && method !== 8)) return null
  const packed = view.getUint32(at + 18, true)
  const isTold = (flags & SIZES_FOLLOW) === 0 && packed > 0
  const following = isTold || method !== 0 ? -1 : nextHeader(view, data)
  const end = isTold ? data + packed : following >= 0 ? following : bytes.length
  return { name: new TextDecoder().decode(bytes.subarray(at + 30, nameEnd)), method, data, end }
}

/** What comes out before the end, a fault or the limit. */
function unpacked(packed: Uint8Array, method: number, limit: number): Promise<Uint8Array> {
  if (method === 0) return Promise.resolve(packed.subarray(0, limit))
  return new Promise((done) => {
    const inflate = createInflateRaw()
    const chunks: Buffer[] = []
    let size = 0
    const end = (): void => done(Buffer.concat(chunks))
    inflate.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else inflate.destroy()
    })
    inflate.on('end', end)
    inflate.on('error', end)
    inflate.on('close', end)
    inflate.end(packed)
  })
}
