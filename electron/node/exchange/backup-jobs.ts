import { readFile } from 'node:fs/promises'
import type { AlreadyHere, BackupFound, BackupUnread } from '#shared/contract/backup-calls.ts'
import type { NotSaved } from '#shared/contract/contract.ts'
import type { Manifest } from '#shared/exchange/manifest.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { labelOf } from '#shared/model/label.ts'
import { dropsOf, type Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import { takeOwnFiles } from '../merge/take-files.ts'
import type { StoredFiles } from '../store/files.ts'
import { storePlace } from '../store/store-place.ts'
import { operationsOf, stateOf } from '../store/store-state.ts'
import { readBackup, type ReadBackup } from './read-backup.ts'
import { isHere, restoreBackup } from './restore-backup.ts'

export interface BackupFile {
  readonly path: string
  readonly passphrase: string | null
}
export interface BackupInto extends BackupFile {
  readonly dataFolder: string
}

/** What a backup brings to a consultation that is here: what counts in it, and what it destroyed. */
export interface BackupContent {
  readonly manifest: Manifest
  readonly operations: readonly Operation[]
  readonly drops: readonly Drop[]
}

async function readFileOf({ path, passphrase }: BackupFile, digest: Digest): Promise<Result<ReadBackup, BackupUnread>> {
  try {
    return await readBackup(await readFile(path), passphrase, digest)
  } catch (error) {
    return fail({ type: 'FileUnreadable', code: codeOf(error) })
  }
}

export async function inspectBackup(
  { dataFolder, ...file }: BackupInto,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<BackupFound, BackupUnread>> {
  const read = await readFileOf(file, digest)
  if (!read.ok) return read
  const { manifest, encrypted, state } = read.value
  const { consultation, counts, sample, sections, backup } = manifest
  const record = readRecords(state.fold).get(consultation)
  const here = await isHere(dataFolder, consultation, layer)
  return ok({
    consultation,
    label: labelOf(record, String(record?.f['lang'] ?? 'fr')),
    at: backup?.at ?? 0,
    encrypted,
    sample,
    notes: counts.notes,
    sessions: counts.records['session'] ?? 0,
    imports: state.imports.length,
    sections,
    here: here ? await compared(contentOf(read.value), dataFolder, layer, digest) : null,
  })
}

export async function contentOfBackup(file: BackupFile, digest: Digest): Promise<Result<BackupContent, BackupUnread>> {
  const read = await readFileOf(file, digest)
  return read.ok ? ok(contentOf(read.value)) : read
}

export async function restoreFile(
  { dataFolder, ...file }: BackupInto,
  layer: FileLayer,
  digest: Digest,
): Promise<
  Result<{ readonly consultation: string; readonly canonicalHash: string }, BackupUnread | AlreadyHere | NotSaved>
> {
  const read = await readFileOf(file, digest)
  if (!read.ok) return read
  const takeFilesInto = (files: StoredFiles): Promise<void> => takeOwnFiles(file.path, file.passphrase, files)
  return restoreBackup({ ...read.value, takeFilesInto }, dataFolder, layer, digest)
}

/** What a withdrawn import brought stays in the file: put in here, it would count again. */
function contentOf({ manifest, entries, state }: ReadBackup): BackupContent {
  const operations = [...operationsOf(entries).values()].filter(({ id }) => state.fold.known.has(id))
  return { manifest, operations, drops: dropsOf(state.fold) }
}

async function compared(
  { manifest, operations, drops }: BackupContent,
  dataFolder: string,
  layer: FileLayer,
  digest: Digest,
): Promise<BackupFound['here']> {
  const { folder } = storePlace(dataFolder, manifest.consultation)
  const { entries } = await readJournal(segmentsIn(folder, layer), manifest.consultation, digest)
  if (entries.length === 0) return { newOperations: null, conflicts: null }
  const { fold } = stateOf(entries.map(({ entry }) => entry))
  const { plan } = planMerge(fold, readRecords(fold), operations, drops)
  return { newOperations: plan.newOperations, conflicts: plan.conflicts.filter(({ standing }) => !standing).length }
}
