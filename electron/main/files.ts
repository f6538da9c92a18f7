import { randomUUID } from 'node:crypto'
import { basename, isAbsolute, resolve } from 'node:path'
import { isBundleName } from '#shared/exchange/bundle-names.ts'
import type { FileToken } from '#node/ports.ts'

const MOST_AT_ONCE = 1000

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
  readonly #files = new Map<string, { readonly path: string; readonly name: string }>()
  readonly #tokens = new Map<string, string>()
  readonly #nudge: () => void
  #waiting: string[] = []

  constructor(nudge: () => void) {
    this.#nudge = nudge
  }

  /** Paths that a person gave become tokens: what the page may hold of them. */
  issue(paths: readonly string[]): FileToken[] {
    return this.give(paths.map((path) => ({ path, name: basename(path) })))
  }

  /** As `issue`, for files that were found. The same path keeps its token, however often one looks. */
  give(files: readonly { readonly path: string; readonly name: string }[]): FileToken[] {
    return files.map(({ path, name }) => {
      const token = this.#tokens.get(path) ?? randomUUID()
      this.#tokens.set(path, token)
      this.#files.set(token, { path, name })
      return { token, name }
    })
  }

  path(token: string): string | undefined {
    return this.#files.get(token)?.path
  }

  name(token: string): string | undefined {
    return this.#files.get(token)?.name
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
