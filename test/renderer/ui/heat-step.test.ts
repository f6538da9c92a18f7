import { assert, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HEAT_STEPS, heatStep } from '../../../renderer/ui/heat-step.ts'

describe('the heat of a cell', () => {
  it('is none for what does not conclude, whatever the number', () => {
    expect(heatStep({ count: 4, low: true }, 4)).toBe(0)
  })

  it('is the hottest for the greatest count', () => {
    expect(heatStep({ count: 14 }, 14)).toBe(HEAT_STEPS - 1)
  })

  it('never cools when the count grows', () => {
    const counts = tuple(integer({ min: 0, max: 500 }), integer({ min: 0, max: 500 }))
    assert(
      property(counts, ([one, other]) => {
        const [small, great] = one < other ? [one, other] : [other, one]
        expect(heatStep({ count: small }, great)).toBeLessThanOrEqual(heatStep({ count: great }, great))
      }),
    )
  })
})
