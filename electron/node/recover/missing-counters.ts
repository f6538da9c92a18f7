import { oneByOne, type Entry } from '../store/entry.ts'
import { rangesOf } from './gather-journal.ts'

export interface MissingCounters {
  readonly stream: string
  /** Written here: then every number that is not there is a loss. Others keep numbers to themselves. */
  readonly own: boolean
  readonly found: number
  readonly numbers: readonly (readonly [first: number, last: number])[]
}

/** Per stream, the numbers below the last one found that are not there. */
export function missingCounters(entries: readonly Entry[]): readonly MissingCounters[] {
  const streams = new Map<string, { own: boolean; readonly numbers: Set<number> }>()
  for (const entry of oneByOne(entries)) {
    for (const { stamp } of 'operations' in entry ? entry.operations : []) {
      if (stamp === undefined || stamp.n === 0) continue
      const known = streams.get(stamp.d) ?? { own: false, numbers: new Set<number>() }
      streams.set(stamp.d, known)
      known.own ||= entry.type === 'batch'
      known.numbers.add(stamp.n)
    }
  }
  return [...streams].map(([stream, { own, numbers }]) => {
    let last = 0
    for (const number of numbers) last = Math.max(last, number)
    const absent = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !numbers.has(number))
    return { stream, own, found: numbers.size, numbers: rangesOf(absent) }
  })
}
