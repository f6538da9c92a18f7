import type { FileLayer, GrowingFile } from '#node/store/file-layer.ts'

/** A disk in memory whose calls can be refused: `refuse` is asked before each one. */
export class MemoryLayer implements FileLayer {
  readonly files = new Map<string, Uint8Array>()
  refuse: (call: string, path: string) => string | null = () => null

  #ask(call: string, path: string): void {
    const code = this.refuse(call, path)
    if (code !== null) throw Object.assign(new Error(code), { code })
  }

  async makeFolder(): Promise<void> {}

  async list(folder: string): Promise<readonly string[]> {
    const names = [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`))
    return [...new Set(names.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))]
  }

  async read(path: string): Promise<Uint8Array | null> {
    this.#ask('read', path)
    return this.files.get(path) ?? null
  }

  async replace(path: string, bytes: Uint8Array): Promise<void> {
    this.#ask('replace', path)
    this.files.set(path, bytes)
  }

  async grow(path: string): Promise<GrowingFile> {
    this.#ask('grow', path)
    if (!this.files.has(path)) this.files.set(path, new Uint8Array())
    return {
      write: async (bytes) => {
        this.#ask('write', path)
        this.files.set(path, Buffer.concat([this.files.get(path) ?? new Uint8Array(), bytes]))
      },
      flush: async () => this.#ask('flush', path),
      close: async () => {},
    }
  }
}
