import { bytesOfBundle, manifestFrom } from '../exchange/read-bundle.ts'
import { fileDigest } from '../workspace/register.ts'

/** By what a file is known again. */
export interface FileIdentity {
  /** SHA-256 of the whole file in hexadecimal. */
  readonly file: string
  /** The digest of its operations, as its manifest gives it; null when it has none that can be read. */
  readonly root: string | null
}

/** Null when the file is not given, or not yet. Work for a worker. */
export async function identifyFile(path: string): Promise<FileIdentity | null> {
  const bytes = await bytesOfBundle(path)
  // Too long to be read: whoever looks at it is told.
  if (!bytes.ok) return bytes.failure.type === 'TooLarge' ? { file: '', root: null } : null
  const manifest = await manifestFrom(bytes.value)
  return { file: fileDigest(bytes.value), root: manifest.ok ? manifest.value.root : null }
}
