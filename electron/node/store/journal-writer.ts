import { join } from 'node:path'
import type { Digest } from '#shared/kit/ports.ts'
import type { FileLayer, OpenFile } from '../disk/file-layer.ts'
import { writeAll } from '../disk/whole-file.ts'
import { operationIds, type Entry } from './entry.ts'
import { segmentName, type JournalPlace } from './read-journal.ts'
import { entryLine, nextChain, sealLine, type SegmentHead } from './segment.ts'

/** Operations after which a segment is sealed and the next begins. */
const SEGMENT_OPERATIONS = 2_000

export interface JournalOrder {
  readonly folder: string
  readonly consultation: string
  /** Where the journal was read to. */
  readonly place: JournalPlace
  /** Losses that were told, to be remembered. */
  readonly told: readonly string[]
  readonly layer: FileLayer
  readonly digest: Digest
  /** Asked for space when the disk is full; true when some was made, and the writing is then tried once more. */
  readonly makeSpace: () => Promise<boolean>
  /** Told when a segment is sealed. */
  readonly onSealed: () => void
}

interface Waiting {
  readonly entry: Entry
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Continues a journal, in a segment of its own: what another run wrote is never written to again. Entries that come while
 * the disk is busy are flushed together.
 */
export class JournalWriter {
  readonly #order: JournalOrder
  #place: JournalPlace
  #settled: JournalPlace
  #operations = 0
  #file: OpenFile | null = null
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  constructor(order: JournalOrder) {
    this.#order = order
    this.#place = order.place
    this.#settled = order.place
  }

  /** What is acknowledged; `segment` is the last one begun. */
  get place(): JournalPlace {
    return this.#place
  }

  /** What no writing touches any more: the segments before the one that is being written. */
  get settled(): JournalPlace {
    return this.#settled
  }

  /** Resolves once the disk has the entry; rejects with the system's error, and the entry is then not in the journal. */
  append(entry: Entry): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, done, failed })
      this.#running ??= this.#run()
    })
  }

  /** Seals the segment, so that nothing writes any more to what is there; the next entry begins another. */
  async settle(): Promise<void> {
    await this.#running
    await this.#seal()
    this.#settled = this.#place
  }

  /** Seals the segment: a journal that does not end so was cut short. */
  async close(): Promise<void> {
    await this.#running
    await this.#seal().catch(() => {})
    this.#settled = this.#place
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const together = this.#waiting
      this.#waiting = []
      try {
        await this.#writeWithRoom(together.map(({ entry }) => entry))
        for (const { done } of together) done()
      } catch (error) {
        for (const { failed } of together) failed(error)
      }
    }
    this.#running = null
  }

  async #writeWithRoom(entries: readonly Entry[]): Promise<void> {
    try {
      await this.#write(entries)
    } catch (error) {
      await this.#abandon()
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC' || !(await this.#order.makeSpace())) throw error
      await this.#write(entries).catch(async (again: unknown) => {
        await this.#abandon()
        throw again
      })
    }
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    if (this.#operations >= SEGMENT_OPERATIONS) {
      await this.#seal()
      this.#order.onSealed()
    }
    const file = (this.#file ??= await this.#begin())
    let { count, chain } = this.#place
    const lines = entries.map((entry) => {
      count += 1
      chain = nextChain(chain, entry, this.#order.digest)
      return entryLine(count, entry, this.#order.digest)
    })
    await writeAll(file, new TextEncoder().encode(lines.join('')))
    await file.sync()
    this.#place = { ...this.#place, count, chain }
    this.#operations += entries.reduce((sum, entry) => sum + operationIds(entry).length, 0)
  }

  async #begin(): Promise<OpenFile> {
    const { folder, consultation, told, layer, digest } = this.#order
    const segment = this.#place.segment + 1
    this.#settled = this.#place
    // Counted before it is made: a name that could not be made is not used again.
    this.#place = { ...this.#place, segment }
    this.#operations = 0
    const file = await layer.open(join(folder, segmentName(segment)), 'new')
    try {
      const { count: after, chain } = this.#place
      const head: SegmentHead = { v: 2, consultation, after, chain, ...(told.length === 0 ? {} : { told: [...told] }) }
      await writeAll(file, new TextEncoder().encode(sealLine(head, digest)))
      await layer.syncFolder(folder)
      return file
    } catch (error) {
      await file.close().catch(() => {})
      throw error
    }
  }

  async #seal(): Promise<void> {
    if (this.#file === null) return
    const { count: end, chain } = this.#place
    try {
      await writeAll(this.#file, new TextEncoder().encode(sealLine({ end, chain }, this.#order.digest)))
      await this.#file.sync()
    } finally {
      // What follows an end would not be read.
      await this.#abandon()
    }
  }

  /** What the file holds now is unknown, or whole: the next entry begins a segment that takes up after the last acknowledged. */
  async #abandon(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close().catch(() => {})
  }
}
