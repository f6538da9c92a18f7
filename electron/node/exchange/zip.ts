import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { ZipFile } from 'yazl'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { BundleFailure } from '#shared/exchange/decode-bundle.ts'
import { LIMITS } from '#shared/exchange/limits.ts'

/** A fixed day: a container tells nothing about when, or in which time zone, it was made. */
export const NO_TIME = new Date(1980, 0, 1)

/** Packs texts; the same texts give the same bytes. */
export async function packTexts(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(text), name, { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true })
  }
  zip.end()
  return buffer(zip.outputStream)
}

const openZip = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)

/**
 * Unpacks the parts named in `limits`, each up to its number of bytes; other entries are not even opened. Sizes are
 * checked against the directory first, then against what is really there.
 */
export async function unpackTexts<Name extends string>(
  bytes: Uint8Array,
  limits: Readonly<Record<Name, number>>,
): Promise<Result<Readonly<Partial<Record<Name, string>>>, BundleFailure>> {
  if (bytes.length > LIMITS.fileBytes) return fail({ type: 'TooLarge', what: 'fileBytes' })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail({ type: 'NotABundle' })
  try {
    const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      autoClose: false,
    })
    if (zip.entryCount > LIMITS.entries) return fail({ type: 'TooLarge', what: 'entries' })
    const texts: Partial<Record<Name, string>> = {}
    for (const entry of await entriesOf(zip)) {
      const limit = Object.hasOwn(limits, entry.fileName) ? limits[entry.fileName as Name] : undefined
      if (limit === undefined) continue
      if (entry.uncompressedSize > limit) return fail({ type: 'TooLarge', what: 'operationsBytes' })
      if (isBomb(entry)) return fail({ type: 'TooLarge', what: 'ratio' })
      texts[entry.fileName as Name] = await textOf(zip, entry)
    }
    return ok(texts)
  } catch {
    // Every fault of a container, its checksums included, comes here as an exception of the reader.
    return fail({ type: 'Truncated' })
  }
}

const isBomb = ({ uncompressedSize, compressedSize }: yauzl.Entry): boolean =>
  uncompressedSize > 1_000_000 && uncompressedSize > compressedSize * LIMITS.ratio

const entriesOf = (zip: yauzl.ZipFile): Promise<readonly yauzl.Entry[]> =>
  new Promise((done, failed) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => done(entries))
    zip.on('error', failed)
    zip.readEntry()
  })

async function textOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  const open = promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))
  const bytes = await buffer(await open(entry))
  // The reader leaves this to us, and a changed byte can still inflate to as many.
  if (crc32(bytes) !== entry.crc32) throw new Error('The checksum of an entry does not match')
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
