import { join } from 'node:path'
import type { AlreadyHere } from '#shared/contract/backup-calls.ts'
import type { NotSaved } from '#shared/contract/failures.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { makeFolder } from '../disk/whole-file.ts'
import { JournalWriter } from '../store/journal-writer.ts'
import { writeMarker } from '../store/marker.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import { FILES, StoredFiles } from '../store/files.ts'
import { firstChain } from '../store/segment.ts'
import { storePlace, storesFolder } from '../store/store-place.ts'
import { stateOf } from '../store/store-state.ts'
import type { ReadBackup } from './read-backup.ts'

/** A backup that was read, and what puts its attached files into a store. */
interface Restored extends ReadBackup {
  readonly takeFilesInto?: (files: StoredFiles) => Promise<void>
}

/** Whether something of a consultation lies on this computer: its store, or the copies it could be mended from. */
export async function isHere(dataFolder: string, consultation: string, layer: FileLayer): Promise<boolean> {
  const { folder, copies } = storePlace(dataFolder, consultation)
  const names = await Promise.all([folder, copies].map((place) => layer.list(place)))
  return names.some((inside) => inside.length > 0)
}

/**
 * Makes a store of a backup: built in a folder that nothing takes for a store, read back with the reader of every day, and
 * given its place by one renaming. There is no identity in it: the store opens a stream of its own before it writes.
 */
export async function restoreBackup(
  backup: Restored,
  dataFolder: string,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<{ readonly consultation: string; readonly canonicalHash: string }, AlreadyHere | NotSaved>> {
  const { consultation } = backup.manifest
  const building = join(dataFolder, 'restoring', consultation)
  try {
    if (await isHere(dataFolder, consultation, layer)) return fail({ type: 'AlreadyHere' })
    await build(backup, building, layer, digest)
    const hash = await hashOf(backup, building, layer, digest)
    await makeFolder(layer, storesFolder(dataFolder))
    await layer.rename(building, storePlace(dataFolder, consultation).folder)
    await layer.syncFolder(storesFolder(dataFolder))
    return ok({ consultation, canonicalHash: hash })
  } catch (error) {
    await empty(building, layer).catch(() => {})
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
}

/** Entries handed to the disk at once. */
const TOGETHER = 500

async function build(backup: Restored, folder: string, layer: FileLayer, digest: Digest): Promise<void> {
  const { manifest, entries } = backup
  await empty(folder, layer)
  await layer.makeFolder(folder)
  // The second place gets its copies when the store is opened.
  await backup.takeFilesInto?.(new StoredFiles({ folder, copies: folder }, layer))
  await writeMarker(folder, manifest.consultation, layer)
  const writer = new JournalWriter({
    folder,
    consultation: manifest.consultation,
    place: { count: 0, chain: firstChain(manifest.consultation, digest), segment: 0 },
    told: [],
    layer,
    digest,
    makeSpace: async () => false,
    onSealed: () => {},
  })
  try {
    for (let at = 0; at < entries.length; at += TOGETHER) {
      await Promise.all(entries.slice(at, at + TOGETHER).map((entry) => writer.append(entry)))
    }
  } finally {
    await writer.close()
  }
}

/** What the store that was built says, which must be what the backup says. */
async function hashOf(backup: ReadBackup, folder: string, layer: FileLayer, digest: Digest): Promise<string> {
  const { entries, damages } = await readJournal(segmentsIn(folder, layer), backup.manifest.consultation, digest)
  const hash = canonicalHash(stateOf(entries.map(({ entry }) => entry)).fold, digest)
  if (damages.length === 0 && entries.length === backup.entries.length && hash === backup.manifest.backup?.state)
    return hash
  throw Object.assign(new Error('The store does not read back'), { code: 'EIO' })
}

async function empty(folder: string, layer: FileLayer): Promise<void> {
  const files = new StoredFiles({ folder, copies: folder }, layer)
  for (const digest of await files.list()) await files.remove(digest)
  for (const name of await layer.list(folder)) if (name !== FILES) await layer.remove(join(folder, name))
}
