import type { Recovered } from '#shared/contract/verify-calls.ts'
import { oneByOne, type Entry } from '../store/entry.ts'
import { gapsIn } from './gaps-in.ts'

/** Per stream, the numbers below the last one found that are not there. */
export function missingCounters(entries: readonly Entry[]): Recovered['missing'] {
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
    return { stream, own, found: numbers.size, numbers: gapsIn(numbers, last) }
  })
}
