import type { Comparison } from './axis-record.ts'
import type { Contributor } from './contributor.ts'

type By = 'person' | 'organisation'

/** What one person, or one organisation, brings to both sides of a comparison: voices, and those that support a theme. */
export interface Removal {
  readonly n: number
  readonly restN: number
  readonly x: number
  readonly restX: number
}

/** How many voices everyone has on both sides, and how many are in each such case. */
interface Weights {
  readonly of: ReadonlyMap<string, Case>
  readonly cases: readonly Case[]
}
interface Case {
  readonly n: number
  readonly restN: number
  size: number
}

/** The same for every theme of an axis: only a memory. */
const known = new WeakMap<Comparison, Partial<Record<By, Weights>>>()

function weightsOf(comparison: Comparison, by: By): Weights {
  const memory = known.get(comparison) ?? {}
  known.set(comparison, memory)
  return (memory[by] ??= weigh(comparison, by))
}

function weigh({ here, rest }: Comparison, by: By): Weights {
  const voices = new Map<string, { n: number; restN: number }>()
  const voicesOf = (token: string) => {
    const known = voices.get(token)
    if (known !== undefined) return known
    const none = { n: 0, restN: 0 }
    voices.set(token, none)
    return none
  }
  for (const contributor of here.contributors) voicesOf(contributor[by]).n += 1
  for (const contributor of rest.contributors) voicesOf(contributor[by]).restN += 1
  const of = new Map<string, Case>()
  const cases = new Map<number, Case>()
  for (const [token, { n, restN }] of voices) {
    const key = n * (rest.contributors.size + 1) + restN
    const one = cases.get(key) ?? { n, restN, size: 0 }
    if (one.size === 0) cases.set(key, one)
    one.size += 1
    of.set(token, one)
  }
  return { of, cases: [...cases.values()] }
}

/**
 * What taking each person, or each organisation, away from both sides takes away; those who do not support the theme and
 * have as many voices are told once.
 */
export function removalsOf(
  comparison: Comparison,
  by: By,
  supporters: readonly Contributor[],
  elsewhere: readonly Contributor[],
): readonly Removal[] {
  const { of, cases } = weightsOf(comparison, by)
  const supporting = new Map<string, { x: number; restX: number }>()
  const tallyOf = (token: string) => {
    const one = supporting.get(token) ?? { x: 0, restX: 0 }
    supporting.set(token, one)
    return one
  }
  for (const contributor of supporters) tallyOf(contributor[by]).x += 1
  for (const contributor of elsewhere) tallyOf(contributor[by]).restX += 1
  const left = new Map(cases.map((one) => [one, one.size]))
  const removals: Removal[] = []
  for (const [token, { x, restX }] of supporting) {
    const one = of.get(token)
    if (one === undefined) continue
    left.set(one, (left.get(one) ?? 0) - 1)
    removals.push({ n: one.n, restN: one.restN, x, restX })
  }
  for (const [{ n, restN }, size] of left) if (size > 0) removals.push({ n, restN, x: 0, restX: 0 })
  return removals
}
