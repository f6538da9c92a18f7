import type { Findings } from './findings.ts'
import type { Placed } from './placed.ts'

/**
 * The counters of each stream that writes here: a number that is not there is a writing that is not there. Streams of
 * others are not judged, since what they keep to themselves has numbers too. Two writings under one number come from a
 * store that was copied and went on twice.
 */
export function checkStreams(
  placed: readonly Placed[],
  { own, current }: { readonly own: ReadonlySet<string>; readonly current: string | null },
  findings: Findings,
): void {
  for (const [stream, counters] of countersOf(placed)) {
    findings.examined('streams')
    const numbers = [...counters.keys()].toSorted((a, b) => a - b)
    for (const places of counters.values()) {
      const [, again] = places
      if (again !== undefined) findings.fault('streams', 'counter-twice', again.file, again.line)
    }
    if (!own.has(stream)) continue
    for (const [index, number] of numbers.entries()) {
      const former = numbers[index - 1] ?? 0
      const after = counters.get(number)?.[0]
      if (number === former + 1 || after === undefined) continue
      const fault = stream === current ? 'counter-missing' : 'counter-missing-elsewhere'
      findings.fault('streams', fault, after.file, after.line, number - former - 1)
    }
  }
}

/** Per stream, what was written under each number. Nobody counted what a template or a table gave: its number is 0. */
export function countersOf(placed: readonly Placed[]): ReadonlyMap<string, ReadonlyMap<number, readonly Placed[]>> {
  const streams = new Map<string, Map<number, Placed[]>>()
  for (const one of placed) {
    const { stamp } = one.operation
    if (stamp === undefined || stamp.n === 0) continue
    const counters = streams.get(stamp.d) ?? new Map<number, Placed[]>()
    streams.set(stamp.d, counters)
    counters.set(stamp.n, [...(counters.get(stamp.n) ?? []), one])
  }
  return streams
}
