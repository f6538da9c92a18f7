/** The different runs of three letters of a folded text, in order: what likeness is measured on. */
export function trigramsOf(folded: string): Float64Array {
  const text = ` ${folded} `
  const runs = new Float64Array(Math.max(0, text.length - 2))
  for (let at = 0; at < runs.length; at += 1)
    runs[at] = (text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)) * 0x10000 + text.charCodeAt(at + 2)
  runs.sort()
  let kept = 0
  for (const run of runs) if (kept === 0 || runs[kept - 1] !== run) runs[kept++] = run
  return runs.subarray(0, kept)
}

/** The part of all their runs of three letters that two texts share, from 0 to 1 (Jaccard). */
export function likeness(one: Float64Array, other: Float64Array): number {
  let [first, second, shared] = [0, 0, 0]
  while (first < one.length && second < other.length) {
    const [a, b] = [one[first] ?? 0, other[second] ?? 0]
    if (a === b) shared += 1
    if (a <= b) first += 1
    if (b <= a) second += 1
  }
  const all = one.length + other.length - shared
  return all === 0 ? 0 : shared / all
}
