import { join } from 'node:path'
import type { Found, ReadOnly } from '#shared/contract/opening.ts'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { makeFolder } from '../disk/whole-file.ts'
import type { Entry } from './entry.ts'
import { readIdentity, writeIdentity, type Identity } from './identity.ts'
import { JournalWriter } from './journal-writer.ts'
import { takeLock, type HeldLock, type Self } from './lock.ts'
import { MARKER, readMarker, STORE_FORMAT, writeMarker } from './marker.ts'
import { keepAside, mirrorSegments, putBack } from './mend.ts'
import { readStore, type FoundStore } from './open-journal.ts'
import { keyOf, readJournal, segmentName, segmentNumber, segmentsIn, type JournalPlace } from './read-journal.ts'
import type { StorePlace } from './store-place.ts'
import type { StoreState } from './store-state.ts'

export interface StorePorts {
  readonly layer: FileLayer
  readonly digest: Digest
  readonly randomBytes: RandomBytes
  readonly clock: Clock
  readonly self: Self
  /** Asked for room when the disk is full; false when there is none to make. */
  readonly makeSpace?: () => Promise<boolean>
  /** Told when a segment is settled: a snapshot may be made. */
  readonly onSealed?: () => void
}

export interface OpenOptions {
  /** Begin a store when there is none. */
  readonly begin?: boolean
  /** Take the lock of a program on another computer, which the person says runs no more. */
  readonly takeOver?: boolean
  /** Why nothing may be written here, whatever the disk says. */
  readonly readOnly?: ReadOnly | null
}

export type StoreNotOpened = { readonly type: 'ConsultationNotFound' }

/** A consultation's store while it is open: everything is in the journal before anyone is told that it is saved. */
export interface ConsultationStore extends StorePlace {
  readonly identity: Identity
  readonly readOnly: ReadOnly | null
  readonly found: readonly Found[]
  /** Nothing was ever written in it. */
  readonly isNew: boolean
  state: StoreState
  /** What the state read as when the store was opened. */
  readonly records: Map<string, AnyRecord>
  /** Where the journal stands: everything acknowledged, and nothing else. */
  readonly place: JournalPlace
  /** What is settled, for a snapshot. */
  readonly settled: JournalPlace
  /** Throws the system's failure; `READ_ONLY` when nothing may be written, `TAKEN_OVER` when another program has it now. */
  append(entry: Entry): Promise<void>
  /** The whole journal, from the disk. */
  history(): Promise<readonly Entry[]>
  close(): Promise<void>
}

/**
 * Opens a store. What is damaged is put right from its copies where it can be, told, and never written over; a store that
 * cannot be written to is opened to be read.
 */
export async function openStore(
  place: StorePlace,
  ports: StorePorts,
  options: OpenOptions = {},
): Promise<Result<ConsultationStore, StoreNotOpened>> {
  const { layer } = ports
  const isHere = await hasAnything(place, layer)
  if (!isHere && options.begin !== true) return fail({ type: 'ConsultationNotFound' })
  const { lock, readOnly } = await takeStore(place, ports, options)
  try {
    const seen = await readStore(place, layer, ports.digest)
    const isNew = !isHere || (await wasNeverBegun(place, seen, layer))
    if (!isNew || options.begin === true) return ok(await openFound(place, ports, { seen, lock, readOnly, isNew }))
    await lock?.release()
    return fail({ type: 'ConsultationNotFound' })
  } catch (error) {
    await lock?.release().catch(() => {})
    throw error
  }
}

/** A marker, a segment or a copy: any of them says that a store exists here, whatever is missing. */
async function hasAnything({ folder, copies }: StorePlace, layer: FileLayer): Promise<boolean> {
  if ((await readMarker(folder, layer)) !== null) return true
  const names = [...(await layer.list(folder)), ...(await layer.list(copies))]
  return names.some((name) => segmentNumber(name) !== null)
}

/** Its first entry never reached the disk: what was left is a segment without entries, and nobody was told of a store. */
async function wasNeverBegun({ folder }: StorePlace, { content }: FoundStore, layer: FileLayer): Promise<boolean> {
  const isEmpty = content.count === 0 && content.damages.length === 0 && content.format !== 1
  return isEmpty && (await readMarker(folder, layer)) === null
}

interface Taken {
  readonly lock: HeldLock | null
  readonly readOnly: ReadOnly | null
}

async function takeStore(place: StorePlace, ports: StorePorts, options: OpenOptions): Promise<Taken> {
  const { layer, self, clock } = ports
  if (options.readOnly) return { lock: null, readOnly: options.readOnly }
  const marker = await readMarker(place.folder, layer)
  if (marker !== null && marker !== 'damaged' && marker.format > STORE_FORMAT) {
    return { lock: null, readOnly: { type: 'TooNew', found: marker.format, supported: STORE_FORMAT } }
  }
  try {
    const taken = await withRoom(ports, async () => {
      await makeFolder(layer, place.folder)
      return takeLock(place.folder, self, clock(), layer, { takeOver: options.takeOver === true })
    })
    if ('held' in taken) return { lock: taken.held, readOnly: null }
    const { host, since } = taken.holder
    return { lock: null, readOnly: { type: 'OpenElsewhere', host, isThisComputer: host === self.host, since } }
  } catch (error) {
    return { lock: null, readOnly: { type: 'CannotWrite', code: codeOf(error) } }
  }
}

async function withRoom<T>({ makeSpace }: StorePorts, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC' || !(await makeSpace?.())) throw error
    return work()
  }
}

