import type { Digest } from '#shared/kit/ports.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import { operationsOf, stateOf } from '../store/store-state.ts'
import { makeBundle, type LeavingOrder, type MadeBundle } from './make-bundle.ts'

export interface StoreBundleOrder extends LeavingOrder {
  readonly folder: string
  /** What was acknowledged: a segment may hold more, that nobody was told is saved. */
  readonly upTo: number
}

/** Makes a bundle of a store from its journal, so that the process that holds the desk does not wait for it. */
export async function makeBundleOfStore(
  { folder, upTo, ...order }: StoreBundleOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<MadeBundle> {
  const journal = await readJournal(segmentsIn(folder, layer), order.consultation, digest, { to: { count: upTo } })
  const entries = journal.entries.map(({ entry }) => entry)
  const { fold } = stateOf(entries)
  // What a withdrawn import brought is not sent.
  const active = [...operationsOf(entries).values()].filter(({ id }) => fold.known.has(id))
  return makeBundle(active, fold, order, digest)
}
