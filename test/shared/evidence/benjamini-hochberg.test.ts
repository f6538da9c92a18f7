import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '#shared/evidence/benjamini-hochberg.ts'

describe('the correction for many comparisons', () => {
  it('keeps the first three of five golden comparisons, in whatever order they come', () => {
    expect(benjaminiHochberg([0.0009, 0.0092, 0.0223, 0.0808, 0.112], 0.1)).toBe(0.0223)
    expect(benjaminiHochberg([0.112, 0.0223, 0.0009, 0.0808, 0.0092], 0.1)).toBe(0.0223)
  })

  it('keeps a comparison above its own bar when a later one is below its own', () => {
    expect(benjaminiHochberg([0.06, 0.07, 0.08], 0.1)).toBe(0.08)
  })

  it('keeps nothing when nothing passes, and nothing of nothing', () => {
    expect([benjaminiHochberg([0.2, 1, 1], 0.1), benjaminiHochberg([], 0.1)]).toEqual([-1, -1])
  })
})
