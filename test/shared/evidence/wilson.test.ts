import { describe, expect, it } from 'vitest'
import { wilson } from '#shared/evidence/wilson.ts'

describe('the interval around a small count', () => {
  it.each([
    [3, 8, '0.1612', '0.6520'],
    [0, 8, '0.0000', '0.2527'],
    [8, 8, '0.7473', '1.0000'],
    [6, 9, '0.3983', '0.8580'],
    [1, 2, '0.1209', '0.8791'],
    [10, 40, '0.1557', '0.3760'],
  ])('says how far %i voices of %i may be trusted', (x, n, low, high) => {
    const interval = wilson(x, n)
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low, high])
  })

  it('never leaves the scale, however many voices there are', () => {
    const sizes = [1, 2, 5, 60, 5000]
    expect(sizes.map((n) => [wilson(0, n).low, wilson(n, n).high])).toEqual(sizes.map(() => [0, 1]))
  })
})
