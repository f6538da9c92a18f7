import { join } from 'node:path'
import type { RandomBytes } from '#shared/kit/ports.ts'
import { createFile } from './whole-file.ts'
import type { FileLayer } from './file-layer.ts'

const RESERVE_BYTES = 10_000_000
const NAME = 'reserve'

/** Room kept for the day when the disk is full: given up once, so that what is being said can still be written. */
export class Reserve {
  readonly #folder: string
  readonly #layer: FileLayer
  readonly #randomBytes: RandomBytes
  #isThere = false

  constructor(folder: string, layer: FileLayer, randomBytes: RandomBytes) {
    this.#folder = folder
    this.#layer = layer
    this.#randomBytes = randomBytes
  }

  /** The reserve was given up and could not be made again: the disk is as good as full. */
  get isSpent(): boolean {
    return !this.#isThere
  }

  /** Makes the reserve where it is not there; a disk that has no room for it is told by `isSpent`, not by a failure. */
  async fill(): Promise<void> {
    try {
      this.#isThere = (await this.#layer.list(this.#folder)).includes(NAME)
      if (this.#isThere) return
      // Random, since zeros may take no room at all.
      await createFile(this.#layer, join(this.#folder, NAME), this.#randomBytes(RESERVE_BYTES))
      this.#isThere = true
    } catch {
      this.#isThere = false
    }
  }

  /** True when there was something to give. */
  async giveUp(): Promise<boolean> {
    try {
      // Asked for at an opening, before it was looked for.
      if (!this.#isThere && !(await this.#layer.list(this.#folder)).includes(NAME)) return false
      this.#isThere = false
      await this.#layer.remove(join(this.#folder, NAME))
      await this.#layer.syncFolder(this.#folder)
      return true
    } catch {
      return false
    }
  }
}
