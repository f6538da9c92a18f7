import type { Operation } from '../operation/operation.ts'

/** Whole numbers as ranges, first and last included, in order and with a gap between any two. */
export type Ranges = readonly (readonly [first: number, last: number])[]

/** Per stream, the counters of the operations that are held. */
export type Received = ReadonlyMap<string, Ranges>

/** What is known of one stream once a complete file is there. In a projection nobody counts. */
export interface StreamReport {
  readonly stream: string
  readonly received: Ranges
  /** Numbers below the last that never came: withheld by their author's rules, or in a file that is still to come. */
  readonly missing: Ranges
  readonly missingCount: number
  /** Counters that two operations bear: a computer was cloned or a store copied, or one is forged. Both are kept. */
  readonly twice: readonly number[]
}

/** Ranges, numbers and streams told of one file: a file made to harm could hold a gap before each of its operations. */
export const TOLD = { ranges: 20, numbers: 20, streams: 50 } as const

/** Characters of a stream's name that people compare. */
export const STREAM_SHOWN = 8

/** Ranges as people read them: « 1–140 », « 143 ». */
export const rangeWords = (ranges: Ranges): readonly string[] =>
  ranges.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`))

/** Counters of the operations that tell one. Nobody counted what a template or a table gave: its number is 0. */
export function receivedIn(operations: Iterable<Operation>): Received {
  const numbers = new Map<string, number[]>()
  for (const { stamp } of operations) {
    if (stamp === undefined || stamp.n === 0) continue
    const known = numbers.get(stamp.d)
    if (known === undefined) numbers.set(stamp.d, [stamp.n])
    else known.push(stamp.n)
  }
  return new Map([...numbers].map(([stream, all]) => [stream, rangesOf(all)]))
}

export function withReceived(one: Received, other: Received): Received {
  const both = new Map(one)
  for (const [stream, ranges] of other) both.set(stream, joined([...(both.get(stream) ?? []), ...ranges]))
  return both
}

const rangesOf = (numbers: readonly number[]): Ranges => joined(numbers.map((number) => [number, number] as const))

function joined(ranges: Ranges): Ranges {
  const all: [number, number][] = []
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    const former = all.at(-1)
    if (former !== undefined && first <= former[1] + 1) former[1] = Math.max(former[1], last)
    else all.push([first, last])
  }
  return all
}

/** Numbers from 1 that lie in no range and below the last one. */
function gapsIn(ranges: Ranges): Ranges {
  const before = [0, ...ranges.map(([, last]) => last)]
  return ranges.flatMap(([first], at): Ranges => {
    const gap = [(before[at] ?? 0) + 1, first - 1] as const
    return gap[0] <= gap[1] ? [gap] : []
  })
}

function holds(ranges: Ranges, number: number): boolean {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return number >= (ranges[low]?.[0] ?? Infinity)
}

/**
 * Per file, of each stream that writes in it: what has come of it, before (`held`) and with all the files, what has not,
 * and which counters came twice. `isKnown` tells of an operation whether it was here before. Streams with something to
 * tell come first.
 */
export function streamsIn(
  files: readonly (readonly Operation[])[],
  held: Received,
  isKnown: (id: string) => boolean,
): readonly (readonly StreamReport[])[] {
  const all = files.flat()
  const twice = countersTwice(all, held, isKnown)
  const reports = new Map<string, StreamReport>()
  for (const [stream, ranges] of receivedIn(all)) {
    const received = joined([...(held.get(stream) ?? []), ...ranges])
    const missing = gapsIn(received)
    const missingCount = missing.reduce((sum, [first, last]) => sum + last - first + 1, 0)
    reports.set(stream, { stream, received, missing, missingCount, twice: twice.get(stream) ?? [] })
  }
  return files.map((file) => told([...receivedIn(file).keys()].flatMap((stream) => reports.get(stream) ?? [])))
}

/** Whether there is something to tell of a stream. */
export const isIncomplete = ({ missingCount, twice }: StreamReport): boolean => missingCount > 0 || twice.length > 0

const told = (reports: readonly StreamReport[]): readonly StreamReport[] =>
  reports
    .toSorted((a, b) => Number(isIncomplete(b)) - Number(isIncomplete(a)) || (a.stream < b.stream ? -1 : 1))
    .slice(0, TOLD.streams)
    .map(shortened)

/** A number is there twice when it is of two operations of the file, or of one of them and of one that was here. */
function countersTwice(
  operations: readonly Operation[],
  held: Received,
  isKnown: (id: string) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const bearers = new Map<string, string>()
  const twice = new Map<string, Set<number>>()
  for (const { id, stamp } of operations) {
    if (stamp === undefined || stamp.n === 0) continue
    const key = `${stamp.n} ${stamp.d}`
    const other = bearers.get(key)
    bearers.set(key, id)
    const isOthers = other === undefined ? !isKnown(id) && holds(held.get(stamp.d) ?? [], stamp.n) : other !== id
    if (isOthers) twice.set(stamp.d, (twice.get(stamp.d) ?? new Set<number>()).add(stamp.n))
  }
  return new Map([...twice].map(([stream, numbers]) => [stream, [...numbers].toSorted((a, b) => a - b)]))
}

/** The last ranges are those that can still be asked for. */
const shortened = (report: StreamReport): StreamReport => ({
  ...report,
  received: report.received.slice(-TOLD.ranges),
  missing: report.missing.slice(-TOLD.ranges),
  twice: report.twice.slice(0, TOLD.numbers),
})
