import type { FileLayer, OpenFile } from '#node/disk/file-layer.ts'
import type { Chance } from '../chance.ts'
import { MemoryLayer } from '../memory-layer.ts'
import { cutPower, moveKeys, type Cut, type Recorded, type RecordedFile } from './power-cut.ts'

/**
 * A disk that remembers each call that changes something, and builds what a power cut after any of them may leave. What
 * is there at the start is taken as durable.
 */
export class RecordingDisk implements FileLayer {
  readonly calls: Recorded[] = []
  readonly #inner: FileLayer
  readonly #start: ReadonlyMap<string, RecordedFile>
  readonly #files: Map<string, RecordedFile>
  readonly #folders: Set<string>
  #born = 0

  /** `folders`: those that were there before anything was recorded. */
  constructor(folders: readonly string[], files: ReadonlyMap<string, Uint8Array> = new Map(), inner?: FileLayer) {
    const memory = new MemoryLayer()
    for (const [path, bytes] of files) memory.files.set(path, bytes)
    this.#inner = inner ?? memory
    this.#start = new Map([...files].map(([path, bytes]) => [path, this.#newFile(bytes)]))
    this.#files = new Map(this.#start)
    this.#folders = new Set(folders)
  }

  /** What may be left when the power goes right after call `k`: what was never flushed survives as chance wants it. */
  stateAfter(k: number, random: Chance): Cut {
    return cutPower(this.#start, this.calls.slice(0, k), random)
  }

  async makeFolder(path: string): Promise<void> {
    await this.#inner.makeFolder(path)
    for (const folder of withParents(path)) {
      if (this.#folders.has(folder)) continue
      this.#folders.add(folder)
      this.calls.push({ type: 'names', folder: parentOf(folder), gone: null, come: folder, file: null })
    }
  }

  list = (folder: string): Promise<readonly string[]> => this.#inner.list(folder)
  read = (path: string): Promise<Uint8Array | null> => this.#inner.read(path)

  async open(path: string, how: 'new' | 'append'): Promise<OpenFile> {
    const opened = await this.#inner.open(path, how)
    const file = this.#files.get(path) ?? this.#newFile()
    if (!this.#files.has(path)) {
      this.#files.set(path, file)
      this.calls.push({ type: 'names', folder: parentOf(path), gone: null, come: path, file })
    }
    return {
      write: async (bytes) => {
        const taken = await opened.write(bytes)
        file.parts.push(bytes.slice(0, taken))
        this.calls.push({ type: 'write', file, length: taken })
        return taken
      },
      sync: async () => {
        try {
          await opened.sync()
          this.calls.push({ type: 'sync', file })
        } catch (error) {
          this.calls.push({ type: 'failed sync', file })
          throw error
        }
      },
      close: () => opened.close(),
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#inner.rename(from, to)
    const file = this.#files.get(from) ?? null
    moveKeys(this.#files, from, to)
    if (file === null) this.#folders.add(to)
    this.calls.push({ type: 'names', folder: parentOf(to), gone: from, come: to, file })
  }

  async remove(path: string): Promise<void> {
    await this.#inner.remove(path)
    if (!this.#files.delete(path)) return
    this.calls.push({ type: 'names', folder: parentOf(path), gone: path, come: null, file: null })
  }

  async syncFolder(folder: string): Promise<void> {
    await this.#inner.syncFolder(folder)
    this.calls.push({ type: 'sync folder', folder })
  }

  #newFile(bytes?: Uint8Array): RecordedFile {
    this.#born += 1
    return { id: this.#born, start: bytes?.length ?? 0, parts: bytes === undefined ? [] : [bytes] }
  }
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

const withParents = (path: string): readonly string[] => {
  const names = path.split('/').slice(1)
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)
}
