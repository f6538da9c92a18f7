/** Random choices that are the same for the same seed. */
export interface Chance {
  /** 0 to n - 1. */
  below(n: number): number
  /** True so often in a hundred. */
  in100(share: number): boolean
  one<Item>(items: readonly Item[]): Item
  /** The same items in some order. */
  shuffled<Item>(items: readonly Item[]): readonly Item[]
}

/** Mulberry32: quick, and good enough to choose cases. */
export function chance(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    in100: (share) => next() * 100 < share,
    one: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to choose from')
      return item
    },
    shuffled: (items) =>
      items
        .map((item) => [next(), item] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, item]) => item),
  }
}
