import * as fc from 'fast-check'
import { it } from 'vitest'

/** How many cases of each law: few at each run of the tests, many before a release. */
const RUNS = Number(process.env['RAPPORTEUR_LAW_RUNS'] ?? 15)
const SEED = Number(process.env['RAPPORTEUR_LAW_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`laws: RAPPORTEUR_LAW_SEED=${SEED} RAPPORTEUR_LAW_RUNS=${RUNS}`)

/** What holds for every case; `share` lets a costly law take fewer of them. */
export function law<Case>(name: string, cases: fc.Arbitrary<Case>, holds: (example: Case) => void, share = 1): void {
  const numRuns = Math.max(5, Math.ceil(RUNS * share))
  it(name, { timeout: 20_000 + numRuns * 2_000 }, () => {
    fc.assert(
      fc.property(cases, (example) => holds(example)),
      { numRuns, seed: SEED },
    )
  })
}

/** As `law`, for what takes its time. */
export function lawOf<Case>(
  name: string,
  cases: fc.Arbitrary<Case>,
  holds: (example: Case) => Promise<void>,
  share = 1,
): void {
  const numRuns = Math.max(5, Math.ceil(RUNS * share))
  const property = fc.asyncProperty(cases, holds)
  it(name, { timeout: 20_000 + numRuns * 2_000 }, () => fc.assert(property, { numRuns, seed: SEED }))
}

/** The order in which a case shuffles: the same for the same case. */
export const shuffled = <Item>(items: readonly Item[], order: number): readonly Item[] => {
  const next = fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { numRuns: 1, seed: order })
  return next[0] ?? []
}
