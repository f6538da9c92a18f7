import { goodFiles } from '#shared/exchange/bundle-files.ts'
import type { FileSource } from '../exchange/make-bundle.ts'
import { bytesOfBundle } from '../exchange/read-bundle.ts'
import { unpackFiles } from '../exchange/unpack-files.ts'
import { NO_KEY, opened } from '../trust/recipient-key.ts'
import type { ReadArchive } from './archive.ts'

/** The attached files of some archives, read again when they are asked for, one archive in memory at a time. */
export function filesOfArchives(archives: readonly ReadArchive[], unlock = NO_KEY): FileSource {
  const places = new Map(
    archives.flatMap(({ file, bundle }) => goodFiles(bundle.files).map((digest) => [digest, file])),
  )
  let read: { readonly file: string; readonly files: ReadonlyMap<string, Uint8Array> } | null = null
  return async (digest) => {
    const file = places.get(digest)
    if (file === undefined) return null
    if (read?.file !== file) read = { file, files: await filesOf(file, unlock) }
    return read.files.get(digest) ?? null
  }
}

async function filesOf(file: string, unlock: typeof NO_KEY): Promise<ReadonlyMap<string, Uint8Array>> {
  const bytes = await bytesOfBundle(file)
  const plain = bytes.ok ? await opened(bytes.value, unlock) : bytes
  const files = new Map<string, Uint8Array>()
  for (const { digest, content } of plain.ok ? unpackFiles(plain.value) : [])
    if (content.ok) files.set(digest, content.value)
  return files
}
