import type { Digest } from '#shared/kit/ports.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { bundleFrom, bytesOfBundle, manifestFrom } from '../exchange/read-bundle.ts'
import type { IncomingFile } from '../workspace/read-incoming.ts'
import { opened } from '../trust/recipient-key.ts'
import { fileDigest } from '../workspace/register.ts'

/** A file that a person gave, under the name that they know. */
export interface GivenFile {
  readonly token: string
  readonly name: string
  readonly path: string
  /** What it is locked with, as far as a person has said. */
  readonly passphrase?: string | undefined
  /** Why it is not read at all: an earlier try came to grief over it. */
  readonly left?: FileFailure | undefined
}

/**
 * Reads files one after the other. Where all of them are in `here` by their digest, none is read any further; beside a new
 * one they are, since an import records all that its files hold: they stay if an earlier one is withdrawn.
 */
export async function readFiles(
  given: readonly GivenFile[],
  here: ReadonlySet<string>,
  digest: Digest,
  onShare: (share: number) => void,
  { identities, stored }: Reading = NOTHING_AT_HAND,
): Promise<readonly IncomingFile[]> {
  const files: IncomingFile[] = []
  for (const file of given) {
    files.push(await readGiven(file, here, digest, { identities, stored }))
    onShare(files.length / given.length)
  }
  const isNews = files.some(({ bundle, isHere }) => bundle.ok && !isHere)
  if (!isNews) return files
  const whole: IncomingFile[] = []
  for (const [index, file] of files.entries())
    whole.push(file.isHere ? await readGiven(given[index] as GivenFile, NOWHERE, digest, { identities, stored }) : file)
  return whole
}

/** What opens locked files, and the digests of the attached files that are here. */
interface Reading {
  readonly identities: readonly string[]
  readonly stored: ReadonlySet<string>
}
const NOTHING_AT_HAND: Reading = { identities: [], stored: new Set() }

const NOWHERE: ReadonlySet<string> = new Set()

async function readGiven(
  { token, name, path, passphrase, left }: GivenFile,
  here: ReadonlySet<string>,
  digest: Digest,
  { identities, stored }: Reading,
): Promise<IncomingFile> {
  const bytes = left === undefined ? await bytesOfBundle(path) : fail(left)
  if (!bytes.ok) return { token, name, digest: null, isHere: false, bundle: bytes }
  const file = { token, name, digest: fileDigest(bytes.value) }
  const plain = await opened(bytes.value, { identities, passphrase: passphrase ?? null })
  if (!plain.ok) return { ...file, isHere: false, bundle: plain }
  const manifest = here.has(file.digest) ? await manifestFrom(plain.value) : null
  // One that was put in before is read all the same for an attached file that was lost since.
  const isWhole = manifest?.ok === true && (manifest.value.files ?? []).every((one) => stored.has(one))
  if (!isWhole) return { ...file, isHere: false, bundle: await bundleFrom(plain.value, digest) }
  const nothing = { operations: [], drops: [], setAside: [] }
  return { ...file, isHere: true, bundle: ok({ manifest: manifest.value, ...nothing }) }
}
