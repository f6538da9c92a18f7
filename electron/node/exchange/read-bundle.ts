import { PARTS } from '#shared/exchange/bundle.ts'
import type { BundleFile, FileFault } from '#shared/exchange/bundle-files.ts'
import { overLimit, type FileFailure } from '#shared/exchange/container-failure.ts'
import { decodeBundle, decodeManifest, type BundleFailure, type DecodedBundle } from '#shared/exchange/decode-bundle.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { BUNDLE_MINOR, type Manifest } from '#shared/exchange/manifest.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { namedFiles } from '#shared/operation/named-files.ts'
import { NO_KEY, opened, type Unlock } from '../trust/recipient-key.ts'
import { signerOf } from '../trust/signing.ts'
import { readGivenFile } from './read-file.ts'
import { unpackFiles } from './unpack-files.ts'
import { partsPassedOver, unpackTexts } from './zip.ts'

export type { FileFailure } from '#shared/exchange/container-failure.ts'

/** Reads and verifies a `.rapx` of someone else. Every digest is computed again: nothing in the file is taken on trust. */
export async function readBundle(
  path: string,
  digest: Digest,
  unlock = NO_KEY,
): Promise<Result<DecodedBundle, BundleFailure | FileFailure>> {
  const bytes = await bytesOfBundle(path)
  return bytes.ok ? bundleFrom(bytes.value, digest, unlock) : bytes
}

/** The bytes of a file, as far as a bundle may be long; none is verified. */
export async function bytesOfBundle(path: string): Promise<Result<Uint8Array, BundleFailure | FileFailure>> {
  const read = await readGivenFile(path, LIMITS.fileBytes)
  if (!read.ok) return read
  return read.value === null ? fail(overLimit('fileBytes')) : ok(read.value)
}

/** The manifest alone, from bytes that were verified before. */
export async function manifestFrom(bytes: Uint8Array): Promise<Result<Manifest, BundleFailure>> {
  const texts = await unpackTexts(bytes, { [PARTS.manifest]: LIMITS.manifestBytes })
  return texts.ok ? decodeManifest(texts.value[PARTS.manifest] ?? '') : texts
}

/** The parts of a bundle, each up to its limit and none verified. */
export const unpackBundle = (
  bytes: Uint8Array,
  strangers?: 'passed over',
): ReturnType<typeof unpackTexts<(typeof PARTS)[keyof typeof PARTS]>> => unpackTexts(bytes, PART_LIMITS, strangers)

const PART_LIMITS = {
  [PARTS.manifest]: LIMITS.manifestBytes,
  [PARTS.operations]: LIMITS.operationsBytes,
  [PARTS.drops]: LIMITS.dropsBytes,
  [PARTS.signature]: LIMITS.manifestBytes,
}

/** As `readBundle`, from bytes, which may be locked. */
export async function bundleFrom(
  bytes: Uint8Array,
  digest: Digest,
  unlock: Unlock = NO_KEY,
): Promise<Result<DecodedBundle, BundleFailure>> {
  const plain = await opened(bytes, unlock)
  if (!plain.ok) return plain
  const texts = await unpackAsFarAsKnown(plain.value)
  if (!texts.ok) return texts
  const { [PARTS.manifest]: manifest, [PARTS.operations]: operations, [PARTS.drops]: drops } = texts.value
  if (manifest === undefined || operations === undefined) return fail({ type: 'NotABundle' })
  const decoded = decodeBundle({ manifest, operations, drops: drops ?? '' }, digest)
  // One bit in its name, and the list of what is erased would be gone without a word.
  if (decoded.ok && drops === undefined && decoded.value.manifest.counts.drops > 0) return fail({ type: 'Altered' })
  if (!decoded.ok) return decoded
  const passedOver = partsPassedOver(plain.value)
  const files = filesIn(plain.value, decoded.value)
  const bundle = {
    ...decoded.value,
    ...(passedOver.length === 0 ? {} : { passedOver }),
    ...(files.length === 0 ? {} : { files }),
  }
  const signature = texts.value[PARTS.signature]
  return signature === undefined ? ok(bundle) : signedBy(signature, digest(manifest), bundle)
}

/** The files of a bundle, each unpacked and compared with its digest, and forgotten. */
function filesIn(bytes: Uint8Array, { operations }: DecodedBundle): readonly BundleFile[] {
  const faults = new Map<string, FileFault | null>()
  const named = namedFiles(operations)
  for (const { digest, content } of unpackFiles(bytes)) {
    const fault = !named.has(digest) ? 'unnamed' : content.ok ? null : content.failure
    if (faults.get(digest) !== null) faults.set(digest, fault)
  }
  return [...faults].map(([digest, fault]) => ({ digest, fault }))
}

/** A file of a newer minor version may hold parts that nobody here knows: they are passed over, and nowhere else. */
async function unpackAsFarAsKnown(bytes: Uint8Array): ReturnType<typeof unpackBundle> {
  const texts = await unpackBundle(bytes)
  if (texts.ok || texts.failure.type !== 'PartRefused' || texts.failure.reason !== 'unexpected') return texts
  const known = await unpackBundle(bytes, 'passed over')
  const manifest = known.ok ? decodeManifest(known.value[PARTS.manifest] ?? '') : known
  return manifest.ok && (manifest.value.minor ?? 0) > BUNDLE_MINOR ? known : texts
}

/** The series of a projection is the key that signs it: nobody else goes on with it. */
function signedBy(text: string, announced: string, bundle: DecodedBundle): Result<DecodedBundle, BundleFailure> {
  const signer = signerOf(text, announced)
  const { kind, stream } = bundle.manifest
  if (signer === null || (kind === 'projection' && signer !== stream)) return fail({ type: 'BadSignature' })
  return ok({ ...bundle, signer })
}
