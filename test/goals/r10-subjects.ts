import { readFileSync } from 'node:fs'
import { bundleFrom } from '#node/exchange/read-bundle.ts'
import { digest } from '#node/machine.ts'
import { readStore } from '#node/store/open-journal.ts'
import { storePlace, type StorePlace } from '#node/store/store-place.ts'
import { verifyFile } from '#node/verify/verify-file.ts'
import { verifyStore } from '#node/verify/verify-store.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import type { Verification } from '#shared/verify/verification.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import { done } from '../build/node-side.ts'
import { foldOf } from '../build/said.ts'
import { frozenBundle, frozenStores } from './frozen.ts'
import { DATA } from './start-on.ts'

/** Some files that one byte may be changed in, or that may be cut. */
export interface Subject {
  readonly name: string
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Opens them as the program does: what they say, and whether the person is told that something is wrong. */
  open(files: ReadonlyMap<string, Uint8Array>): Promise<{ readonly hash: string | null; readonly told: boolean }>
  verify(files: ReadonlyMap<string, Uint8Array>): Promise<Verification>
}

const BUNDLE = 'bundle.rapx'

/** The frozen bundle, a frozen store without its second place, and the same with it. */
export async function subjects(): Promise<readonly Subject[]> {
  const { bundle } = await frozenBundle('v1')
  const store = frozenStores().find(({ name }) => name === 'store-v2')
  if (bundle === null || store === undefined) throw new Error('The frozen files are not there')
  const place = storePlace(DATA, store.consultation)
  const own = within(store.files, place.folder)
  const copies = [...within(store.files, place.copies)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const isGeneration = (path: string): boolean => path.includes('/snapshot-')
  const newest = copies.filter(([path]) => isGeneration(path)).slice(-1)
  const both = new Map([...own, ...copies.filter(([path]) => !isGeneration(path)), ...newest])
  return [
    theBundle(new Uint8Array(readFileSync(bundle))),
    theStore('store', own, place),
    theStore('store and its second place', both, place),
  ]
}

const within = (files: ReadonlyMap<string, Uint8Array>, folder: string): Map<string, Uint8Array> =>
  new Map([...files].filter(([path]) => path.startsWith(`${folder}/`)))

const theBundle = (bytes: Uint8Array): Subject => ({
  name: 'bundle',
  files: new Map([[BUNDLE, bytes]]),
  async open(files) {
    const read = await bundleFrom(files.get(BUNDLE) ?? new Uint8Array(), digest)
    if (!read.ok) return { hash: null, told: true }
    const { operations, drops, setAside } = read.value
    return { hash: canonicalHash(foldOf(operations, drops), digest), told: setAside.length > 0 }
  },
  verify: async (files) => done(await verifyFile(files.get(BUNDLE) ?? new Uint8Array(), null, digest)),
})

const theStore = (name: string, files: ReadonlyMap<string, Uint8Array>, place: StorePlace): Subject => ({
  name,
  files,
  async open(damaged) {
    const { state, found } = await readStore(place, onDisk(damaged), digest)
    return { hash: canonicalHash(state.fold, digest), told: found.length > 0 }
  },
  verify: (damaged) => verifyStore(place, false, { layer: onDisk(damaged), digest, onShare: () => {} }),
})

function onDisk(files: ReadonlyMap<string, Uint8Array>): MemoryLayer {
  const disk = new MemoryLayer()
  for (const [path, bytes] of files) disk.files.set(path, bytes)
  return disk
}

/** How much a verification finds. */
export const faultsOf = ({ checks }: Verification): number => checks.reduce((sum, { count }) => sum + count, 0)
