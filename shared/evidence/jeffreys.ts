/** Jeffreys mean of `x` among `n`: a share that a small number draws towards one half. */
export const jeffreysMean = (x: number, n: number): number => (x + 0.5) / (n + 1)

/** Geometric mean of positive shares: comparable when their number changes; 0 of none. */
export const geometricMean = (shares: readonly number[]): number =>
  shares.length === 0 ? 0 : Math.exp(shares.reduce((sum, share) => sum + Math.log(share), 0) / shares.length)
