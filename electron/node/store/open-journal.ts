import type { Found } from '#shared/contract/opening.ts'
import { readingMs } from '#shared/kit/hybrid-clock.ts'
import type { Digest } from '#shared/kit/ports.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { recordsToRead } from '#shared/operation/level-heads.ts'
import { readInto, readRecords } from '#shared/operation/read-record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type Entry } from './entry.ts'
import { lossesOf, mendedSource } from './mend.ts'
import { readMarker } from './marker.ts'
import { keyOf, readJournal, segmentName, segmentsIn, type JournalContent, type Range } from './read-journal.ts'
import { generationsIn, readGeneration, type Generation } from './snapshot.ts'
import type { StorePlace } from './store-place.ts'
import { extendState, stateOf, type StoreState } from './store-state.ts'

/** A store as it was found, before anything is written to it. */
export interface FoundStore {
  readonly state: StoreState
  /** What the state reads as. */
  readonly records: Map<string, AnyRecord>
  readonly content: JournalContent
  /** Segments whose copies served in their place. */
  readonly mended: ReadonlySet<string>
  readonly damagedGenerations: readonly Generation[]
  /** Entries of which nothing is left, and that no former opening told. */
  readonly newLosses: number
  readonly found: readonly Found[]
}

/**
 * Reads a store: the newest generation that is whole, and the journal after it; else the journal from its beginning. Only
 * what was there when the journal had `upTo` entries, while another process writes on.
 */
export async function readStore(
  place: StorePlace,
  layer: FileLayer,
  digest: Digest,
  upTo: number | null = null,
): Promise<FoundStore> {
  const to = upTo === null ? null : { count: upTo }
  const damagedGenerations: Generation[] = []
  for (const generation of await generationsIn(place.copies, layer)) {
    if (upTo !== null && generation.count > upTo) continue
    const read = await readGeneration(place.copies, generation, place.consultation, layer)
    if (read === 'damaged') damagedGenerations.push(generation)
    if (typeof read === 'string') continue
    const after = await readFrom(place, layer, digest, { from: read.place, to })
    const entries = (after?.entries ?? []).map(({ entry }) => entry)
    const state = after === null ? null : extendState(read.state, entries)
    if (after !== null && state !== null) {
      refresh(read.records, state, entries)
      return foundStore({ state, records: read.records }, after, new Set(), damagedGenerations)
    }
    // What does not follow the newest one follows none: the journal alone tells.
    break
  }
  const { content, mended } = await readWhole(place, layer, digest, { to })
  const state = stateOf(content.entries.map(({ entry }) => entry))
  const found = foundStore({ state, records: readRecords(state.fold) }, content, mended, damagedGenerations)
  return found.content.count === 0 && (await readMarker(place.folder, layer)) !== null ? emptied(found) : found
}

/** The marker came after the first writing: a journal without any has lost it, whatever is left of its file. */
const emptied = (store: FoundStore): FoundStore => ({
  ...store,
  newLosses: Math.max(1, store.newLosses),
  found: store.found.some(({ type }) => type === 'Lost')
    ? store.found
    : [{ type: 'Lost', writings: 1, files: [segmentName(Math.max(1, store.content.segment))] }, ...store.found],
})

/** Null when the journal does not take up where the generation stands, or segments are not there that have copies. */
async function readFrom(
  place: StorePlace,
  layer: FileLayer,
  digest: Digest,
  range: Range,
): Promise<JournalContent | null> {
  const names = new Set(await layer.list(place.folder))
  const copies = (await layer.list(place.copies)).filter((name) => name.startsWith('journal-'))
  if (copies.some((name) => !names.has(name))) return null
  const content = await readJournal(segmentsIn(place.folder, layer), place.consultation, digest, range)
  return content.damages.length > 0 ? null : content
}

async function readWhole(
  place: StorePlace,
  layer: FileLayer,
  digest: Digest,
  range: Range,
): Promise<{ content: JournalContent; mended: ReadonlySet<string> }> {
  const content = await readJournal(segmentsIn(place.folder, layer), place.consultation, digest, range)
  const names = new Set(await layer.list(place.folder))
  const isShort = (await layer.list(place.copies)).some((name) => name.startsWith('journal-') && !names.has(name))
  if (content.damages.length === 0 && !isShort) return { content, mended: new Set() }
  const source = mendedSource(place, content.damages, layer)
  const better = await readJournal(source, place.consultation, digest, range)
  const isBetter =
    lossesOf(better) < lossesOf(content) ||
    better.damages.length < content.damages.length ||
    better.count > content.count
  return isBetter && lossesOf(better) <= lossesOf(content)
    ? { content: better, mended: source.mended }
    : { content, mended: new Set() }
}

/** Reads again what further entries speak of; everything when they destroy words, which may be of any record. */
function refresh(records: Map<string, AnyRecord>, { fold }: StoreState, entries: readonly Entry[]): void {
  const brought = oneByOne(entries)
  const spokenOf = new Set(
    brought.flatMap((one) => ('operations' in one ? one.operations.map(({ head }) => head.r) : [])),
  )
  const isWide = brought.some(
    (one) => one.type === 'accept' || one.type === 'drop' || (one.type === 'import' && one.drops.length > 0),
  )
  readInto(records, fold, isWide ? fold.records.keys() : recordsToRead(fold, spokenOf))
}

function foundStore(
  { state, records }: Pick<FoundStore, 'state' | 'records'>,
  content: JournalContent,
  mended: ReadonlySet<string>,
  damagedGenerations: readonly Generation[],
): FoundStore {
  const untold = content.damages.filter((damage) => !content.told.includes(keyOf(damage)))
  // What cannot be read at the end may have been called saved: its counters are used.
  const newLosses = lossesOf({ damages: untold }) + content.unreadable
  return { state, records, content, mended, damagedGenerations, newLosses, found: foundIn() }

  function foundIn(): readonly Found[] {
    const files = [...new Set(untold.map(({ segment }) => segment))]
    // A last segment cut in its very first line has no format any more, and was not closed either.
    const unclosed = content.format !== 1 && content.segment > 0 && !content.closed && content.unreadable === 0
    return [
      ...(untold.length > 0 ? [{ type: 'Lost' as const, writings: lossesOf({ damages: untold }), files }] : []),
      ...(content.unreadable > 0 ? [{ type: 'LastUnreadable' as const, writings: content.unreadable }] : []),
      ...(mended.size > 0 ? [{ type: 'Mended' as const, files: mended.size }] : []),
      ...(damagedGenerations.length > 0
        ? [{ type: 'SnapshotDamaged' as const, files: damagedGenerations.map(({ name }) => name) }]
        : []),
      ...(unclosed ? [{ type: 'NotClosed' as const, lastWriting: lastWriting(state) }] : []),
      ...(content.torn && unclosed ? [{ type: 'Unfinished' as const }] : []),
    ]
  }
}

/** By the latest clock reading of any stream here, milliseconds since 1970. */
function lastWriting({ positions }: StoreState): number | null {
  const readings = [...positions.values()].map(({ reading }) => readingMs(reading))
  return readings.length === 0 ? null : Math.max(...readings)
}
