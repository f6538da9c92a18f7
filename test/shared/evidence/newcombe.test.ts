import { describe, expect, it } from 'vitest'
import { newcombe } from '#shared/evidence/newcombe.ts'

describe('the gap between a region and the rest', () => {
  it.each([
    [6, 9, 4, 41, '0.5691', '0.2817', '0.7677'],
    [3, 6, 2, 44, '0.4545', '0.1637', '0.7349'],
    [4, 10, 9, 60, '0.2500', '0.0251', '0.5056'],
    [3, 10, 6, 60, '0.2000', '0.0085', '0.4626'],
  ])('is measured for %i of %i against %i of %i', (x, n, restX, restN, difference, low, high) => {
    const gap = newcombe(x, n, restX, restN)
    expect([gap.difference, gap.low, gap.high].map((value) => value.toFixed(4))).toEqual([difference, low, high])
  })

  it('holds when a raising voice leaves a wide gap and falls when it leaves a narrow one', () => {
    expect([newcombe(5, 8, 4, 41), newcombe(3, 9, 9, 60)].map(({ low }) => low.toFixed(4))).toEqual([
      '0.2320',
      '-0.0285',
    ])
  })
})
