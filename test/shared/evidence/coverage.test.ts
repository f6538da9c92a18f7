import { describe, expect, it } from 'vitest'
import { coverage } from '#shared/evidence/coverage.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { aConsultation, changeVoices, together } from './scenario.ts'

describe('coverage by axis and region', () => {
  const regions = [
    { region: 'Afrique', n: 5 },
    { region: 'Europe', n: 0 },
    { region: 'MEWA', n: 0, state: 'not-held' as const },
    { region: 'Noram', n: 2, state: 'to-confirm' as const, ownSession: false },
    { region: null, n: 3 },
  ]

  it('is zero where a consultation was held and said nothing, and no data where none was', () => {
    expect(coverage(aConsultation(regions))).toEqual({ axe: { Afrique: 5, Europe: 0, MEWA: null, Noram: 2 } })
  })

  it('counts each axis by itself, and a person once', () => {
    const input = together([aConsultation(regions, 'a'), aConsultation([{ region: 'Afrique', n: 1 }], 'b')])
    const again = changeVoices(input, ({ id }) => ({ id: `${id} bis` }))
    const twice = { ...input, voices: [...input.voices, ...again.voices] }
    expect(coverage(twice)).toMatchObject({ a: { Afrique: 5 }, b: { Afrique: 1, Europe: 0, MEWA: null } })
  })

  it('is the same beside the readings', () => {
    const input = aConsultation(regions)
    expect(readEvidence(input).voicesByAxisRegion).toEqual(coverage(input))
  })
})
