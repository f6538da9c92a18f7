import { hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { makeFolder, replaceFile } from '../disk/whole-file.ts'
import type { StorePlace } from './store-place.ts'

/** Why the bytes of a digest are not given. */
export type FileNotRead =
  /** In neither place. */
  | { readonly type: 'FileNotHere' }
  /** There, and its bytes are not those of the digest, in either place. */
  | { readonly type: 'FileDamaged' }

type Place = Pick<StorePlace, 'folder' | 'copies'>

/** The folder of a store that they lie in. */
export const FILES = 'files'

const DIGEST = /^[0-9a-f]{64}$/
const SHELF = /^[0-9a-f]{2}$/

/** SHA-256 in hexadecimal, as `sha256sum` prints it: the same on file systems that know no letter case. */
export const digestOfFile = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')

/** Where a file lies in a store: `files/<first two digits>/<digest>`. */
const pathOfFile = (folder: string, digest: string): string => join(folder, FILES, digest.slice(0, 2), digest)

/**
 * Files of a store by their digest: pictures, texts handed in, the raw bytes of sources. A record names the digest in a
 * field of type `fileDigest`, and nothing else tells what a file is; the same bytes are kept once, however many records
 * name them. Each lies in the store and in the second place for copies. Every call throws what the disk says. The way in is
 * `keep`: bytes first, then the operation that names them. What no entry of the journal names is swept away.
 */
export class StoredFiles {
  readonly #place: Place
  readonly #layer: FileLayer
  readonly #mayWrite: boolean
  /** Works under way that put files and name them, and how many ever began. */
  readonly #works = new Set<Promise<unknown>>()
  #begun = 0
  #removing: Promise<void> | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(place: Place, layer: FileLayer, mayWrite = true) {
    this.#place = place
    this.#layer = layer
    this.#mayWrite = mayWrite
  }

  /**
   * Puts files, then has `write` name their digests in the journal; no sweep takes them in between. The bytes survive a
   * power cut before `write` is called. A full disk throws `ENOSPC`: the room kept for bad days is for what is being said.
   */
  keep<T>(files: readonly Uint8Array[], write: (digests: readonly string[]) => Promise<T>): Promise<T> {
    return this.undisturbed(async () => {
      const digests: string[] = []
      for (const bytes of files) digests.push(await this.put(bytes))
      return write(digests)
    })
  }

  /** Does work that puts files here, perhaps in another process, and names them: no sweep takes any meanwhile. */
  async undisturbed<T>(work: () => Promise<T>): Promise<T> {
    this.#begun += 1
    // At once, so that whoever cancels the work finds it begun; but after what is being removed.
    const done = this.#removing === null ? work() : this.#removing.then(work)
    const settled = Promise.allSettled([done])
    this.#works.add(settled)
    try {
      return await done
    } finally {
      this.#works.delete(settled)
    }
  }

  /**
   * Puts bytes on the disk, whole or not at all, and gives their digest. Bytes that are there whole are not written again.
   * Outside of `keep` and `undisturbed` a sweep may take them as long as nothing names them.
   */
  put(bytes: Uint8Array): Promise<string> {
    const digest = digestOfFile(bytes)
    return this.#alone(async () => {
      await this.#write(this.#place.folder, digest, bytes)
      // A second place that takes nothing costs no writing: `mirror` goes on with it.
      await this.#write(this.#place.copies, digest, bytes).catch(() => {})
      return digest
    })
  }

  /** The bytes, verified. One that is damaged or gone in its place is given, and put right, from the other. */
  async read(digest: string): Promise<Result<Uint8Array, FileNotRead>> {
    if (!DIGEST.test(digest)) return fail({ type: 'FileNotHere' })
    const own = await this.#layer.read(pathOfFile(this.#place.folder, digest))
    if (own !== null && digestOfFile(own) === digest) return ok(own)
    const copy = await this.#layer.read(pathOfFile(this.#place.copies, digest))
    if (copy === null || digestOfFile(copy) !== digest) {
      return fail({ type: own === null && copy === null ? 'FileNotHere' : 'FileDamaged' })
    }
    // A store that is open to be read only gives its files all the same.
    await this.#alone(() => this.#putRight(digest)).catch(() => {})
    return ok(copy)
  }

  /** Whether something lies under the digest; whether it is whole, only `read` says. */
  async has(digest: string): Promise<boolean> {
    return (await this.list()).includes(digest)
  }

  /** Digests of what lies in either place, in order. */
  async list(): Promise<readonly string[]> {
    const { folder, copies } = this.#place
    return [...new Set([...(await this.#digestsIn(folder)), ...(await this.#digestsIn(copies))])].toSorted()
  }

  /** Takes the bytes out of both places, with what an unfinished writing of them left. */
  remove(digest: string): Promise<void> {
    return this.#alone(() => this.#remove(digest))
  }

  /** Removes what `orphansOf` finds that nothing names; looks again when files were put and named meanwhile. */
  async sweep(orphansOf: (digests: readonly string[]) => Promise<readonly string[]>): Promise<void> {
    for (let isDone = false; !isDone;) {
      await Promise.all(this.#works)
      const begun = this.#begun
      const here = await this.list()
      const orphans = here.length === 0 ? [] : await orphansOf(here)
      isDone = await this.#alone(async () => {
        if (this.#begun !== begun) return false
        this.#removing = this.#removeAll(orphans)
        await this.#removing.finally(() => (this.#removing = null))
        return true
      })
    }
  }

  /** Copies to each place what only the other has, one file after the other, for as long as `goesOn` says so. */
  async mirror(goesOn: () => boolean = () => true): Promise<void> {
    const { folder, copies } = this.#place
    const [own, copied] = [await this.#digestsIn(folder), await this.#digestsIn(copies)]
    for (const digest of new Set([...own, ...copied])) {
      if (!goesOn()) return
      if (own.includes(digest) !== copied.includes(digest)) {
        const read = await this.read(digest)
        if (read.ok) await this.#alone(() => this.#write(copies, digest, read.value))
      }
    }
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work)
    this.#last = next.catch(() => {})
    return next
  }

  async #digestsIn(folder: string): Promise<readonly string[]> {
    const shelves = (await this.#layer.list(join(folder, FILES))).filter((name) => SHELF.test(name))
    const names = await Promise.all(shelves.map((shelf) => this.#layer.list(join(folder, FILES, shelf))))
    return names.flat().filter((name) => DIGEST.test(name))
  }

  async #write(folder: string, digest: string, bytes: Uint8Array): Promise<void> {
    if (!this.#mayWrite) throw Object.assign(new Error('Open to be read only'), { code: 'READ_ONLY' })
    const path = pathOfFile(folder, digest)
    const there = await this.#layer.read(path)
    if (there === null || digestOfFile(there) !== digest) {
      await makeFolder(this.#layer, dirname(path))
      await replaceFile(this.#layer, path, bytes)
      // An earlier writing that failed at its very end may have left a name that a power cut still takes away.
    } else await this.#layer.syncFolder(dirname(path))
  }

  async #removeAll(digests: readonly string[]): Promise<void> {
    for (const digest of digests) await this.#remove(digest)
  }

  /** Removed meanwhile, it stays so. */
  async #putRight(digest: string): Promise<void> {
    const copy = await this.#layer.read(pathOfFile(this.#place.copies, digest))
    if (copy !== null) await this.#write(this.#place.folder, digest, copy)
  }

  async #remove(digest: string): Promise<void> {
    for (const folder of [this.#place.copies, this.#place.folder]) {
      const shelf = dirname(pathOfFile(folder, digest))
      const names = (await this.#layer.list(shelf)).filter((name) => name.includes(digest))
      for (const name of names) await this.#layer.remove(join(shelf, name))
      if (names.length > 0) await this.#layer.syncFolder(shelf)
    }
  }
}
