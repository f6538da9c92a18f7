import { readFile, stat } from 'node:fs/promises'
import { PARTS } from '#shared/exchange/bundle.ts'
import { decodeBundle, type BundleFailure, type DecodedBundle } from '#shared/exchange/decode-bundle.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, type Result } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import { isLocked } from './passphrase-lock.ts'
import { unpackTexts } from './zip.ts'

export type FileFailure = { readonly type: 'FileUnreadable'; readonly code: string }

/** Reads and verifies a `.rapx` of someone else. Every digest is computed again: nothing in the file is taken on trust. */
export async function readBundle(
  path: string,
  digest: Digest,
): Promise<Result<DecodedBundle, BundleFailure | FileFailure>> {
  try {
    if ((await stat(path)).size > LIMITS.fileBytes) return fail({ type: 'TooLarge', what: 'fileBytes' })
    return await bundleFrom(await readFile(path), digest)
  } catch (error) {
    return fail({ type: 'FileUnreadable', code: codeOf(error) })
  }
}

/** The parts of a bundle, each up to its limit and none verified. */
export const unpackBundle = (bytes: Uint8Array): ReturnType<typeof unpackTexts<(typeof PARTS)[keyof typeof PARTS]>> =>
  unpackTexts(bytes, {
    [PARTS.manifest]: LIMITS.manifestBytes,
    [PARTS.operations]: LIMITS.operationsBytes,
    [PARTS.drops]: LIMITS.operationsBytes,
  })

/** As `readBundle`, from bytes. */
export async function bundleFrom(bytes: Uint8Array, digest: Digest): Promise<Result<DecodedBundle, BundleFailure>> {
  if (isLocked(bytes)) return fail({ type: 'BackupOnlyRestores' })
  const texts = await unpackBundle(bytes)
  if (!texts.ok) return texts
  const { [PARTS.manifest]: manifest, [PARTS.operations]: operations, [PARTS.drops]: drops } = texts.value
  if (manifest === undefined || operations === undefined) return fail({ type: 'NotABundle' })
  const decoded = decodeBundle({ manifest, operations, drops: drops ?? '' }, digest)
  // One bit in its name, and the list of what is erased would be gone without a word.
  if (decoded.ok && drops === undefined && decoded.value.manifest.counts.drops > 0) return fail({ type: 'Altered' })
  return decoded
}
