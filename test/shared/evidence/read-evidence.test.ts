import { describe, expect, it } from 'vitest'
import { onWater, waterOf } from './scenario.ts'

describe('what is neither', () => {
  it('is raised once when one voice or one organisation raised it', () => {
    expect(waterOf(onWater('1/8 0/8')).kind).toBe('once')
    expect(waterOf(onWater('3/8 0/8', { perOrganisation: 3 })).kind).toBe('once')
    expect(waterOf(onWater('1/8 1/8')).kind).toBe('raised')
  })

  it('was not raised once when others opposed it', () => {
    expect(waterOf(onWater('1/8 0/8-1')).kind).toBe('raised')
  })

  it('cannot be concluded from regions that are all too small, however many', () => {
    expect(waterOf(onWater('4/4 4/4 4/4 0/8')).kind).toBe('inconclusive')
  })
})
