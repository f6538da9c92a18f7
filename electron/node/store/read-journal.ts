import { join } from 'node:path'
import type { Digest } from '#shared/kit/ports.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import type { Entry } from './entry.ts'
import { firstChain, nextChain, readSegment, type SegmentHead, type SegmentLine, type SegmentText } from './segment.ts'

/** A place in a journal: entries up to it, the chain there, and the last segment that is wholly before it. */
export interface JournalPlace {
  readonly count: number
  readonly chain: string
  readonly segment: number
}

export type DamageReason =
  /** The first line cannot be read. */
  | 'head'
  /** Lines in the middle cannot be read. */
  | 'line'
  /** Entries that the next segment counts are not there. */
  | 'missing'
  /** Every line is good and yet not the one that was written. */
  | 'chain'
  | 'other-consultation'

export interface Damage {
  readonly segment: string
  readonly reason: DamageReason
  /** Numbers of the entries that cannot be read, first and last; null when none is lost. */
  readonly lost: readonly [number, number] | null
}

export interface NumberedEntry {
  readonly n: number
  readonly entry: Entry
}

/** A journal as far as it can be read. */
export interface JournalContent extends JournalPlace {
  readonly entries: readonly NumberedEntry[]
  readonly damages: readonly Damage[]
  /** Losses of `damages` that a former opening told. */
  readonly told: readonly string[]
  /** The last segment ends in a line that was being written when everything stopped. */
  readonly torn: boolean
  /** Lines at its end that are whole and cannot be read: being written when the power went, or damaged since. */
  readonly unreadable: number
  /** The last segment was sealed: the program closed normally. */
  readonly closed: boolean
  /** Format of the last segment; null when there is none. */
  readonly format: 1 | 2 | null
}

export const segmentName = (number: number): string => `journal-${String(number).padStart(6, '0')}.rapj`
const SEGMENT_NAME = /^journal-(\d{6})\.rapj$/
/** Null for the name of anything but a segment. */
export const segmentNumber = (name: string): number | null => {
  const found = SEGMENT_NAME.exec(name)
  return found === null ? null : Number(found[1])
}

/** Under which a loss is remembered as told. */
export const keyOf = ({ segment, reason, lost }: Damage): string => `${segment} ${reason} ${lost?.join('-') ?? ''}`

/** Where the segments are, and how they are read. */
export interface SegmentSource {
  list(): Promise<readonly string[]>
  read(name: string): Promise<Uint8Array | null>
}

export const segmentsIn = (folder: string, layer: FileLayer): SegmentSource => ({
  list: () => layer.list(folder),
  read: (name) => layer.read(join(folder, name)),
})

export interface Range {
  /** Only what comes after. */
  readonly from?: JournalPlace | null
  /** Only what was there then: a segment may hold more, that was never acknowledged. */
  readonly to?: { readonly count: number; readonly segment?: number } | null
}

/**
 * Reads segments in order. Nothing that can be read is passed over, whatever is damaged around it; a torn end is a writing
 * that was never acknowledged.
 */
export async function readJournal(
  source: SegmentSource,
  consultation: string,
  digest: Digest,
  { from = null, to = null }: Range = {},
): Promise<JournalContent> {
  const reader = new JournalReader(consultation, digest, from)
  for (const name of (await source.list()).toSorted()) {
    const number = segmentNumber(name)
    if (number === null || number <= (from?.segment ?? 0) || number > (to?.segment ?? number)) continue
    const bytes = await source.read(name)
    reader.take(name, readSegment(new TextDecoder().decode(bytes ?? new Uint8Array()), digest))
  }
  const { content } = reader
  return to === null ? content : { ...content, entries: content.entries.filter(({ n }) => n <= to.count) }
}

/** Puts segments together, one after the other. */
class JournalReader {
  readonly #consultation: string
  readonly #digest: Digest
  readonly #damages: Damage[] = []
  readonly #start: { readonly n: number; readonly chain: string }
  #entries: (NumberedEntry & { readonly chain: string | null })[] = []
  /** The last number that is accounted for, read or lost, and the chain there when it is known. */
  #n: number
  #chain: string | null
  #segment: number
  #told: readonly string[] = []
  #torn = false
  #unreadable = 0
  #closed: boolean
  #format: 1 | 2 | null = null

  constructor(consultation: string, digest: Digest, from: JournalPlace | null) {
    this.#consultation = consultation
    this.#digest = digest
    this.#start = { n: from?.count ?? 0, chain: from?.chain ?? firstChain(consultation, digest) }
    this.#n = this.#start.n
    this.#chain = this.#start.chain
    this.#segment = from?.segment ?? 0
    this.#closed = from !== null
  }

