import { join } from 'node:path'
import type { Digest } from '#shared/kit/ports.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { mirrorSegments } from './mend.ts'
import { keyOf, readJournal, segmentsIn, type JournalPlace } from './read-journal.ts'
import { generationsIn, outlived, readGeneration, writeGeneration, type Standing } from './snapshot.ts'
import { isHalfSettled, type StorePlace } from './store-place.ts'
import { extendState, stateOf, type StoreState } from './store-state.ts'

export interface SnapshotOrder extends StorePlace {
  /** What is settled: the segments up to it are written no more. */
  readonly settled: JournalPlace
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * Copies settled segments to the second place, writes the generation they add up to, and removes outlived ones. Work for a
 * worker. Nothing is made of a journal whose damage nobody was told.
 */
export async function makeSnapshot(order: SnapshotOrder, layer: FileLayer, digest: Digest): Promise<void> {
  const { copies, settled, consultation, at } = order
  const base = await newestGood(order, layer)
  if (base !== null && base.place.count >= settled.count) return mirrorSegments(order, settled.segment, layer)
  const state = await stateAt(order, base, layer, digest)
  if (state === null) return
  await mirrorSegments(order, settled.segment, layer)
  await writeGeneration(copies, { consultation, place: settled, at, state }, layer)
  const halves = (await layer.list(copies)).filter(isHalfSettled)
  const old = outlived(await generationsIn(copies, layer), at).map(({ name }) => name)
  for (const name of [...halves, ...old]) await layer.remove(join(copies, name))
}

async function newestGood({ copies, consultation }: StorePlace, layer: FileLayer): Promise<Standing | null> {
  for (const generation of await generationsIn(copies, layer)) {
    const read = await readGeneration(copies, generation, consultation, layer)
    if (typeof read !== 'string') return read
  }
  return null
}

async function stateAt(
  { folder, consultation, settled }: SnapshotOrder,
  base: Standing | null,
  layer: FileLayer,
  digest: Digest,
): Promise<StoreState | null> {
  const source = segmentsIn(folder, layer)
  for (const from of base === null ? [null] : [base, null]) {
    const content = await readJournal(source, consultation, digest, { from: from?.place ?? null, to: settled })
    const untold = content.damages.some((damage) => !content.told.includes(keyOf(damage)))
    if (untold || content.count < settled.count) continue
    const entries = content.entries.map(({ entry }) => entry)
    const state = from === null ? stateOf(entries) : extendState(from.state, entries)
    if (state !== null) return state
  }
  return null
}
