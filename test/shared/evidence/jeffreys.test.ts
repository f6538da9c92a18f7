import { describe, expect, it } from 'vitest'
import { geometricMean, jeffreysMean } from '#shared/evidence/jeffreys.ts'

const COUNTS = [
  [5, 8],
  [4, 10],
  [3, 6],
  [6, 12],
  [2, 7],
  [5, 9],
] as const

describe('the weight of a theme over regions', () => {
  const means = COUNTS.map(([x, n]) => jeffreysMean(x, n))

  it('draws small counts towards one half', () => {
    expect(means.map((mean) => mean.toFixed(4))).toEqual(['0.6111', '0.4091', '0.5000', '0.5000', '0.3125', '0.5500'])
    expect(jeffreysMean(2, 2).toFixed(4)).toBe('0.8333')
  })

  it('is the geometric mean of them', () => {
    expect(means.reduce((product, mean) => product * mean, 1).toFixed(6)).toBe('0.010742')
    expect(geometricMean(means).toFixed(4)).toBe('0.4697')
    expect(geometricMean([])).toBe(0)
  })
})
