import { readFile } from 'node:fs/promises'
import { namedFiles } from '#shared/operation/named-files.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { bytesOfBundle } from '../exchange/read-bundle.ts'
import { unpackFiles, unpackOwnFiles } from '../exchange/unpack-files.ts'
import type { StoredFiles } from '../store/files.ts'
import { opened, type Unlock } from '../trust/recipient-key.ts'

/** A container that was read and believed. */
export interface AttachedSource {
  readonly path: string
  readonly operations: readonly Operation[]
  readonly unlock: Unlock
}

/**
 * Puts into a store the files that a bundle holds and its operations name. It is read again for it, since all the files of
 * all bundles at once may be more than memory holds; each is compared with its digest. Throws what the disk says.
 */
export async function takeFiles({ path, operations, unlock }: AttachedSource, stored: StoredFiles): Promise<void> {
  const named = namedFiles(operations)
  if (named.size === 0) return
  const bytes = await bytesOfBundle(path)
  const plain = bytes.ok ? await opened(bytes.value, unlock) : bytes
  for (const { digest, content } of plain.ok ? unpackFiles(plain.value) : []) {
    if (content.ok && named.has(digest)) await stored.put(content.value)
  }
}

/** The same from one's own backup. */
export async function takeOwnFiles(path: string, passphrase: string | null, stored: StoredFiles): Promise<void> {
  const plain = await opened(await readFile(path), { identities: [], passphrase })
  if (!plain.ok) return
  for await (const { content } of unpackOwnFiles(plain.value)) if (content.ok) await stored.put(content.value)
}
