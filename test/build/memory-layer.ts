import { dirname } from 'node:path'
import type { FileLayer, OpenFile } from '#node/disk/file-layer.ts'

/** A disk in memory whose calls can be refused: `refuse` is asked before each one, and gives the system's code or null. */
export class MemoryLayer implements FileLayer {
  readonly files = new Map<string, Uint8Array>()
  refuse: (call: keyof FileLayer | keyof OpenFile, path: string) => string | null = () => null

  #ask(call: keyof FileLayer | keyof OpenFile, path: string): void {
    const code = this.refuse(call, path)
    if (code !== null) throw Object.assign(new Error(code), { code })
  }

  async makeFolder(path: string): Promise<void> {
    this.#ask('makeFolder', path)
  }

  async list(folder: string): Promise<readonly string[]> {
    this.#ask('list', folder)
    const names = [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`))
    return [...new Set(names.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))]
  }

  async read(path: string): Promise<Uint8Array | null> {
    this.#ask('read', path)
    return this.files.get(path) ?? null
  }

  async open(path: string, how: 'new' | 'append'): Promise<OpenFile> {
    this.#ask('open', path)
    if (how === 'new' && this.files.has(path)) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' })
    if (!this.files.has(path)) this.files.set(path, new Uint8Array())
    return {
      write: async (bytes) => {
        this.#ask('write', path)
        this.files.set(path, Buffer.concat([this.files.get(path) ?? new Uint8Array(), bytes]))
        return bytes.length
      },
      sync: async () => this.#ask('sync', path),
      close: async () => {},
    }
  }

  async rename(from: string, to: string): Promise<void> {
    this.#ask('rename', from)
    // A folder goes with all that is in it.
    const moved = [...this.files].filter(([path]) => path === from || path.startsWith(`${from}/`))
    if (moved.length === 0) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
    for (const [path, bytes] of moved) {
      this.files.delete(path)
      this.files.set(to + path.slice(from.length), bytes)
    }
  }

  async remove(path: string): Promise<void> {
    this.#ask('remove', path)
    this.files.delete(path)
  }

  async syncFolder(folder: string): Promise<void> {
    this.#ask('syncFolder', dirname(`${folder}/x`))
  }
}