  get content(): JournalContent {
    return {
      entries: this.#entries,
      count: this.#n,
      // After a loss the chain begins again from the number alone.
      chain: this.#chain ?? this.#digest(`journal ${this.#consultation} resumed at ${this.#n}`),
      segment: this.#segment,
      damages: this.#damages,
      told: this.#told,
      torn: this.#torn,
      unreadable: this.#unreadable,
      closed: this.#closed,
      format: this.#format,
    }
  }

  take(name: string, { head, lines }: SegmentText): void {
    this.#segment = Math.max(this.#segment, segmentNumber(name) ?? 0)
    const last = lines.at(-1)
    this.#torn = head === null || (last?.type === 'bad' && !last.isWhole)
    this.#unreadable = wholeBadAtEnd(lines)
    this.#closed = last?.type === 'end'
    // A segment whose first line never reached the disk holds nothing that was acknowledged.
    if (head === null && lines.every(({ type }) => type === 'bad')) return
    if (head !== null && head.consultation !== this.#consultation) this.#damaged(name, 'other-consultation', null)
    else {
      this.#takeHead(name, head, lines)
      for (const line of this.#numbered(name, lines, head?.v ?? 2)) this.#takeLine(name, line)
    }
  }

  #damaged(segment: string, reason: DamageReason, lost: Damage['lost']): void {
    this.#damages.push({ segment, reason, lost })
  }

  #takeHead(name: string, head: SegmentHead | null, lines: SegmentText['lines']): void {
    this.#format = head?.v ?? 2
    this.#told = head?.told ?? this.#told
    if (head === null) this.#damaged(name, 'head', null)
    const first = lines.find((line) => line.type === 'entry')
    this.#goBackTo(head?.after ?? (first?.n ?? this.#n + 1) - 1)
    const after = head?.after ?? this.#n
    if (after > this.#n) this.#damaged(name, 'missing', [this.#n + 1, after])
    else if (head !== null && (after < this.#n || (this.#chain !== null && head.chain !== this.#chain))) {
      this.#damaged(name, 'chain', null)
    }
    this.#n = Math.max(after, this.#n)
    this.#chain = head?.chain ?? this.#chain
  }

  /** What a former segment holds beyond was never acknowledged. */
  #goBackTo(after: number): void {
    if (after >= this.#n || after < this.#start.n) return
    this.#entries = this.#entries.filter(({ n }) => n <= after)
    const last = this.#entries.at(-1)
    this.#n = after
    this.#chain = last?.n === after ? last.chain : after === this.#start.n ? this.#start.chain : null
  }

  /** In format 1 only its place numbers a line, unreadable ones included; in format 2 its number tells what is not there. */
  *#numbered(name: string, lines: SegmentText['lines'], format: 1 | 2): Generator<Numbered> {
    let unread = 0
    for (const line of lines) {
      if (line.type === 'bad') unread += 1
      else {
        const n = line.type === 'end' ? line.end.end : (line.n ?? this.#n + 1 + (format === 1 ? unread : 0))
        const next = this.#n + (line.type === 'end' ? 0 : 1)
        if (n > next) this.#damaged(name, 'line', [this.#n + 1, n - (line.type === 'end' ? 0 : 1)])
        else if (unread > 0 || n < next) this.#damaged(name, 'line', null)
        unread = 0
        yield { line, n, isNext: n === next }
      }
    }
  }

  #takeLine(name: string, { line, n, isNext }: Numbered): void {
    if (line.type === 'end') {
      if (isNext && this.#chain !== null && line.end.chain !== this.#chain) this.#damaged(name, 'chain', null)
      this.#chain = n >= this.#n ? line.end.chain : this.#chain
      this.#n = Math.max(n, this.#n)
    } else if (n > this.#n) {
      this.#chain =
        isNext && this.#chain !== null ? nextChain(this.#chain, line.entry, this.#digest, this.#format ?? 2) : null
      this.#n = n
      this.#entries.push({ n, entry: line.entry, chain: this.#chain })
    }
  }
}

function wholeBadAtEnd(lines: SegmentText['lines']): number {
  const last = lines.findLastIndex(({ type }) => type !== 'bad')
  return lines.slice(last + 1).filter((line) => line.type === 'bad' && line.isWhole).length
}

interface Numbered {
  readonly line: Exclude<SegmentLine, { readonly type: 'bad' }>
  readonly n: number
  readonly isNext: boolean
}
