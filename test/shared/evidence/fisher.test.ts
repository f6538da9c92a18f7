import { describe, expect, it } from 'vitest'
import { fisher } from '#shared/evidence/fisher.ts'

describe('the exact test of a gap', () => {
  it.each([
    [6, 9, 4, 41, '0.000866'],
    [3, 6, 2, 44, '0.009244'],
    [4, 10, 9, 60, '0.080829'],
    [3, 10, 6, 60, '0.112017'],
  ])('gives the chance of %i of %i against %i of %i', (x, n, restX, restN, p) => {
    expect(fisher(x, n, restX, restN).toFixed(6)).toBe(p)
  })

  it('finds nothing surprising where nobody raised the theme', () => {
    expect(fisher(0, 9, 0, 41)).toBe(1)
  })

  it('stays exact for five thousand voices on each side', () => {
    // By symmetry, P(X ≥ half) = (1 + P(X = half)) / 2, and P(X = half) = C(5000, 2500)² / C(10000, 5000) ≈ 0.015957.
    expect(fisher(2500, 5000, 2500, 5000).toFixed(5)).toBe('0.50798')
    expect(fisher(5000, 5000, 0, 5000)).toBeLessThan(1e-300)
  })

  it('gives both tails a sum of one plus the observed case', () => {
    const above = fisher(40, 100, 60, 300)
    const below = fisher(60, 100, 240, 300)
    const observed = above - fisher(41, 100, 59, 300)
    expect(above + below - observed).toBeCloseTo(1, 10)
  })
})
