import type { FileLayer, OpenFile } from '#node/disk/file-layer.ts'

/** What is asked of a disk, one system call each. */
export type Call = keyof FileLayer | keyof OpenFile

/** What a call that fails comes to: the system's code, half of the bytes taken, or the end of the program. */
export const CODES = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EACCES', 'EMFILE'] as const
export type Fault = (typeof CODES)[number] | 'short' | 'crash'

/** A call that is about to be made: `n` counts them all from 1. */
export interface Moment {
  readonly n: number
  readonly call: Call
  readonly path: string
}
export type Fate = (moment: Moment) => Fault | null

/** A disk on which calls fail as `fate` says. It stands before any other. */
export class FailingDisk implements FileLayer {
  fate: Fate
  /** Every call that was asked, in order. */
  readonly asked: Moment[] = []
  /** Resolves when the program has ended in the middle of a call: nothing else of it will ever answer. */
  readonly crashed: Promise<void>
  readonly #inner: FileLayer
  #hasCrashed = false
  #crash: () => void = () => {}

  constructor(inner: FileLayer, fate: Fate = () => null) {
    this.#inner = inner
    this.fate = fate
    this.crashed = new Promise((resolve) => {
      this.#crash = resolve
    })
  }

  makeFolder = (path: string): Promise<void> => this.#do('makeFolder', path, () => this.#inner.makeFolder(path))
  list = (path: string): Promise<readonly string[]> => this.#do('list', path, () => this.#inner.list(path))
  read = (path: string): Promise<Uint8Array | null> => this.#do('read', path, () => this.#inner.read(path))
  remove = (path: string): Promise<void> => this.#do('remove', path, () => this.#inner.remove(path))
  syncFolder = (path: string): Promise<void> => this.#do('syncFolder', path, () => this.#inner.syncFolder(path))
  rename = (from: string, to: string): Promise<void> => this.#do('rename', to, () => this.#inner.rename(from, to))

  open = (path: string, how: 'new' | 'append'): Promise<OpenFile> =>
    this.#do('open', path, async () => {
      const file = await this.#inner.open(path, how)
      return {
        write: (bytes) =>
          this.#do('write', path, (short) =>
            file.write(short ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes),
          ),
        sync: () => this.#do('sync', path, () => file.sync()),
        close: () => this.#do('close', path, () => file.close()),
      }
    })

  async #do<T>(call: Call, path: string, work: (short: boolean) => Promise<T>): Promise<T> {
    if (this.#hasCrashed) return new Promise(() => {})
    const moment = { n: this.asked.length + 1, call, path }
    this.asked.push(moment)
    const fault = this.fate(moment)
    if (fault === null) return work(false)
    if (fault === 'short') return work(true)
    if (fault !== 'crash') throw Object.assign(new Error(`${fault}: ${call}`), { code: fault })
    this.#hasCrashed = true
    this.#crash()
    return new Promise(() => {})
  }
}

/** The Nth call fails, of those of one kind when it is given; once, or it and all that follow. */
export function theNth(n: number, fault: Fault, forEver = false, call?: Call): Fate {
  let count = 0
  return (moment) => {
    if (call !== undefined && moment.call !== call) return null
    count += 1
    return count === n || (forEver && count > n) ? fault : null
  }
}
