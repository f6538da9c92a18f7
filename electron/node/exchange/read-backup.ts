import { createHash } from 'node:crypto'
import type { BackupUnread } from '#shared/contract/backup-calls.ts'
import { decodeManifest } from '#shared/exchange/decode-bundle.ts'
import type { Manifest } from '#shared/exchange/manifest.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { canonicalParts, forgeryOf, lineOf } from '#shared/operation/seal.ts'
import type { Entry } from '../store/entry.ts'
import { stateOf, type StoreState } from '../store/store-state.ts'
import { BACKUP_PARTS, entryOfLine } from './backup-lines.ts'
import { openLines } from './line-parts.ts'
import { unpackOwnFiles } from './unpack-files.ts'
import { isLocked, unlockWithPassphrase } from './passphrase-lock.ts'

type BackupFailure = Exclude<BackupUnread, { type: 'FileUnreadable' }>

/** A backup as far as it was verified: wholly, or it is not read at all. */
export interface ReadBackup {
  readonly manifest: Manifest
  readonly encrypted: boolean
  /** The journal, entry by entry, as it stood. */
  readonly entries: readonly Entry[]
  readonly state: StoreState
}

/** Opens a backup and verifies everything in it: each digest, each entry, and that together they say what they said. */
export async function readBackup(
  bytes: Uint8Array,
  passphrase: string | null,
  digest: Digest,
): Promise<Result<ReadBackup, BackupFailure>> {
  const encrypted = isLocked(bytes)
  if (!encrypted) return readContainer(bytes, false, digest)
  if (passphrase === null) return fail({ type: 'BackupLocked' })
  const opened = await unlockWithPassphrase(bytes, passphrase)
  return opened.ok ? readContainer(opened.value, true, digest) : opened
}

async function readContainer(
  bytes: Uint8Array,
  encrypted: boolean,
  digest: Digest,
): Promise<Result<ReadBackup, BackupFailure>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail({ type: 'NotABackup' })
  try {
    const read = await readParts(await openLines(bytes), encrypted, digest)
    return read.ok && !(await hasItsFiles(bytes, read.value)) ? fail({ type: 'Altered' }) : read
  } catch {
    // Every fault of a container comes here as an exception of its reader, and so does a part that no state can hold.
    return fail({ type: 'Truncated' })
  }
}

/** Every attached file that the manifest announces is there, and is what it is called by. */
async function hasItsFiles(bytes: Uint8Array, { manifest: { files = [] } }: ReadBackup): Promise<boolean> {
  const missing = new Set(files)
  for await (const { digest, content } of unpackOwnFiles(bytes)) if (content.ok) missing.delete(digest)
  return missing.size === 0
}

type Parts = Awaited<ReturnType<typeof openLines>>

async function readParts(parts: Parts, encrypted: boolean, digest: Digest): Promise<Result<ReadBackup, BackupFailure>> {
  const manifest = decodeManifest(await textOf(parts))
  if (!manifest.ok)
    return manifest.failure.type === 'TooNew'
      ? (manifest as Result<never, BackupFailure>)
      : fail({ type: 'BadManifest' })
  const { kind, backup, root, consultation } = manifest.value
  if (kind !== 'backup' || backup === undefined) return fail({ type: 'NotABackup' })
  const operations = new Map<string, Operation>()
  const entries: Entry[] = []
  const isWhole =
    (await takeLines(parts, BACKUP_PARTS.operations, root, (line) => {
      const operation = operationIn(line, consultation, digest)
      if (operation !== null) operations.set(operation.id, operation)
      return operation !== null
    })) &&
    (await takeLines(parts, BACKUP_PARTS.journal, backup.journal, (line) => {
      const entry = entryOfLine(line, operations)
      if (entry !== null) entries.push(entry)
      return entry !== null
    }))
  if (!isWhole || entries.length !== backup.entries) return fail({ type: 'Altered' })
  const state = stateOf(entries)
  if (canonicalHash(state.fold, digest) !== backup.state) return fail({ type: 'Altered' })
  return ok({ manifest: manifest.value, encrypted, entries, state })
}

async function textOf(parts: Parts): Promise<string> {
  for await (const line of parts.get(BACKUP_PARTS.manifest)?.() ?? []) return line
  return ''
}

/** Takes each line of a part; false when one is not taken, or when they are not the lines that were announced. */
async function takeLines(
  parts: Parts,
  name: string,
  announced: string,
  take: (line: string) => boolean,
): Promise<boolean> {
  const hash = createHash('sha256')
  for await (const line of parts.get(name)?.() ?? []) {
    hash.update(`${line}\n`)
    if (!take(line)) return false
  }
  return hash.digest('base64url') === announced
}

/** One's own operations have no limits but the digests they announce. */
function operationIn(line: string, consultation: string, digest: Digest): Operation | null {
  const operation = JSON.parse(line) as Operation
  const parts = canonicalParts(operation)
  const isOurs = lineOf(parts) === line && operation.head.c === consultation
  return isOurs && forgeryOf(operation, parts, digest) === null ? operation : null
}
