import type { Digest } from '#shared/kit/ports.ts'
import { ok } from '#shared/kit/result.ts'
import { bundleFrom, bytesOfBundle, manifestFrom } from '../exchange/read-bundle.ts'
import type { IncomingFile } from '../workspace/read-incoming.ts'
import { fileDigest } from '../workspace/register.ts'

/** A file that a person gave, under the name that they know. */
export interface GivenFile {
  readonly token: string
  readonly name: string
  readonly path: string
}

/** Reads files one after the other; those whose digest is in `here` are not read any further. */
export async function readFiles(
  given: readonly GivenFile[],
  here: ReadonlySet<string>,
  digest: Digest,
  onShare: (share: number) => void,
): Promise<readonly IncomingFile[]> {
  const files: IncomingFile[] = []
  for (const file of given) {
    files.push(await readGiven(file, here, digest))
    onShare(files.length / given.length)
  }
  return files
}

async function readGiven(
  { token, name, path }: GivenFile,
  here: ReadonlySet<string>,
  digest: Digest,
): Promise<IncomingFile> {
  const bytes = await bytesOfBundle(path)
  if (!bytes.ok) return { token, name, digest: null, isHere: false, bundle: bytes }
  const file = { token, name, digest: fileDigest(bytes.value) }
  const manifest = here.has(file.digest) ? await manifestFrom(bytes.value) : null
  if (manifest?.ok !== true) return { ...file, isHere: false, bundle: await bundleFrom(bytes.value, digest) }
  const nothing = { operations: [], drops: [], setAside: [] }
  return { ...file, isHere: true, bundle: ok({ manifest: manifest.value, ...nothing }) }
}
