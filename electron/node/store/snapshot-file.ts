import type { Adapter } from 'lowdb'
import type * as z from 'zod'
import type { Digest } from '#shared/kit/ports.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { createFile } from '../disk/whole-file.ts'

/**
 * lowdb over our own layer, for files that are written once under a name of their own: a first line with the digest of the
 * second, which is the value. Read back and compared after writing, since a write that succeeded may still have lied.
 */
export class SnapshotFile<T> implements Adapter<T | null> {
  readonly #path: string
  readonly #layer: FileLayer
  readonly #schema: z.ZodType<T>
  readonly #digest: Digest

  constructor(path: string, layer: FileLayer, schema: z.ZodType<T>, digest: Digest) {
    this.#path = path
    this.#layer = layer
    this.#schema = schema
    this.#digest = digest
  }

  /** Null when it is not there, or is not what was written. */
  async read(): Promise<T | null> {
    const bytes = await this.#layer.read(this.#path)
    if (bytes === null) return null
    const text = new TextDecoder().decode(bytes)
    const end = text.indexOf('\n')
    const value = text.slice(end + 1)
    if (end < 0 || this.#digest(value) !== text.slice(0, end)) return null
    return this.#schema.safeParse(JSON.parse(value)).data ?? null
  }

  async write(value: T | null): Promise<void> {
    const text = JSON.stringify(value)
    const bytes = new TextEncoder().encode(`${this.#digest(text)}\n${text}`)
    await createFile(this.#layer, this.#path, bytes)
    const back = await this.#layer.read(this.#path)
    if (back !== null && Buffer.compare(back, bytes) === 0) return
    await this.#layer.remove(this.#path)
    throw Object.assign(new Error('A snapshot does not read back'), { code: 'EIO' })
  }
}
