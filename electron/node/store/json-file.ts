import type { Adapter } from 'lowdb'
import type * as z from 'zod'
import type { FileLayer } from '../disk/file-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'

/**
 * lowdb over our own layer: whole files, decoded on reading, and read back and compared after writing, since a write that
 * succeeded may still have lied. What does not decode reads as absent.
 */
export class JsonFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #layer: FileLayer
  readonly #schema: z.ZodType<T>

  constructor(path: string, layer: FileLayer, schema: z.ZodType<T>) {
    this.#path = path
    this.#layer = layer
    this.#schema = schema
  }

  async read(): Promise<T | null> {
    const bytes = await this.#layer.read(this.#path)
    if (bytes === null) return null
    try {
      return this.#schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
    } catch {
      return null
    }
  }

  async write(value: T): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    await replaceFile(this.#layer, this.#path, bytes)
    const back = await this.#layer.read(this.#path)
    if (back === null || Buffer.compare(back, bytes) !== 0) throw new Error(`${this.#path} does not read back`)
  }
}
