import { basename } from 'node:path'
import type { ArchiveFailure } from '#shared/contract/archive-contract.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import type { BundleFailure, DecodedBundle } from '#shared/exchange/decode-bundle.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { dropOperations } from '#shared/operation/fold.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { codeOf } from '../disk/file-layer.ts'
import { foldOf, packBundle, type FileSource, type LeavingOrder } from '../exchange/make-bundle.ts'
import { readBundle } from '../exchange/read-bundle.ts'
import { digest, randomBytes } from '../machine.ts'
import { NO_KEY } from '../trust/recipient-key.ts'
import { writeWholeFile } from '../write-whole-file.ts'

/** A `.rapx` that was read and verified. */
export interface ReadArchive {
  readonly file: string
  readonly bundle: DecodedBundle
}

/** The same, and what it adds up to. */
export interface Archive extends ReadArchive {
  readonly fold: FoldState
  readonly records: ReadonlyMap<string, AnyRecord>
}

/** Reads, verifies and folds a file where it is called, which is in a worker. */
export const openArchive = async (file: string, unlock = NO_KEY): Promise<Result<Archive, ArchiveFailure>> =>
  archiveOf(file, await readBundle(file, digest, unlock))

/** As `openArchive`, without adding up: what many files together say is added up once. */
export const readArchive = async (file: string, unlock = NO_KEY): Promise<Result<ReadArchive, ArchiveFailure>> =>
  contributionOf(file, await readBundle(file, digest, unlock))

/** A backup is only restored, by the program with a store. */
function contributionOf(
  file: string,
  bundle: Result<DecodedBundle, BundleFailure | FileFailure>,
): Result<ReadArchive, ArchiveFailure> {
  if (!bundle.ok) return fail({ ...bundle.failure, file })
  if (bundle.value.manifest.kind === 'backup') return fail({ type: 'BackupOnlyRestores', file })
  return ok({ file, bundle: bundle.value })
}

export function archiveOf(
  file: string,
  bundle: Result<DecodedBundle, BundleFailure | FileFailure>,
): Result<Archive, ArchiveFailure> {
  const read = contributionOf(file, bundle)
  return read.ok ? ok(foldArchive(read.value)) : read
}

export function foldArchive({ file, bundle }: ReadArchive): Archive {
  const fold = foldOf(bundle.operations)
  dropOperations(fold, bundle.drops)
  return { file, bundle, fold, records: readRecords(fold) }
}

/** What a file to be written holds; the operations go in as they are. */
export interface ArchiveContent {
  readonly consultation: string
  readonly kind: LeavingOrder['kind']
  readonly operations: readonly Operation[]
  readonly fold: FoldState
  /** Where the attached files are. */
  readonly files?: FileSource
}

/** Writes a file, whole or not at all, as the first of a series of its own. */
export async function writeArchive(
  out: string,
  content: ArchiveContent,
): Promise<Result<{ file: string; canonicalHash: string; notes: number }, ArchiveFailure>> {
  const place = { stream: newId(randomBytes), seq: 1, prev: null }
  const audience = content.kind === 'projection' ? ('secretariat' as const) : null
  const { bytes, manifest } = await packBundle(
    content.operations,
    content.fold,
    { ...content, audience, place },
    digest,
  )
  return writeFileAt(out, bytes, {
    file: out,
    canonicalHash: canonicalHash(content.fold, digest),
    notes: manifest.counts.notes,
  })
}

/** Hands back `done` once the file is on the disk. */
export async function writeFileAt<T>(out: string, bytes: Uint8Array, done: T): Promise<Result<T, ArchiveFailure>> {
  try {
    await writeWholeFile(out, bytes)
    return ok(done)
  } catch (error) {
    return fail({ type: 'FileNotWritten', code: codeOf(error), file: basename(out) })
  }
}
