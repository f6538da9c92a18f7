import { basename } from 'node:path'
import type { Inbox } from '#shared/contract/inbox-calls.ts'
import { doneJob } from '../jobs.ts'
import type { Ports } from '../ports.ts'
import type { ImportedFile } from '../store/entry.ts'
import { findBundles, type FoundBundle } from './find-bundles.ts'
import type { FileIdentity } from './identify-file.ts'

type Lent = Pick<Ports, 'files' | 'runJob'>

interface Known {
  readonly size: number
  readonly at: number
  readonly identity: FileIdentity | null
}

/**
 * A watched folder. It is looked at, never listened to: systems say nothing of what others change on a network drive. A
 * file counts once two looks have found it the same, so that one that is being copied is left alone.
 */
export class WatchedFolder {
  readonly path: string
  readonly #lent: Lent
  #known: ReadonlyMap<string, Known> = new Map()
  #looking: Promise<Inbox> | null = null

  constructor(path: string, lent: Lent) {
    this.path = path
    this.#lent = lent
  }

  /** What has arrived that none of these imported files is. One look at a time: who asks meanwhile gets that one. */
  look(imported: readonly ImportedFile[]): Promise<Inbox> {
    this.#looking ??= this.#look(imported).finally(() => (this.#looking = null))
    return this.#looking
  }

  async #look(imported: readonly ImportedFile[]): Promise<Inbox> {
    const name = basename(this.path)
    const found = await findBundles(this.path).catch(() => null)
    if (found === null) return { name, isThere: false, files: [], arriving: 0 }
    const whole = found.files.filter((file) => this.#isWhole(file))
    await this.#identify(found.files, whole)
    const isImported = importedAmong(imported)
    const identified = whole.flatMap((file) => {
      const identity = this.#known.get(file.path)?.identity
      return identity ? [{ file, identity }] : []
    })
    const fresh = identified.filter(({ identity }) => !isImported(identity)).map(({ file }) => file)
    const arriving = found.files.length - identified.length
    return { name, isThere: true, files: [...this.#lent.files.give(fresh)], arriving }
  }

  #isWhole(file: FoundBundle): boolean {
    const former = this.#known.get(file.path)
    const isSame = former !== undefined && former.size === file.size && former.at === file.at
    return isSame && file.size > 0 && !isElsewhere(file, process.platform)
  }

  /** Reads those whose identity is not known; of the others, only size and time are kept for the next look. */
  async #identify(all: readonly FoundBundle[], whole: readonly FoundBundle[]): Promise<void> {
    const isWhole = new Set(whole)
    const unread = whole.filter(({ path }) => !this.#known.get(path)?.identity).map(({ path }) => path)
    const read = unread.length === 0 ? [] : await doneJob(this.#lent.runJob, 'inbox.identify', { paths: unread })
    const identities = new Map(unread.map((path, index) => [path, read[index] ?? null]))
    this.#known = new Map(
      all.map((file) => {
        const former = isWhole.has(file) ? this.#known.get(file.path)?.identity : null
        const identity = former ?? identities.get(file.path) ?? null
        return [file.path, { size: file.size, at: file.at, identity }]
      }),
    )
  }
}

/**
 * Whether a synchroniser keeps a file's name here and its content elsewhere: reading it would fetch it, and fail without
 * a network. Only these two systems have such files; elsewhere, a network drive may well count no blocks.
 */
export const isElsewhere = ({ blocks }: Pick<FoundBundle, 'blocks'>, system: NodeJS.Platform): boolean =>
  blocks === 0 && (system === 'darwin' || system === 'win32')

/** Imports of former versions kept no digest of the file: the digest of its operations then tells. */
function importedAmong(imported: readonly ImportedFile[]): (identity: FileIdentity) => boolean {
  const files = new Set(imported.map(({ file }) => file))
  const roots = new Set(imported.filter(({ file }) => file === undefined).map(({ root }) => root))
  return ({ file, root }) => files.has(file) || (root !== null && roots.has(root))
}
