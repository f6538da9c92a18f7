/** Numbers from 0 to 1 (excluded), always the same from one seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same values in another order (Fisher–Yates). */
export function shuffled<Value>(values: readonly Value[], random: () => number): readonly Value[] {
  const result = [...values]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const picked = Math.floor(random() * (last + 1))
    const [a, b] = [result[last] as Value, result[picked] as Value]
    result[last] = b
    result[picked] = a
  }
  return result
}
