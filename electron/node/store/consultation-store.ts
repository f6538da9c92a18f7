import type { Found, ReadOnly } from '#shared/contract/opening.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { codeOf } from '../disk/file-layer.ts'
import type { Entry } from './entry.ts'
import { StoredFiles } from './files.ts'
import { readIdentity, writeIdentity, type Identity } from './identity.ts'
import { JournalWriter } from './journal-writer.ts'
import type { HeldLock } from './lock.ts'
import { writeMarker } from './marker.ts'
import { readStore, type FoundStore } from './open-journal.ts'
import { keyOf, readJournal, segmentsIn, type JournalPlace } from './read-journal.ts'
import { settleFound } from './settle-store.ts'
import type { StorePlace } from './store-place.ts'
import { withRoom, type OpenOptions, type StorePorts } from './store-ports.ts'
import type { StoreState } from './store-state.ts'
import { hasAnything, takeStore, wasNeverBegun, type Taken } from './take-store.ts'

export type StoreNotOpened = { readonly type: 'ConsultationNotFound' }

/** A consultation's store while it is open: everything is in the journal before anyone is told that it is saved. */
export interface ConsultationStore extends StorePlace {
  readonly identity: Identity
  readonly readOnly: ReadOnly | null
  readonly found: readonly Found[]
  /** Nothing was ever written in it. */
  readonly isNew: boolean
  /** Pictures, texts and sources that records name by their digest. */
  readonly files: StoredFiles
  state: StoreState
  /** What the state read as when the store was opened. */
  readonly records: Map<string, AnyRecord>
  /** Where the journal stands: everything acknowledged, and nothing else. */
  readonly place: JournalPlace
  /** What is settled, for a snapshot. */
  readonly settled: JournalPlace
  /** Throws the system's failure; `READ_ONLY` when nothing may be written, `TAKEN_OVER` when another program has it now. */
  append(entry: Entry): Promise<void>
  /** Seals what was written so far: it may then be rewritten. */
  settle(): Promise<void>
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

interface Opening extends Taken {
  readonly seen: FoundStore
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
  return storeOf(place, ports, { ...opening, readOnly }, identity, [...told, ...lockFound(lock)])
}

const lockFound = (lock: HeldLock | null): readonly Found[] =>
  lock === null || lock.former === null ? [] : [{ type: 'LockTakenOver', since: lock.former.since }]

async function mustHold(lock: HeldLock | null): Promise<void> {
  if (lock === null || (await lock.isHeld())) return
  throw Object.assign(new Error('Another program has taken the store over'), { code: 'TAKEN_OVER' })
}

function storeOf(
  place: StorePlace,
  ports: StorePorts,
  { seen, lock, readOnly, isNew }: Opening,
  identity: Identity,
  found: readonly Found[],
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
    files: new StoredFiles(place, layer, readOnly === null),
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
      await mustHold(lock)
      await writer.append(entry)
      // A flush that took long may have ended after another program had read the store.
      await mustHold(lock)
      if (hasMarker) return
      // The entry is saved, whatever becomes of the marker: the next writing or the next opening makes it.
      hasMarker = await writeMarker(place.folder, place.consultation, layer).then(
        () => true,
        () => false,
      )
    },
    settle: () => writer.settle(),
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
