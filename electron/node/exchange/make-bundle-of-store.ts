import type { NotSaved } from '#shared/contract/failures.ts'
import type { Cited, WordsLeaked } from '#shared/contract/send-calls.ts'
import { WHOLE } from '#shared/exchange/scope.ts'
import { selectFor } from '#shared/exchange/select.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { readJournal, segmentsIn, type JournalContent } from '../store/read-journal.ts'
import { StoredFiles } from '../store/files.ts'
import { stateOf } from '../store/store-state.ts'
import { lockFor, type Lock } from '../trust/recipient-key.ts'
import { activeIn, retractedNow, toldTo } from './given-to.ts'
import { packBundle, type FileSource, type LeavingOrder, type MadeBundle } from './make-bundle.ts'
import { searchBundle } from './search-bundle.ts'
import { packTexts } from './zip.ts'

export interface HandedOrder extends LeavingOrder {
  /** How the file is locked once it was searched; in clear when absent. */
  readonly lock?: Lock
}

export interface StoreBundleOrder extends HandedOrder {
  readonly folder: string
  readonly copies: string
  /** What was acknowledged: a segment may hold more, that nobody was told is saved. */
  readonly upTo: number
}

/** A file that was searched, and locked when that was asked for. */
export interface HandedBundle extends Omit<MadeBundle, 'texts'> {
  readonly cited: readonly Cited[]
  /** What its readers are told to forget, and were not told before. */
  readonly retracted?: readonly string[]
}

/**
 * Makes a bundle of a store from its journal, so that the process that holds the desk does not wait for it. Fails when
 * the disk does not give the journal, and when the file says what it must not.
 */
export async function makeBundleOfStore(
  { folder, copies, upTo, ...rest }: StoreBundleOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<HandedBundle, NotSaved | WordsLeaked>> {
  const order = { ...rest, files: sourceIn(new StoredFiles({ folder, copies }, layer, false)) }
  let journal: JournalContent
  try {
    journal = await readJournal(segmentsIn(folder, layer), order.consultation, digest, { to: { count: upTo } })
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
  const entries = journal.entries.map(({ entry }) => entry)
  const { fold } = stateOf(entries)
  const active = activeIn(entries, { fold })
  if (order.kind !== 'projection' || order.audience === null) return makeSearchedBundle(active, fold, order, digest)
  const told = toldTo(journal.entries, order.audience)
  const retracted = retractedNow(told, active, fold)
  const forget = [...told.drops, ...retracted]
  const made = await makeSearchedBundle(active, fold, { ...order, forget }, digest)
  return made.ok ? ok({ ...made.value, retracted }) : made
}

/** The files of a store, for what is made of it. */
export const sourceIn =
  (files: StoredFiles): FileSource =>
  async (digest) => {
    const read = await files.read(digest)
    return read.ok ? read.value : null
  }

/** Makes a bundle and searches its finished bytes: one that says what its readers may not see is never handed over. */
export async function makeSearchedBundle(
  operations: readonly Operation[],
  fold: FoldState,
  { lock, ...order }: HandedOrder,
  digest: Digest,
): Promise<Result<HandedBundle, WordsLeaked>> {
  const sent = selectFor(operations, fold, order.kind, order.scope ?? WHOLE)
  const { texts, ...made } = await packBundle(sent, fold, order, digest)
  const searched = made.manifest.files === undefined ? made.bytes : await packTexts(texts)
  const { leaked, cited } = await searchBundle(searched, { operations, sent, fold, kind: order.kind })
  if (leaked.length > 0) return fail({ type: 'WordsLeaked', count: leaked.length })
  return ok({ ...made, cited, bytes: lock === undefined ? made.bytes : await lockFor(made.bytes, lock) })
}
