import type { Since, Version } from '#shared/contract/version-calls.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { labelOf } from '#shared/model/label.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { recordsToRead } from '#shared/operation/level-heads.ts'
import { readRecord } from '#shared/operation/read-record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type Entry, type EntryOf, type SimpleEntry } from '../store/entry.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import { extendState, stateOf, type StoreState } from '../store/store-state.ts'
import { isWriting } from '../workspace/points.ts'
import { countChanges, countNotes } from './count-changes.ts'
import type { JournalOrder } from './plan-back.ts'

export interface VersionsOrder extends JournalOrder {
  readonly lang: string
  /** The stream that writes here now. */
  readonly stream: string
}

/** Every state to come back to and what followed it, the last first. Work for a worker. */
export async function listVersions(
  order: VersionsOrder,
  layer: FileLayer,
  digest: Digest,
  onShare: (share: number) => void,
): Promise<readonly Version[]> {
  const { folder, consultation, upTo } = order
  const { entries } = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  onShare(0.3)
  const spans = spansOf(entries)
  const reader = new SpanReader(order)
  const versions: Version[] = []
  for (const [index, { point, written }] of spans.entries()) {
    const notes = reader.notes
    const since = reader.take(written)
    if (point !== null) versions.push(versionOf(point, notes, written, since))
    onShare(0.3 + (0.7 * (index + 1)) / spans.length)
  }
  return versions.toReversed()
}

interface Point extends EntryOf<'point'> {
  readonly position: number
}

/** A point and what was written until the next one; before the first point, none. */
interface Span {
  readonly point: Point | null
  readonly written: readonly Entry[]
}

/** Points without a writing between are one: a name stays, else what comes next says why. */
function spansOf(entries: readonly { readonly n: number; readonly entry: Entry }[]): readonly Span[] {
  const spans: { point: Point | null; written: Entry[] }[] = [{ point: null, written: [] }]
  for (const { n, entry } of entries) {
    const [first] = oneByOne([entry])
    if (first?.type === 'point') {
      const point = { ...first, position: n }
      const last = spans.at(-1)
      if (last === undefined || last.point === null || last.written.length > 0) spans.push({ point, written: [] })
      else if (last.point.reason !== 'named' || first.reason === 'named') last.point = point
    }
    if (isWriting(entry)) spans.at(-1)?.written.push(entry)
  }
  return spans
}

function versionOf({ position, at, reason, label }: Point, notes: number, written: readonly Entry[], since: Since) {
  const first = written[0] === undefined ? [] : oneByOne([written[0]])
  return { position, at, reason, label, notes, size: sizeOf(first), since } satisfies Version
}

/** Files of an import, records of a batch. */
function sizeOf(entries: readonly SimpleEntry[]): number {
  const files = entries.flatMap((entry) => (entry.type === 'import' ? entry.files : []))
  if (files.length > 0) return files.length
  return new Set(entries.flatMap((entry) => (entry.type === 'batch' ? entry.operations.map(({ head }) => head.r) : [])))
    .size
}

/** Follows what the records say, span after span. */
class SpanReader {
  readonly #order: VersionsOrder
  #before: Entry[] = []
  #state: StoreState = stateOf([])
  readonly #shown = new Map<string, AnyRecord>()

  constructor(order: VersionsOrder) {
    this.#order = order
  }

  get notes(): number {
    return countNotes(this.#shown.values())
  }

  take(written: readonly Entry[]): Since {
    const simple = oneByOne(written)
    const former = this.#state
    this.#before.push(...written)
    const extended = extendState(former, written)
    this.#state = extended ?? stateOf(this.#before)
    const isWhole = extended === null || simple.some((entry) => entry.type === 'import' && entry.drops.length > 0)
    const changes = this.#changes(isWhole ? this.#everything() : recordsToRead(this.#state.fold, touchedBy(simple)))
    const notes = changes.flatMap(([before, after]) => [before, after]).filter((record) => record?.kind === 'note')
    return {
      kinds: countChanges(changes),
      regions: this.#labels(notes.map((note) => this.#shown.get(String(note?.f['session']))?.f['region'])),
      axes: this.#labels(notes.map((note) => note?.f['axis'])),
      files: [...new Set(simple.flatMap((entry) => this.#filesOf(entry)))],
      elsewhere: simple.some((entry) => entry.type === 'batch' && this.#isElsewhere(entry)),
    }
  }

  #everything(): Iterable<string> {
    return new Set([...this.#shown.keys(), ...this.#state.fold.records.keys()])
  }

  #changes(ids: Iterable<string>): (readonly [AnyRecord | null, AnyRecord | null])[] {
    const changes: (readonly [AnyRecord | null, AnyRecord | null])[] = []
    for (const id of ids) {
      const before = this.#shown.get(id) ?? null
      const after = readRecord(this.#state.fold, id)
      if (JSON.stringify(before) === JSON.stringify(after)) continue
      changes.push([before, after])
      if (after === null) this.#shown.delete(id)
      else this.#shown.set(id, after)
    }
    return changes
  }

  #labels(ids: readonly unknown[]): readonly string[] {
    const labels = new Set(ids.map((id) => labelOf(this.#shown.get(String(id)), this.#order.lang)))
    return [...labels].filter((label) => label !== '').toSorted((a, b) => a.localeCompare(b, this.#order.lang))
  }

  #filesOf(entry: SimpleEntry): readonly string[] {
    if (entry.type === 'import') return entry.files.map(({ name }) => name)
    if (entry.type !== 'withdraw' && entry.type !== 'restore') return []
    return this.#state.imports.filter(({ id }) => id === entry.import).flatMap(({ files }) => files.map((f) => f.name))
  }

  #isElsewhere({ operations }: EntryOf<'batch'>): boolean {
    return operations.some(({ stamp, head }) => head.g === undefined && stamp?.d !== this.#order.stream)
  }
}

const touchedBy = (entries: readonly SimpleEntry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => ('operations' in entry ? entry.operations.map(({ head }) => head.r) : [])))
