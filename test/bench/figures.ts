/** One figure of a benchmark: ours beside a peer, and beside what the machine cannot beat, measured in the same run. */
export interface Figure {
  readonly bench: string
  readonly case: string
  readonly n: number
  readonly ours: number
  readonly peer: number | null
  readonly limit: number | null
  readonly unit: 'ms'
  readonly ratioToLimit: number | null
  readonly ratioToPeer: number | null
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** The middle of several runs: one run tells about the machine, not about the program. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The value below which that share of several runs lies. */
export const quantile = (values: readonly number[], share: number): number =>
  rounded(values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN)

/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Milliseconds of processor of one run, all threads together: what it costs, whoever else is at work on the machine. */
export async function worked(work: () => unknown): Promise<number> {
  const started = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

/** Median milliseconds of several runs, one after the other, after one that does not count. */
export async function medianTime(runs: number, work: () => unknown): Promise<number> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await timed(work))
  return median(times)
}

/** Prints a figure, and what else is known of it: a line of JSON for machines, of words for people. */
export function tell(
  bench: string,
  name: string,
  n: number,
  ours: number,
  peer: number | null,
  limit: number | null,
  more: Readonly<Record<string, string | number>> = {},
): void {
  const figure: Figure = {
    bench,
    case: name,
    n,
    ours: rounded(ours),
    peer: peer === null ? null : rounded(peer),
    limit: limit === null ? null : rounded(limit),
    unit: 'ms',
    ratioToLimit: limit === null ? null : rounded(ours / limit),
    ratioToPeer: peer === null ? null : rounded(ours / peer),
    ...more,
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(figure))
  else {
    const beside = [
      figure.limit === null ? '' : `limit ${figure.limit} ms (× ${figure.ratioToLimit})`,
      figure.peer === null ? '' : `peer ${figure.peer} ms (× ${figure.ratioToPeer})`,
      ...Object.entries(more).map(([what, value]) => `${what} ${value}`),
    ].filter((words) => words !== '')
    console.log(`${bench} · ${name}, n = ${n}: ${figure.ours} ms; ${beside.join('; ')}`)
  }
}
