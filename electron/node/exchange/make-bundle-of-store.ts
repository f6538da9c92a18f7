import type { Digest } from '#shared/kit/ports.ts'
import type { Result } from '#shared/kit/result.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { readJournal } from '../store/journal.ts'
import { operationsOf, stateOf } from '../store/store-state.ts'
import { makeBundle, type BackupNeedsEncryption, type BundleOrder, type MadeBundle } from './make-bundle.ts'

export interface StoreBundleOrder extends BundleOrder {
  readonly folder: string
}

/** Makes a bundle of a store from its journal, so that the process that holds the desk does not wait for it. */
export async function makeBundleOfStore(
  { folder, ...order }: StoreBundleOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<MadeBundle, BackupNeedsEncryption>> {
  const content = await readJournal(folder, order.consultation, layer, digest)
  if (!content.ok) throw new Error(`The journal is damaged at ${content.failure.segment}`)
  const { entries } = content.value
  const { fold } = stateOf(entries)
  // What a withdrawn import brought is not sent.
  const active = [...operationsOf(entries).values()].filter(({ id }) => fold.known.has(id))
  return makeBundle(active, fold, order, digest)
}
