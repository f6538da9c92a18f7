/** The largest p that Benjamini and Hochberg's procedure keeps at rate `q`; every p up to it is kept. −1 keeps none. */
export function benjaminiHochberg(ps: readonly number[], q: number): number {
  const sorted = ps.toSorted((a, b) => a - b)
  return sorted.findLast((p, rank) => p <= (q * (rank + 1)) / sorted.length) ?? -1
}
