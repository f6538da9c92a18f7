import { namedFiles } from '#shared/operation/named-files.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { takeFiles, takeOwnFiles, type AttachedSource } from '../merge/take-files.ts'
import { oneByOne } from './entry.ts'
import { StoredFiles } from './files.ts'
import { readJournal, segmentsIn } from './read-journal.ts'
import type { StorePlace } from './store-place.ts'

export interface TakeOrder extends StorePlace, AttachedSource {}
export interface TakeOwnOrder extends StorePlace {
  readonly path: string
  readonly passphrase: string | null
}

/** Puts the attached files of a bundle into a store; gives the system's code when the disk refuses. */
export const takeFilesJob = (order: TakeOrder, layer: FileLayer): Promise<string | null> =>
  codeOfFailure(() => takeFiles(order, new StoredFiles(order, layer)))

/** The same, of one's own backup. */
export const takeOwnFilesJob = (order: TakeOwnOrder, layer: FileLayer): Promise<string | null> =>
  codeOfFailure(() => takeOwnFiles(order.path, order.passphrase, new StoredFiles(order, layer)))

const codeOfFailure = (work: () => Promise<unknown>): Promise<string | null> => work().then(() => null, codeOf)

export interface OrphansOrder extends StorePlace {
  readonly upTo: number
  /** What lies in the store. */
  readonly digests: readonly string[]
  /** What is damaged in the journal may have named some: without this, none is an orphan then. */
  readonly evenIfDamaged: boolean
}

/** Which files no entry of a journal names, erased words not counted. */
export async function findOrphans(
  { folder, consultation, upTo, digests, evenIfDamaged }: OrphansOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<readonly string[]> {
  const journal = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  const isSure = journal.damages.length === 0 && journal.count >= upTo
  if (!isSure && !evenIfDamaged) return []
  const named = new Set<string>()
  for (const entry of oneByOne(journal.entries.map((one) => one.entry))) {
    if ('operations' in entry) for (const one of namedFiles(entry.operations)) named.add(one)
  }
  return digests.filter((one) => !named.has(one))
}
