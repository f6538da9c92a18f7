import { describe, expect, it } from 'vitest'
import { ICON_KEYS } from '../../../renderer/ui/kind-icon.tsx'
import { SECTION_SHAPES, toShape } from '../../../renderer/ui/section-mark.tsx'

describe('the marks', () => {
  it('give the nine sections nine shapes, in the order of the strip', () => {
    expect(SECTION_SHAPES).toEqual([
      'circle',
      'square',
      'triangle',
      'diamond',
      'hexagon',
      'cross',
      'ring',
      'star',
      'bars',
    ])
  })

  it('draw a section whose shape is unknown as a neutral one', () => {
    expect(toShape('octopus')).toBe('bars')
  })

  it('have an icon for each of the fourteen kinds of note', () => {
    expect(ICON_KEYS).toHaveLength(14)
  })
})
