import { axisRecord } from './axis-record.ts'
import { type Contributor, type Prepared, oncePerRegion, prepare } from './contributor.ts'
import type { Evidence, EvidenceInput } from './evidence.ts'
import { gradesOf } from './read-evidence.ts'
import { seeded, shuffled } from './seeded.ts'
import { THRESHOLDS, type Thresholds } from './thresholds.ts'

/** How many regions stand out, each theme counted for itself. */
export interface Tally {
  readonly signals: number
  readonly supported: number
}

/** Mean over the rounds, and what 5 % and 95 % of them do not exceed. */
export interface Spread {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** What chance alone finds where no region differs from another. */
export interface ChanceFindings {
  readonly rounds: number
  readonly signals: Spread
  readonly supported: Spread
}

export const PERMUTATION_ROUNDS = 999
/** Fixed, so that the same record always prints the same figures. */
const SEED = 20_260_101

/** Signals and supported specificities of a reading, accents of a trend and shared ones included. */
export const tally = ({ readings }: Evidence): Tally =>
  counted(readings.flatMap(({ gaps }) => gaps.map(({ grade }) => grade)))

function counted(grades: readonly string[]): Tally {
  const count = (grade: string) => grades.filter((other) => other === grade).length
  return { signals: count('signal'), supported: count('supported') }
}

/**
 * Reads the record again with its organisations moved at random between conclusive regions. Yields the number of rounds
 * done after each, so that a caller can report progress or stop; returns what chance found.
 */
export function* permutationRounds(
  input: EvidenceInput,
  thresholds: Thresholds = THRESHOLDS,
  rounds = PERMUTATION_ROUNDS,
): Generator<number, ChanceFindings, undefined> {
  const prepared = prepare(input, thresholds)
  const movable = movableOf(prepared, thresholds)
  const random = seeded(SEED)
  const tallies: Tally[] = []
  while (tallies.length < rounds) {
    tallies.push(counted(gradesOf(moved(prepared, movable, random), thresholds)))
    yield tallies.length
  }
  return {
    rounds,
    signals: spread(tallies.map(({ signals }) => signals)),
    supported: spread(tallies.map(({ supported }) => supported)),
  }
}

interface Movable {
  readonly regions: ReadonlySet<string>
  /** Each organisation and the region where it has most voices, by organisation. */
  readonly homes: readonly (readonly [organisation: string, region: string])[]
}

function movableOf(prepared: Prepared, thresholds: Thresholds): Movable {
  const sections = prepared.axes.flatMap((axis) => axisRecord(axis, prepared, thresholds).sections)
  const regions = new Set(sections.filter(({ conclusive }) => conclusive).map(({ region }) => region))
  const voices = new Map<string, Map<string, number>>()
  for (const { organisation, region } of prepared.contributors) {
    if (region === null || !regions.has(region)) continue
    const byRegion = voices.get(organisation) ?? new Map<string, number>()
    voices.set(organisation, byRegion.set(region, (byRegion.get(region) ?? 0) + 1))
  }
  const homes = [...voices].map(([organisation, byRegion]) => [organisation, homeOf(byRegion)] as const)
  // Sorted, so that the order in which bundles arrived changes no figure.
  return { regions, homes: homes.toSorted(([a], [b]) => (a < b ? -1 : 1)) }
}

const homeOf = (byRegion: ReadonlyMap<string, number>): string =>
  [...byRegion].reduce((best, other) =>
    other[1] > best[1] || (other[1] === best[1] && other[0] < best[0]) ? other : best,
  )[0]

function moved(prepared: Prepared, { regions, homes }: Movable, random: () => number): Prepared {
  const destinations = shuffled(
    homes.map(([, region]) => region),
    random,
  )
  const moves = new Map(
    homes.map(([organisation, from], i) => [organisation, [from, destinations[i] ?? from] as const]),
  )
  const place = (contributor: Contributor): Contributor => {
    const { organisation, region } = contributor
    const move = moves.get(organisation)
    if (move === undefined || region === null || !regions.has(region)) return contributor
    // An organisation of two regions changes places as a whole: its two homes never fall into one.
    const to = region === move[0] ? move[1] : region === move[1] ? move[0] : region
    return { ...contributor, region: to, ownSession: true }
  }
  return {
    ...prepared,
    // A moved organisation keeps its sitting: what was heard globally counts where it goes.
    regions: prepared.regions.map((region) => (regions.has(region.id) ? { ...region, state: 'held' } : region)),
    contributors: oncePerRegion(prepared.contributors.map(place)),
  }
}

function spread(counts: readonly number[]): Spread {
  const sorted = counts.toSorted((a, b) => a - b)
  const rank = (percent: number) => sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? 0
  return { mean: sorted.reduce((sum, count) => sum + count, 0) / sorted.length, low: rank(5), high: rank(95) }
}
