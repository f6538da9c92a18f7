import type { PassphraseNeeded, StaysLocked } from '#shared/contract/backup-calls.ts'
import type { Recovered } from '#shared/contract/verify-calls.ts'
import { newId } from '#shared/kit/id.ts'
import type { Digest, RandomBytes } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { packBackup, type MadeBackup } from '../exchange/make-backup.ts'
import { isLocked } from '../exchange/passphrase-lock.ts'
import type { FileSource } from '../exchange/make-bundle.ts'
import { sourceIn } from '../exchange/make-bundle-of-store.ts'
import { unpackOwnFiles } from '../exchange/unpack-files.ts'
import type { FileFailure } from '../exchange/read-bundle.ts'
import { StoredFiles } from '../store/files.ts'
import type { Entry, EntryOf } from '../store/entry.ts'
import { layerWith } from '../protection/layer-with.ts'
import { operationsOf } from '../store/store-state.ts'
import { readIfFile } from '../verify/verify-job.ts'
import { placeOf } from '../verify/verify-store.ts'
import { gatherBundle, type GatheredBundle } from './gather-bundle.ts'
import { gatherJournal, type Gathered } from './gather-journal.ts'
import { missingCounters } from './missing-counters.ts'
import { unlockAsFar } from './unlock-as-far.ts'

export interface RecoverOrder {
  readonly path: string
  readonly passphrase: string | null
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface RecoveredBackup extends Omit<Recovered, 'file'> {
  readonly bytes: Uint8Array
}

export type NotRecovered = FileFailure | StaysLocked | PassphraseNeeded | { readonly type: 'NothingFound' }

export interface RecoverPorts {
  readonly layer: FileLayer
  readonly digest: Digest
  readonly randomBytes: RandomBytes
  /** Of one guess at the passphrase, see `passphrase-lock.ts`. */
  readonly work?: number
}

/** Takes all that can still be read of a store or a file and makes a backup of it. What was given is only read. */
export async function recover(
  order: RecoverOrder,
  ports: RecoverPorts,
): Promise<Result<RecoveredBackup, NotRecovered>> {
  try {
    const found = await gather(order, ports)
    if (!found.ok) return found
    const { consultation, entries, files, ...told } = found.value
    if (consultation === null || entries.length === 0) return fail({ type: 'NothingFound' })
    const place = { stream: newId(ports.randomBytes), seq: 1, prev: null }
    const { at, passphrase } = order
    const made = await packBackup(entries, { consultation, place, at, passphrase, files }, ports.digest, ports.work)
    return made.ok ? ok({ ...told, ...counted(made.value, entries, consultation) }) : made
  } catch (error) {
    return fail({ type: 'FileUnreadable', code: codeOf(error) })
  }
}

type Found = Omit<Gathered, 'loose'> & {
  readonly consultation: string | null
  /** The attached files that can still be read. */
  readonly files: FileSource
}

async function gather(
  { path, passphrase, at }: RecoverOrder,
  { layer, digest, randomBytes }: RecoverPorts,
): Promise<Result<Found, NotRecovered>> {
  const bytes = await readIfFile(path, layer)
  if (bytes === null) {
    const place = await placeOf(path, layer, digest)
    if (place === null) return fail({ type: 'NothingFound' })
    const open = await layerWith(place, passphrase, layer)
    if (!open.ok) return open
    const { loose, ...journal } = await gatherJournal(place, open.value, digest)
    const more = loose.length === 0 ? [] : [asImport(newId(randomBytes), at, { loose, drops: [], manifest: null })]
    const files = sourceIn(new StoredFiles(place, open.value, false))
    return ok({ ...journal, entries: [...journal.entries, ...more], consultation: place.consultation, files })
  }
  const opened = isLocked(bytes) ? await unlockAsFar(bytes, passphrase) : ok(bytes)
  if (!opened.ok) return opened
  const { loose, drops, manifest, ...file } = await gatherBundle(opened.value, digest)
  const more = loose.length + drops.length === 0 ? [] : [asImport(newId(randomBytes), at, { loose, drops, manifest })]
  return ok({ ...file, entries: [...file.entries, ...more], files: await filesStillIn(opened.value) })
}

async function filesStillIn(container: Uint8Array): Promise<FileSource> {
  const files = new Map<string, Uint8Array>()
  try {
    for await (const { digest, content } of unpackOwnFiles(container)) if (content.ok) files.set(digest, content.value)
  } catch {
    // Cut or damaged from here on.
  }
  return async (digest) => files.get(digest) ?? null
}

/** Operations that no entry holds come in as someone else's would: nothing they loosen is accepted by that. */
const asImport = (
  id: string,
  at: number,
  { loose, drops, manifest }: Pick<GatheredBundle, 'loose' | 'drops' | 'manifest'>,
): EntryOf<'import'> => ({
  type: 'import',
  id,
  at,
  files: manifest === null ? [] : [fileOf(manifest)],
  ids: loose.map((operation) => operation.id),
  operations: [...loose],
  drops: [...drops],
})

const fileOf = ({ sections, axes, counts, stream, seq, root }: NonNullable<GatheredBundle['manifest']>) => ({
  name: '',
  sections,
  axes,
  notes: counts.notes,
  stream,
  seq,
  root,
})

function counted(
  { bytes, manifest, encrypted }: Omit<MadeBackup, 'damages'>,
  entries: readonly Entry[],
  consultation: string,
) {
  const operations = operationsOf(entries)
  return {
    bytes,
    consultation,
    canonicalHash: manifest.backup?.state ?? '',
    notes: manifest.counts.notes,
    operations: operations.size,
    entries: entries.length,
    encrypted,
    missing: missingCounters(entries),
  }
}
