/** Two-sided 90 %. */
const Z = 1.6448536269514722

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Wilson's 90 % interval of `x` among `n` (n ≥ 1), kept between 0 and 1. */
export function wilson(x: number, n: number): Interval {
  const share = x / n
  const scale = 1 + (Z * Z) / n
  const centre = share + (Z * Z) / (2 * n)
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  // At the ends the formula gives 0 and 1 up to rounding: a bound must not leave the scale.
  return {
    low: x === 0 ? 0 : (centre - reach) / scale,
    high: x === n ? 1 : (centre + reach) / scale,
  }
}
