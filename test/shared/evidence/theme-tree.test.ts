import { describe, expect, it } from 'vitest'
import { lineages, publishedThemes } from '#shared/evidence/theme-tree.ts'

const THEMES = [
  { id: 'eau', parent: null },
  { id: 'puits', parent: 'eau' },
  { id: 'puits profonds', parent: 'puits' },
  { id: 'puits très profonds', parent: 'puits profonds' },
  { id: 'sol', parent: null },
]

describe('the tree of themes', () => {
  it('counts a mention for the theme and all its parents', () => {
    expect(lineages(THEMES).get('puits profonds')).toEqual(['puits profonds', 'puits', 'eau'])
  })

  it('ends on a parent that is unknown or that turns in a circle', () => {
    const lines = lineages([
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
      { id: 'c', parent: 'perdu' },
    ])
    expect([lines.get('a'), lines.get('c')]).toEqual([['a', 'b'], ['c']])
  })

  it('publishes one theme of each line, and a shallower one when it has no children', () => {
    expect([1, 2, 3].map((level) => Array.from(publishedThemes(THEMES, level)))).toEqual([
      ['eau', 'sol'],
      ['puits', 'sol'],
      ['puits profonds', 'sol'],
    ])
  })
})
