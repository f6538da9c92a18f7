import type { NotSaved } from '#shared/contract/failures.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { readJournal, segmentsIn, type JournalContent } from '../store/read-journal.ts'
import { operationsOf, stateOf } from '../store/store-state.ts'
import { makeBundle, type LeavingOrder, type MadeBundle } from './make-bundle.ts'

export interface StoreBundleOrder extends LeavingOrder {
  readonly folder: string
  /** What was acknowledged: a segment may hold more, that nobody was told is saved. */
  readonly upTo: number
}

/**
 * Makes a bundle of a store from its journal, so that the process that holds the desk does not wait for it. Fails when
 * the disk does not give the journal.
 */
export async function makeBundleOfStore(
  { folder, upTo, ...order }: StoreBundleOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<MadeBundle, NotSaved>> {
  let journal: JournalContent
  try {
    journal = await readJournal(segmentsIn(folder, layer), order.consultation, digest, { to: { count: upTo } })
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
  const entries = journal.entries.map(({ entry }) => entry)
  const { fold } = stateOf(entries)
  // What a withdrawn import brought is not sent.
  const active = [...operationsOf(entries).values()].filter(({ id }) => fold.known.has(id))
  return ok(await makeBundle(active, fold, order, digest))
}
