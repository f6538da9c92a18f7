import type { Chance } from '../chance.ts'
import { MemoryLayer } from '../memory-layer.ts'

/** A file as it was written, under whatever name; `start` bytes were there before anything was recorded. */
export interface RecordedFile {
  readonly id: number
  readonly start: number
  readonly parts: Uint8Array[]
}

/** A call that changed something. Of a name that comes without a file, a folder was made or moved. */
export type Recorded =
  | { readonly type: 'write'; readonly file: RecordedFile; readonly length: number }
  | { readonly type: 'sync' | 'failed sync'; readonly file: RecordedFile }
  | NameChange
  | { readonly type: 'sync folder'; readonly folder: string }
interface NameChange {
  readonly type: 'names'
  readonly folder: string
  readonly gone: string | null
  readonly come: string | null
  readonly file: RecordedFile | null
}

/** What a power cut left. */
export interface Cut {
  /** Equal for equal content, within the record of one disk. */
  readonly key: string
  disk(): MemoryLayer
}

const SECTOR = 512
/** A letter: as text, what was there before may look like what was to be written. */
const FORMER = 0x65

/** Bytes of a file at the moment of the cut: flushed up to `safe`, but for the doubtful ones, whose flush failed. */
interface Extent {
  length: number
  safe: number
  readonly doubtful: (readonly [from: number, to: number])[]
}

/** Names of the disk at the moment of the cut. */
class Names {
  readonly now: Map<string, RecordedFile | null>
  readonly #pending = new Map<string, NameChange[]>()

  constructor(start: ReadonlyMap<string, RecordedFile>) {
    this.now = new Map(start)
  }

  change(change: NameChange): void {
    const pending = this.#pending.get(change.folder)
    if (pending === undefined) this.#pending.set(change.folder, [change])
    else pending.push(change)
  }

  sync(folder: string): void {
    for (const change of this.#pending.get(folder) ?? []) this.#apply(change)
    this.#pending.delete(folder)
  }

  /** Of what was not flushed, a folder keeps a beginning. */
  cut(random: Chance): void {
    for (const changes of this.#pending.values()) {
      for (const change of changes.slice(0, random.below(changes.length + 1))) this.#apply(change)
    }
  }

  #apply({ gone, come, file }: NameChange): void {
    if (gone !== null && come !== null && file === null) {
      moveKeys(this.now, gone, come)
      moveKeys(this.#pending, gone, come)
    } else if (gone !== null) this.now.delete(gone)
    if (come !== null) this.now.set(come, file)
  }
}

export function cutPower(start: ReadonlyMap<string, RecordedFile>, calls: readonly Recorded[], random: Chance): Cut {
  const names = new Names(start)
  const extents = new Map<RecordedFile, Extent>()
  const made = new Set<string>()
  const extentOf = (file: RecordedFile): Extent => {
    const known = extents.get(file)
    if (known !== undefined) return known
    const extent = { length: file.start, safe: file.start, doubtful: [] }
    extents.set(file, extent)
    return extent
  }
  for (const call of calls) {
    if (call.type === 'sync folder') names.sync(call.folder)
    else if (call.type === 'names') {
      names.change(call)
      if (call.come !== null && call.file === null) made.add(call.come)
    } else {
      const extent = extentOf(call.file)
      if (call.type === 'write') extent.length += call.length
      else {
        // The system forgets what it could not write: a later flush that succeeds says nothing about those bytes.
        if (call.type === 'failed sync') {
          extent.doubtful.push([Math.max(extent.safe, extent.doubtful.at(-1)?.[1] ?? 0), extent.length])
        } else extent.safe = extent.length
      }
    }
  }
  names.cut(random)
  const files = [...names.now].flatMap(([path, file]) =>
    file !== null && isReachable(path, made, names.now) ? [survivor(path, file, extentOf(file), random)] : [],
  )
  return {
    key: files.map(({ path, key }) => `${path}:${key}`).join('\n'),
    disk: () => {
      const disk = new MemoryLayer()
      for (const { path, bytes } of files) disk.files.set(path, bytes())
      return disk
    },
  }
}

/** What was under one path is under another. */
export function moveKeys<Value>(map: Map<string, Value>, from: string, to: string): void {
  const moved = [...map].filter(([path]) => path === from || path.startsWith(`${from}/`))
  for (const [path, value] of moved) {
    map.delete(path)
    map.set(to + path.slice(from.length), value)
  }
}

/** Every folder above that was made during the record must have survived. */
function isReachable(path: string, made: ReadonlySet<string>, names: ReadonlyMap<string, unknown>): boolean {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const folder = path.slice(0, at)
    if (made.has(folder) && !names.has(folder)) return false
  }
  return true
}

interface Survivor {
  readonly path: string
  readonly key: string
  bytes(): Uint8Array
}

/** What was not flushed survives as nothing, as a beginning, or with sectors that hold zeros or what was there before. */
function survivor(path: string, file: RecordedFile, { length, safe, doubtful }: Extent, random: Chance): Survivor {
  const rest = length - safe
  const kept = rest === 0 || random.in100(25) ? safe : random.in100(55) ? length : safe + random.below(rest + 1)
  const flushed = doubtful.flatMap(([from, to]) => sectorsOf(from, Math.min(to, safe)))
  const torn = random.in100(60) ? sectorsOf(safe, kept) : []
  const holes = [...holesIn(flushed, random), ...holesIn(torn, random)]
  const inHoles = random.in100(50) ? 0 : FORMER
  return {
    path,
    key: `${file.id} ${kept} ${holes.join(' ')}${holes.length === 0 ? '' : ` ${inHoles}`}`,
    bytes: () => {
      const bytes = wholeOf(file).subarray(0, kept)
      if (holes.length === 0) return bytes
      const copy = bytes.slice()
      for (const [from, to] of holes) copy.fill(inHoles, from, to)
      return copy
    },
  }
}

/** One sector, or any of them. */
const holesIn = <Sector>(sectors: readonly Sector[], random: Chance): readonly Sector[] =>
  sectors.length > 0 && random.in100(50) ? [random.one(sectors)] : sectors.filter(() => random.in100(50))

const wholes = new WeakMap<RecordedFile, Uint8Array>()

/** All that was written to a file, put together once for many cuts. */
function wholeOf(file: RecordedFile): Uint8Array {
  const known = wholes.get(file)
  const length = file.parts.reduce((sum, part) => sum + part.length, 0)
  if (known?.length === length) return known
  const whole = new Uint8Array(Buffer.concat(file.parts))
  wholes.set(file, whole)
  return whole
}

/** The pieces of a range that lie in one sector each. */
function sectorsOf(from: number, to: number): (readonly [number, number])[] {
  const sectors: (readonly [number, number])[] = []
  for (let at = from; at < to;) {
    const end = Math.min(to, (Math.floor(at / SECTOR) + 1) * SECTOR)
    sectors.push([at, end])
    at = end
  }
  return sectors
}
