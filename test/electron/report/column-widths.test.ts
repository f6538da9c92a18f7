import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evenGaps, longestWord, shareWidth } from '#node/report/column-widths.ts'

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0)

describe('sharing the width of a table', () => {
  it('gives each column its share when words fit', () => {
    expect(shareWidth(1000, [2, 1, 1], [100, 100, 100])).toEqual([500, 250, 250])
  })
  it('takes from the wide columns what a narrow one lacks', () => {
    expect(shareWidth(1000, [8, 1, 1], [100, 200, 100])).toEqual([700, 200, 100])
  })
  it('shrinks all alike when words cannot fit', () => {
    expect(shareWidth(1000, [1, 1], [1500, 500])).toEqual([750, 250])
  })
  it('loses nothing to rounding', () => {
    const column = fc.record({ share: fc.integer({ min: 1, max: 99 }), minimum: fc.integer({ min: 0, max: 900 }) })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 12 }), (columns) => {
        const widths = shareWidth(
          9386,
          columns.map(({ share }) => share),
          columns.map(({ minimum }) => minimum),
        )
        expect(sum(widths)).toBe(9386)
        if (sum(columns.map(({ minimum }) => minimum)) > 9386) return
        expect(widths.every((width, index) => width >= Math.floor(columns[index]?.minimum ?? 0) - 1)).toBe(true)
      }),
    )
  })
  it('leaves the same white between columns of figures', () => {
    expect(evenGaps([400, 300, 300], [100, 260, 140], [1, 2])).toEqual([400, 360, 240])
  })
})

describe('measuring the word that must not be cut', () => {
  it('may cut after a hyphen or a space, not at a no-break space', () => {
    expect(longestWord('Asie-Pacifique')).toBe(longestWord('Pacifique'))
    expect(longestWord('aux villes')).toBe(longestWord('villes'))
    expect(longestWord('42\u00A0%')).toBeGreaterThan(longestWord('42'))
  })
  it('counts accents for nothing and East Asian letters one by one', () => {
    expect(longestWord('Eté')).toBe(longestWord('Été'))
    expect(longestWord('盐先到井里')).toBe(longestWord('盐'))
  })
  it('does not let a word nobody reads take the whole table', () => {
    expect(longestWord('x'.repeat(100_000))).toBeLessThan(15)
  })
})
