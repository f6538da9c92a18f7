import { parsed } from '../kit/parsed.ts'
import type { Digest } from '../kit/ports.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { NotCanonical } from '../operation/canonical.ts'
import { dropSchema, type Drop } from '../operation/drop.ts'
import type { Operation } from '../operation/operation.ts'
import { canonicalParts, forgeryOf, lineOf, type CanonicalParts, type Forgery } from '../operation/seal.ts'
import type { Bundle } from './bundle.ts'
import type { BundleFile } from './bundle-files.ts'
import { overLimit, type ContainerFailure } from './container-failure.ts'
import { LIMITS } from './limits.ts'
import { BUNDLE_FORMAT, manifestSchema, type Manifest } from './manifest.ts'
import { misplacedField, operationSchema } from './operation-schema.ts'
import { plainOperation } from './plain-line.ts'
import { whyUnreadable, type Unreadable } from './why-unreadable.ts'

export type BundleFailure =
  | ContainerFailure
  | { readonly type: 'TooNew'; readonly found: number; readonly supported: number }
  | { readonly type: 'BadManifest' }
  /** The list of operations is not the one the manifest was made for. */
  | { readonly type: 'Altered' }
  | { readonly type: 'BackupOnlyRestores' }
  /** Its signature is not of what it holds. */
  | { readonly type: 'BadSignature' }
  /** Locked with a passphrase, and none was given. */
  | { readonly type: 'FileLocked' }
  | { readonly type: 'WrongPassphrase' }
  /** Locked for a key that is not here. */
  | { readonly type: 'NotForUs' }

/** A line that is not taken in, and why; the others are. */
export interface SetAside {
  readonly line: number
  readonly reason:
    'unreadable' | 'not-an-operation' | 'other-consultation' | 'wrong-class' | 'repeated' | `forged-${Forgery}`
  /** What makes it unreadable. */
  readonly why?: Unreadable
}

/** The same with the line itself, of which no byte is lost. */
export interface KeptLine extends SetAside {
  readonly text: string
}

export interface DecodedBundle extends Bundle {
  readonly setAside: readonly KeptLine[]
  /** Names of parts that some system added to the container. */
  readonly passedOver?: readonly string[]
  /** The files that are in it, each once; absent when there are none. */
  readonly files?: readonly BundleFile[]
  /** Fingerprint of the key that signed it; absent when nobody did. */
  readonly signer?: string
}

/** Reads the manifest alone: before anything else, since a newer format may not look like ours at all. */
export function decodeManifest(text: string): Result<Manifest, BundleFailure> {
  if (text.length > LIMITS.manifestBytes) return fail(overLimit('manifestBytes'))
  const json = parsed(text)
  const format = (json as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > BUNDLE_FORMAT) {
    return fail({ type: 'TooNew', found: format, supported: BUNDLE_FORMAT })
  }
  const manifest = manifestSchema.safeParse(json)
  return manifest.success ? ok(manifest.data) : fail({ type: 'BadManifest' })
}

/** Reads a bundle from its parts. A line that is not what it says is set aside and counted; it stops nothing else. */
export function decodeBundle(
  parts: { readonly manifest: string; readonly operations: string; readonly drops: string },
  digest: Digest,
): Result<DecodedBundle, BundleFailure> {
  const manifest = decodeManifest(parts.manifest)
  if (!manifest.ok) return manifest
  const { root, dropsRoot } = manifest.value
  if (digest(parts.operations) !== root) return fail({ type: 'Altered' })
  if (dropsRoot !== undefined && digest(parts.drops) !== dropsRoot) return fail({ type: 'Altered' })
  const lines = parts.operations.split('\n').filter((line) => line !== '')
  if (lines.length > LIMITS.operations) return fail(overLimit('operations'))
  const operations: Operation[] = []
  const setAside: KeptLine[] = []
  for (const [index, text] of lines.entries()) {
    // Lines are sorted: those that are equal stand together.
    const isRepeated = text === lines[index - 1]
    const operation = isRepeated ? 'repeated' : decodeOperation(text, manifest.value.consultation, digest)
    if (typeof operation === 'string') setAside.push(keptLine(index + 1, operation, text))
    else operations.push(operation)
  }
  return ok({ manifest: manifest.value, operations, drops: decodeDrops(parts.drops), setAside })
}

/** What is told of it: the text of a stranger's line is shown to nobody. */
export const withoutText = ({ line, reason, why }: KeptLine): SetAside =>
  why === undefined ? { line, reason } : { line, reason, why }

const keptLine = (line: number, reason: SetAside['reason'], text: string): KeptLine =>
  reason === 'unreadable' ? { line, reason, why: whyUnreadable(text), text } : { line, reason, text }

/** What names neither an operation nor a record drops nothing, and would be kept for ever. */
const decodeDrops = (text: string): readonly Drop[] =>
  text
    .split('\n')
    .slice(0, LIMITS.operations)
    .flatMap((line) => dropSchema.safeParse(parsed(line)).data ?? [])

/** One line of `ops.ndjson`, or why it is set aside. */
export const decodeOperation = (line: string, consultation: string, digest: Digest): Operation | SetAside['reason'] =>
  plainOperation(line, consultation, digest) ?? decodePatiently(line, consultation, digest)

/** As `decodeOperation`, for a line that may be written in any way. */
export function decodePatiently(line: string, consultation: string, digest: Digest): Operation | SetAside['reason'] {
  if (line.length > LIMITS.lineCharacters) return 'unreadable'
  const json = parsed(line)
  const parts = canonicalPartsOf(json)
  if (parts === null || lineOf(parts) !== line) return 'unreadable'
  const shape = operationSchema.safeParse(json)
  // A schema passes over this key, and an object takes it for its prototype. In canonical text only a key looks so.
  if (!shape.success || line.includes('"__proto__":')) return 'not-an-operation'
  // The parsed JSON and not the schema's copy: fields of a newer program are kept byte for byte.
  const operation = json as Operation
  if (operation.head.c !== consultation) return 'other-consultation'
  const forgery = forgeryOf(operation, parts, digest)
  if (forgery !== null) return `forged-${forgery}`
  return misplacedField(operation) === null ? operation : 'wrong-class'
}

function canonicalPartsOf(json: unknown): CanonicalParts | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  try {
    return canonicalParts(json)
  } catch (error) {
    if (error instanceof NotCanonical) return null
    throw error
  }
}
