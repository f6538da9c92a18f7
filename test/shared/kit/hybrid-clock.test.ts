import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextReading, readingMs } from '#shared/kit/hybrid-clock.ts'
import { law } from '../../build/law.ts'

const times = fc.array(fc.oneof(fc.nat(2_000), fc.integer({ min: 0, max: 2 ** 47 })), { minLength: 1, maxLength: 30 })

describe('The hybrid clock', () => {
  law('gives readings that grow, even when the computer’s clock goes back', times, (clock) => {
    let reading = ''
    for (const ms of clock) {
      const next = nextReading(reading, ms)
      expect(next > reading).toBe(true)
      expect(next).toHaveLength(16)
      expect(readingMs(next)).toBeGreaterThanOrEqual(ms)
      reading = next
    }
  })

  it('borrows a millisecond when one has been written too often', () => {
    expect(nextReading('000000000001ffff', 1)).toBe('0000000000020000')
  })
})
