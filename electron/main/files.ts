import { randomUUID } from 'node:crypto'
import { basename, isAbsolute, resolve } from 'node:path'
import type { FileToken } from '#node/ports.ts'

const MOST_AT_ONCE = 1000

const isBundleName = (path: string): boolean => /\.rapx(\.zip)?$/i.test(path)

/** The bundles named on a command line; whatever else is there (switches, the program's folder) is not for us. */
export const bundlesIn = (given: readonly string[], folder: string): string[] =>
  given.filter((word) => !word.startsWith('-') && isBundleName(word)).map((word) => resolve(folder, word))

/** What the preload or a second program says: believed only as far as it is a list of absolute paths. */
export const believedPaths = (said: unknown): string[] =>
  Array.isArray(said) ? said.filter((path) => typeof path === 'string' && isAbsolute(path)).slice(0, MOST_AT_ONCE) : []

/** As `believedPaths`, for those who may only ask to open a bundle. */
export const believedBundles = (said: unknown): string[] => believedPaths(said).filter(isBundleName)

/** The tokens of this run, and the files that wait for the page to take them. */
export class FileDesk {
  readonly #paths = new Map<string, string>()
  readonly #nudge: () => void
  #waiting: string[] = []

  constructor(nudge: () => void) {
    this.#nudge = nudge
  }

  /** Paths that a person gave become tokens: what the page may hold of them. */
  issue(paths: readonly string[]): FileToken[] {
    return paths.map((path) => {
      const token = randomUUID()
      this.#paths.set(token, path)
      return { token, name: basename(path) }
    })
  }

  path(token: string): string | undefined {
    return this.#paths.get(token)
  }

  /** The page may not be there yet: it is told, and takes them when it can. */
  add(paths: readonly string[]): void {
    if (paths.length === 0) return
    this.#waiting.push(...paths)
    this.#nudge()
  }

  take(): FileToken[] {
    const paths = [...new Set(this.#waiting)]
    this.#waiting = []
    return this.issue(paths)
  }
}