interface Opening {
  readonly seen: FoundStore
  readonly lock: HeldLock | null
  readonly readOnly: ReadOnly | null
  readonly isNew: boolean
}

async function openFound(place: StorePlace, ports: StorePorts, opening: Opening): Promise<ConsultationStore> {
  const { seen, lock, isNew } = opening
  let { readOnly } = opening
  // What another program is writing looks unfinished, and what a newer one wrote looks damaged.
  const isOthers = readOnly?.type === 'TooNew' || readOnly?.type === 'OpenElsewhere'
  const told: Found[] = isOthers || isNew ? [] : [...seen.found]
  if (lock !== null) {
    try {
      told.push(...(await withRoom(ports, () => settleFound(place, ports, opening))))
    } catch (error) {
      readOnly = { type: 'CannotWrite', code: codeOf(error) }
    }
  }
  const { identity, isOnDisk } = await readIdentity(place.folder, ports.layer, ports, seen.newLosses > 0)
  if (!isOnDisk && readOnly === null) {
    try {
      await withRoom(ports, () => writeIdentity(place.folder, identity, ports.layer))
    } catch (error) {
      readOnly = { type: 'CannotWrite', code: codeOf(error) }
    }
  }
  return storeOf(place, ports, { ...opening, readOnly }, identity, [...told, ...lockFound(lock)], isNew)
}

const lockFound = (lock: HeldLock | null): readonly Found[] =>
  lock === null || lock.former === null ? [] : [{ type: 'LockTakenOver', since: lock.former.since }]

/** What an opening puts right on the disk before anything new is written. */
async function settleFound(place: StorePlace, ports: StorePorts, { seen, isNew }: Opening): Promise<readonly Found[]> {
  const { layer, clock } = ports
  const { content, mended, damagedGenerations } = seen
  await putBack(place, mended, clock(), layer)
  for (const { name } of damagedGenerations) await keepAside(place.copies, name, clock(), layer)
  await flushLast(place, content.segment, layer)
  const marker = await readMarker(place.folder, layer)
  if (isNew || content.count === 0 || (marker !== null && marker !== 'damaged')) return []
  if (marker === 'damaged') {
    // A newer version may have written what cannot be read here.
    if (content.damages.length > 0) return []
    await keepAside(place.folder, MARKER, clock(), layer)
  }
  return migrate(place, ports, content.format)
}

/** What the system had and the disk perhaps not, when the program was killed and the power goes now. */
async function flushLast({ folder }: StorePlace, segment: number, layer: FileLayer): Promise<void> {
  const name = segmentName(segment)
  if (!(await layer.list(folder)).includes(name)) return
  const file = await layer.open(join(folder, name), 'append')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * From format 1, which had neither marker nor second place: every segment is copied there first, and what the copies add up
 * to is compared with the journal; the marker comes last. Stopped anywhere, it begins again at the next opening.
 */
async function migrate(
  place: StorePlace,
  { layer, digest }: StorePorts,
  format: 1 | 2 | null,
): Promise<readonly Found[]> {
  if (format !== 2) {
    const own = await readJournal(segmentsIn(place.folder, layer), place.consultation, digest)
    await mirrorSegments(place, own.segment, layer)
    const copied = await readJournal(segmentsIn(place.copies, layer), place.consultation, digest)
    if (copied.chain !== own.chain || copied.count !== own.count) {
      throw Object.assign(new Error('The copies are not the journal'), { code: 'EIO' })
    }
    await layer.remove(join(place.folder, 'snapshot.json'))
  }
  await writeMarker(place.folder, place.consultation, layer)
  return format === 2 ? [] : [{ type: 'Migrated', from: 1, to: STORE_FORMAT }]
}

function storeOf(
  place: StorePlace,
  ports: StorePorts,
  { seen, lock, readOnly }: Opening,
  identity: Identity,
  found: readonly Found[],
  isNew: boolean,
): ConsultationStore {
  const { layer, digest } = ports
  const { content } = seen
  const writer = new JournalWriter({
    ...place,
    place: { count: content.count, chain: content.chain, segment: content.segment },
    told: [...new Set([...content.told, ...content.damages.map(keyOf)])],
    layer,
    digest,
    makeSpace: async () => (await ports.makeSpace?.()) ?? false,
    onSealed: () => ports.onSealed?.(),
  })
  let hasMarker = !isNew
  return {
    ...place,
    identity,
    readOnly,
    found,
    isNew,
    state: seen.state,
    records: seen.records,
    get place() {
      return writer.place
    },
    get settled() {
      return writer.settled
    },
    async append(entry) {
      if (readOnly !== null) throw Object.assign(new Error('Open to be read only'), { code: 'READ_ONLY' })
      if (!(await (lock?.isHeld() ?? true))) throw Object.assign(new Error('Taken over'), { code: 'TAKEN_OVER' })
      await writer.append(entry)
      if (hasMarker) return
      // The entry is saved, whatever becomes of the marker: the next writing or the next opening makes it.
      hasMarker = await writeMarker(place.folder, place.consultation, layer).then(
        () => true,
        () => false,
      )
    },
    async history() {
      const to = { count: writer.place.count }
      const whole = await readJournal(segmentsIn(place.folder, layer), place.consultation, digest, { to })
      return whole.entries.map(({ entry }) => entry)
    },
    async close() {
      await writer.close()
      // A lock that stays behind is of a program that runs no more.
      await lock?.release().catch(() => {})
    },
  }
}
