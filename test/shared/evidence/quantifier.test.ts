import { describe, expect, it } from 'vitest'
import { QUANTIFIERS, quantifier } from '#shared/evidence/quantifier.ts'

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

describe('the word for a count', () => {
  it('rises with the number of voices for every region of up to sixty, skipping no count', () => {
    for (const n of upTo(60)) {
      const ranks = upTo(n).map((x) => QUANTIFIERS.indexOf(quantifier(x, n)))
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      expect(ranks.every((rank) => rank >= 0)).toBe(true)
    }
  })

  it('says « toutes » only of all voices, and « une » only of one', () => {
    for (const n of upTo(60))
      for (const x of upTo(n)) {
        if (quantifier(x, n) === 'all') expect(x).toBe(n)
        expect(quantifier(x, n) === 'one').toBe(x === 1)
      }
  })

  it('never speaks of a majority below five voices', () => {
    const words = upTo(4).flatMap((n) => upTo(n).map((x) => quantifier(x, n)))
    expect([...new Set(words)].toSorted()).toEqual(['bare', 'few', 'one'])
  })

  it('has exactly one word at each border', () => {
    const borders = [
      [2, 60],
      [14, 60],
      [15, 60],
      [29, 60],
      [30, 60],
      [44, 60],
      [45, 60],
      [59, 60],
      [60, 60],
      [3, 4],
      [0, 9],
    ] as const
    expect(borders.map(([x, n]) => quantifier(x, n))).toEqual([
      'few',
      'few',
      'several',
      'several',
      'majority',
      'majority',
      'most',
      'most',
      'all',
      'bare',
      'bare',
    ])
  })
})
