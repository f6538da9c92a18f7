import yauzl from 'yauzl'
import { buffer } from 'node:stream/consumers'
import { digestOfEntry, type FileFault } from '#shared/exchange/bundle-files.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { digestOfFile } from '../store/files.ts'
import { trustedParts, unpackedPart } from './zip.ts'

interface UnpackedFile {
  readonly digest: string
  readonly content: Result<Uint8Array, FileFault>
}

/** The files of someone else's container, one at a time, each verified; none of a container that is not believed. */
export function* unpackFiles(bytes: Uint8Array): Generator<UnpackedFile> {
  const parts = trustedParts(bytes)
  for (const { entry, packed } of parts.ok ? parts.value : []) {
    const digest = digestOfEntry(entry.name)
    if (digest === null) continue
    if (entry.unpacked > LIMITS.attachmentBytes) {
      yield { digest, content: fail('too-large') }
      continue
    }
    const unpacked = unpackedPart(entry, packed, LIMITS.attachmentBytes)
    const isRight = unpacked.ok && digestOfFile(unpacked.value) === digest
    yield { digest, content: isRight ? ok(unpacked.value) : fail('altered') }
  }
}

/** The files of one's own backup, which may be of any length. Throws what the container's faults are. */
export async function* unpackOwnFiles(bytes: Uint8Array): AsyncGenerator<UnpackedFile> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    lazyEntries: true,
    autoClose: false,
  })
  for await (const entry of zip.eachEntry()) {
    const digest = digestOfEntry(entry.fileName)
    if (digest === null) continue
    const content = await buffer(await zip.openReadStreamPromise(entry))
    yield { digest, content: digestOfFile(content) === digest ? ok(content) : fail('altered') }
  }
}
