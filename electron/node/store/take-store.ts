import type { ReadOnly } from '#shared/contract/opening.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { makeFolder } from '../disk/whole-file.ts'
import { takeLock, type HeldLock } from './lock.ts'
import { readMarker, STORE_FORMAT } from './marker.ts'
import type { FoundStore } from './open-journal.ts'
import { segmentNumber } from './read-journal.ts'
import type { StorePlace } from './store-place.ts'
import { withRoom, type OpenOptions, type StorePorts } from './store-ports.ts'

/** A marker, a segment or a copy: any of them says that a store exists here, whatever is missing. */
export async function hasAnything({ folder, copies }: StorePlace, layer: FileLayer): Promise<boolean> {
  if ((await readMarker(folder, layer)) !== null) return true
  const names = [...(await layer.list(folder)), ...(await layer.list(copies))]
  return names.some((name) => segmentNumber(name) !== null)
}

/** Its first entry never reached the disk: what was left is a segment without entries, and nobody was told of a store. */
export async function wasNeverBegun(
  { folder }: StorePlace,
  { content }: FoundStore,
  layer: FileLayer,
): Promise<boolean> {
  const isEmpty = content.count === 0 && content.damages.length === 0 && content.format !== 1
  return isEmpty && (await readMarker(folder, layer)) === null
}

export interface Taken {
  readonly lock: HeldLock | null
  readonly readOnly: ReadOnly | null
}

const SETTLING_MS = 1_500

/** Takes the lock of a store, or says why it is open to be read only. */
export async function takeStore(place: StorePlace, ports: StorePorts, options: OpenOptions): Promise<Taken> {
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
    if ('held' in taken) {
      // What a living program was writing is on the disk by then, or is refused: it looks at its lock once a second.
      if (options.takeOver === true && taken.held.former !== null) await new Promise((r) => setTimeout(r, SETTLING_MS))
      return { lock: taken.held, readOnly: null }
    }
    const { host, since } = taken.holder
    return { lock: null, readOnly: { type: 'OpenElsewhere', host, isThisComputer: host === self.host, since } }
  } catch (error) {
    return { lock: null, readOnly: { type: 'CannotWrite', code: codeOf(error) } }
  }
}
