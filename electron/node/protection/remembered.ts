import { join } from 'node:path'
import type { FileLayer } from '../disk/file-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'
import type { Keychain } from '../ports.ts'

/** Keys that a person chose to leave to the keyring of their session. A convenience: none is ever the only copy. */
export class Remembered {
  readonly #folder: string
  readonly #disk: FileLayer
  readonly #keychain: Keychain | null

  constructor(dataFolder: string, disk: FileLayer, keychain: Keychain | null) {
    this.#folder = join(dataFolder, 'remembered')
    this.#disk = disk
    this.#keychain = keychain
  }

  async isPossible(): Promise<boolean> {
    return (await this.#keychain?.isAvailable()) ?? false
  }

  /** Null when there is none, or when the keyring no longer opens it. */
  async keyOf(consultation: string): Promise<Uint8Array | null> {
    try {
      const bytes = await this.#disk.read(this.#path(consultation))
      if (bytes === null || !(await this.isPossible())) return null
      const text = await this.#keychain?.open(new TextDecoder().decode(bytes))
      return text === undefined || text === null ? null : Buffer.from(text, 'base64')
    } catch {
      return null
    }
  }

  async keep(consultation: string, key: Uint8Array): Promise<void> {
    if (this.#keychain === null || !(await this.isPossible())) return
    const locked = await this.#keychain.lock(Buffer.from(key).toString('base64'))
    await this.#disk.makeFolder(this.#folder)
    await replaceFile(this.#disk, this.#path(consultation), new TextEncoder().encode(locked))
  }

  forget(consultation: string): Promise<void> {
    return this.#disk.remove(this.#path(consultation))
  }

  #path(consultation: string): string {
    return join(this.#folder, `${consultation}.txt`)
  }
}
