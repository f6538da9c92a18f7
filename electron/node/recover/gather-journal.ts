import { join } from 'node:path'
import type { Recovered } from '#shared/contract/verify-calls.ts'
import type { Digest } from '#shared/kit/ports.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { operationIds, type Entry } from '../store/entry.ts'
import { segmentNumber } from '../store/read-journal.ts'
import { readSegment, type SegmentText } from '../store/segment.ts'
import type { StorePlace } from '../store/store-place.ts'
import { textOf } from './byte-lines.ts'
import { findOperations } from './find-operations.ts'
import { gapsIn } from './gaps-in.ts'
import { mendLines } from './mend-lines.ts'

/** What could be read, from wherever it was. */
export interface Gathered extends Pick<Recovered, 'badLines' | 'lostEntries' | 'sources'> {
  readonly entries: readonly Entry[]
  /** Operations that proved themselves and that no entry holds. */
  readonly loose: readonly Operation[]
}

/** Every entry of a journal that can still be read: from its segments, from their copies, whichever line is good where. */
export async function gatherJournal(
  { folder, copies, consultation }: StorePlace,
  layer: FileLayer,
  digest: Digest,
): Promise<Gathered> {
  const journal = new JournalGatherer(consultation, digest)
  const names = new Set([...(await layer.list(folder)), ...(await layer.list(copies))])
  for (const name of [...names].filter((one) => segmentNumber(one) !== null).toSorted()) {
    const places = [
      [name, join(folder, name)],
      [`copies/${name}`, join(copies, name)],
    ] as const
    const read: { readonly file: string; readonly bytes: Uint8Array }[] = []
    for (const [file, path] of places) {
      const bytes = await layer.read(path).catch(() => null)
      if (bytes !== null) read.push({ file, bytes })
    }
    if (read.length === 0) journal.missUnread()
    else journal.take(read)
  }
  return journal.gathered
}

class JournalGatherer {
  readonly #consultation: string
  readonly #digest: Digest
  readonly #entries = new Map<number, Entry>()
  readonly #loose = new Map<string, Operation>()
  readonly #sources: { readonly file: string; readonly operations: number }[] = []
  /** Entries there must have been. */
  #last = 0
  #bad = 0

  constructor(consultation: string, digest: Digest) {
    this.#consultation = consultation
    this.#digest = digest
  }

  get gathered(): Gathered {
    const entries = [...this.#entries].toSorted(([a], [b]) => a - b).map(([, entry]) => entry)
    const held = new Set(entries.flatMap(operationIds))
    return {
      entries,
      loose: [...this.#loose.values()].filter(({ id }) => !held.has(id)),
      badLines: this.#bad,
      lostEntries: gapsIn(this.#entries.keys(), this.#last),
      sources: this.#sources,
    }
  }

  /** A segment that no place gives: how many lines it had nobody knows, and at least one is lost. */
  missUnread(): void {
    this.#bad += 1
  }

  /** One segment, from each place where it lies. */
  take(read: readonly { readonly file: string; readonly bytes: Uint8Array }[]): void {
    const texts = read.map(({ file, bytes }) => ({ file, ...mendLines(bytes, this.#digest) }))
    const segments = texts.map(({ file, text }) => ({ file, segment: readSegment(text, this.#digest) }))
    const ours = segments.filter(
      ({ segment: { head } }) => (head?.consultation ?? this.#consultation) === this.#consultation,
    )
    const after = Math.min(...ours.flatMap(({ segment }) => beginningOf(segment)))
    if (Number.isFinite(after)) this.#goBackTo(after)
    for (const { file, segment } of ours) {
      const before = this.#entries.size
      const found = this.#takeLines(segment, Number.isFinite(after) ? after : this.#last)
      if (found > 0 || this.#entries.size > before) this.#sources.push({ file, operations: found })
    }
    // The best copy says how much is bad; what the other one lacks matters no more.
    const best = texts.toSorted((a, b) => a.bad.length - b.bad.length)[0]
    this.#bad += best?.bad.length ?? 0
    for (const { bad } of texts) this.#findIn(bad)
  }

  /** What a former segment holds beyond was never acknowledged. */
  #goBackTo(after: number): void {
    for (const n of this.#entries.keys()) if (n > after) this.#entries.delete(n)
    this.#last = after
  }

  #takeLines({ lines }: SegmentText, after: number): number {
    let operations = 0
    // Lines of the first format have no number: their place gives it, the first line of the file being the head.
    for (const line of lines) {
      if (line.type === 'end') this.#last = Math.max(this.#last, line.end.end)
      if (line.type !== 'entry') continue
      const n = line.n ?? after + line.line - 1
      if (!this.#entries.has(n)) operations += operationIds(line.entry).length
      this.#entries.set(n, this.#entries.get(n) ?? line.entry)
      this.#last = Math.max(this.#last, n)
    }
    return operations
  }

  #findIn(bad: readonly Uint8Array[]): void {
    for (const line of bad) {
      for (const operation of findOperations(textOf(line), this.#consultation, this.#digest)) {
        this.#loose.set(operation.id, { ...this.#loose.get(operation.id), ...operation })
      }
    }
  }
}

/** Entries before a segment, by its head or by its first line. */
function beginningOf({ head, lines }: SegmentText): readonly number[] {
  if (head !== null) return [head.after]
  const first = lines.find((line) => line.type === 'entry')
  return typeof first?.n === 'number' ? [first.n - 1] : []
}
