import { join } from 'node:path'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { operationIds, type Entry } from './entry.ts'
import type { FileLayer, OpenFile } from '../disk/file-layer.ts'
import { writeAll } from '../disk/whole-file.ts'
import { firstChain, nextChain, readSegment, sealLine, type SegmentHead } from './segment.ts'

/** Operations after which a segment is sealed and the next begins. */
const SEGMENT_OPERATIONS = 2_000

export interface JournalContent {
  readonly entries: readonly Entry[]
  readonly chain: string
  readonly segments: number
  /** Operations in the last segment, and whether it ends in a torn line. */
  readonly lastOperations: number
  readonly torn: boolean
}
export interface JournalDamaged {
  readonly type: 'JournalDamaged'
  readonly segment: string
}

const segmentName = (number: number): string => `journal-${String(number).padStart(6, '0')}.rapj`
const SEGMENT_NAME = /^journal-(\d{6})\.rapj$/

/** Reads every segment in order. A torn end is a writing that was never acknowledged; damage elsewhere is reported. */
export async function readJournal(
  folder: string,
  consultation: string,
  layer: FileLayer,
  digest: Digest,
): Promise<Result<JournalContent, JournalDamaged>> {
  const names = (await layer.list(folder)).filter((name) => SEGMENT_NAME.test(name)).toSorted()
  let entries: { entry: Entry; chain: string }[] = []
  let torn = false
  let lastOperations = 0
  for (const name of names) {
    const bytes = await layer.read(join(folder, name))
    const segment = readSegment(new TextDecoder().decode(bytes ?? new Uint8Array()), digest)
    // A segment whose first line never reached the disk holds nothing that was acknowledged.
    if (segment === null) {
      torn = true
      continue
    }
    if (segment === 'damaged') return fail({ type: 'JournalDamaged', segment: name })
    const { head } = segment
    entries = entries.slice(0, head.after)
    const chain = entries.at(-1)?.chain ?? firstChain(consultation, digest)
    if (head.consultation !== consultation || head.after !== entries.length || head.chain !== chain) {
      return fail({ type: 'JournalDamaged', segment: name })
    }
    entries.push(...segment.entries)
    torn = segment.torn > 0
    lastOperations = segment.entries.reduce((sum, { entry }) => sum + operationIds(entry).length, 0)
  }
  const chain = entries.at(-1)?.chain ?? firstChain(consultation, digest)
  const segments = Number(SEGMENT_NAME.exec(names.at(-1) ?? '')?.[1] ?? 0)
  return ok({ entries: entries.map(({ entry }) => entry), chain, segments, lastOperations, torn })
}

interface Waiting {
  readonly entry: Entry
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/** Continues a journal where it was read to. Entries that come while the disk is busy are flushed together. */
export class JournalWriter {
  readonly #folder: string
  readonly #consultation: string
  readonly #layer: FileLayer
  readonly #digest: Digest
  #chain: string
  #count: number
  #segments: number
  #operations: number
  #file: OpenFile | null = null
  #needsSegment: boolean
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  constructor(folder: string, consultation: string, content: JournalContent, layer: FileLayer, digest: Digest) {
    this.#folder = folder
    this.#consultation = consultation
    this.#layer = layer
    this.#digest = digest
    this.#chain = content.chain
    this.#count = content.entries.length
    this.#segments = content.segments
    this.#operations = content.lastOperations
    this.#needsSegment = content.torn || content.segments === 0
  }

  /** Resolves once the disk has the entry; rejects with the system's error, and the entry is then not in the journal. */
  append(entry: Entry): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, done, failed })
      this.#running ??= this.#run()
    })
  }

  async close(): Promise<void> {
    await this.#running
    await this.#file?.close()
    this.#file = null
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const together = this.#waiting
      this.#waiting = []
      try {
        await this.#write(together.map(({ entry }) => entry))
        for (const { done } of together) done()
      } catch (error) {
        // What the file holds now is unknown: the next entry begins a segment that takes up before this one.
        this.#needsSegment = true
        for (const { failed } of together) failed(error)
      }
    }
    this.#running = null
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const file = await this.#segment()
    let chain = this.#chain
    const lines = entries.map((entry) => {
      chain = nextChain(chain, entry, this.#digest)
      return sealLine({ entry }, this.#digest)
    })
    await writeAll(file, new TextEncoder().encode(lines.join('')))
    await file.sync()
    this.#chain = chain
    this.#count += entries.length
    this.#operations += entries.reduce((sum, entry) => sum + operationIds(entry).length, 0)
  }

  async #segment(): Promise<OpenFile> {
    if (!this.#needsSegment && this.#operations < SEGMENT_OPERATIONS) {
      return (this.#file ??= await this.#layer.open(join(this.#folder, segmentName(this.#segments)), 'append'))
    }
    await this.#file?.close().catch(() => {})
    this.#needsSegment = true
    this.#segments += 1
    const file = await this.#layer.open(join(this.#folder, segmentName(this.#segments)), 'new')
    this.#file = file
    await this.#layer.syncFolder(this.#folder)
    const head: SegmentHead = { v: 1, consultation: this.#consultation, after: this.#count, chain: this.#chain }
    await writeAll(file, new TextEncoder().encode(sealLine(head, this.#digest)))
    this.#operations = 0
    this.#needsSegment = false
    return file
  }
}
