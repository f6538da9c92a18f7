import { Low } from 'lowdb'
import { join } from 'node:path'
import type { FileLayer } from '../disk/file-layer.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { VERSION } from '../version.ts'
import type { JournalPlace } from './read-journal.ts'
import { SnapshotFile, type Snapshot } from './snapshot-file.ts'
import { packState, unpackState } from './state-codec.ts'
import type { StoreState } from './store-state.ts'

/** A generation: what the journal added up to at a place where a segment was sealed. A cache, which may be deleted. */
export interface Generation {
  readonly name: string
  readonly count: number
  /** Milliseconds since 1970. */
  readonly at: number
}

const NAME = /^snapshot-(\d{9})-(\d{13})\.json$/
const nameOf = (count: number, at: number): string =>
  `snapshot-${String(count).padStart(9, '0')}-${String(at).padStart(13, '0')}.json`

/** The generations of a folder, the newest first. */
export async function generationsIn(folder: string, layer: FileLayer): Promise<readonly Generation[]> {
  const found = (await layer.list(folder)).flatMap((name): Generation[] => {
    const parts = NAME.exec(name)
    return parts === null ? [] : [{ name, count: Number(parts[1]), at: Number(parts[2]) }]
  })
  return found.toSorted((a, b) => b.count - a.count || b.at - a.at)
}

const open = (path: string, layer: FileLayer): Low<Snapshot | null> =>
  new Low<Snapshot | null>(new SnapshotFile(path, layer), null)

/** What a journal adds up to at some place. */
export interface Standing {
  readonly place: JournalPlace
  readonly state: StoreState
  readonly records: Map<string, AnyRecord>
}

/** A generation that was read whole; `damaged` when its bytes are not those that were written. */
export async function readGeneration(
  folder: string,
  { name }: Generation,
  consultation: string,
  layer: FileLayer,
): Promise<Standing | 'damaged' | 'other-version'> {
  const file = open(join(folder, name), layer)
  await file.read()
  if (file.data === null) return 'damaged'
  const { program, place, state } = file.data
  if (file.data.consultation !== consultation) return 'damaged'
  // One that was made before counters were kept tells none of them.
  if (program !== VERSION || state.received === undefined) return 'other-version'
  return { place, ...unpackState(state) }
}

/** Writes a generation under a name of its own, reads it back and compares. */
export async function writeGeneration(
  folder: string,
  { consultation, place, at, state }: { consultation: string; place: JournalPlace; at: number; state: StoreState },
  layer: FileLayer,
): Promise<void> {
  const file = open(join(folder, nameOf(place.count, at)), layer)
  file.data = { v: 2, program: VERSION, consultation, place, at, state: packState(state) }
  await file.write()
}

const KEPT = 10
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** Generations that nobody needs any more: beyond the newest ten and the last of each of thirty days. */
export function outlived(generations: readonly Generation[], now: number): readonly Generation[] {
  const days = new Set<number>()
  return generations.filter(({ at }, index) => {
    const day = Math.floor(at / DAY_MS)
    const isLastOfDay = now - at <= KEPT_DAYS * DAY_MS && !days.has(day)
    days.add(day)
    return index >= KEPT && !isLastOfDay
  })
}
