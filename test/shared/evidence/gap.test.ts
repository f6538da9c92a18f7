import { describe, expect, it } from 'vitest'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { aConsultation, changeVoices, onWater, together, waterOf } from './scenario.ts'

describe('a specificity', () => {
  it('is supported by the golden gap of six voices of nine against four of forty-one', () => {
    const reading = waterOf(onWater('6/9 1/9 1/8 1/8 1/8 0/8'))
    const [gap] = reading.gaps
    expect([reading.kind, reading.specificTo]).toEqual(['supported-specificity', ['Afrique']])
    expect([gap?.difference, gap?.low, gap?.high].map((value) => value?.toFixed(4))).toEqual([
      '0.5691',
      '0.2817',
      '0.7677',
    ])
    expect(gap?.p.toFixed(6)).toBe('0.000866')
  })

  it('is a signal when the number of comparisons could explain it', () => {
    const others = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`thème ${i}`, { x: 2 }]))
    const input = aConsultation(
      ['Afrique', 'Europe', 'MEWA', 'Eurasie'].map((region, i) => ({
        region,
        n: 9,
        themes: { eau: { x: i === 0 ? 5 : 1 }, ...others },
      })),
    )
    expect(waterOf(input)).toMatchObject({ kind: 'signal', specificTo: ['Afrique'] })
    expect(readEvidence(input).comparisons).toBe(52)
  })

  it('needs four voices of two organisations', () => {
    const none = { kind: 'raised', specificTo: [] }
    expect(waterOf(onWater('3/5 0/12 0/12 0/12'))).toMatchObject(none)
    expect(waterOf(onWater('4/5 0/12 0/12 0/12')).specificTo).toEqual(['Afrique'])
    expect(waterOf(onWater('4/8 0/12 0/12 0/12', { perOrganisation: 4 })).specificTo).toEqual([])
  })

  it('does not survive the leaving of the organisation that carries it', () => {
    const counts = '6/12 0/12 0/12 0/12'
    const carried = changeVoices(onWater(counts), (voice) =>
      /Afrique\/[0-3]$/u.test(voice.person) ? { organisation: 'porteuse' } : {},
    )
    expect([waterOf(onWater(counts)), waterOf(carried)].map(({ specificTo }) => specificTo)).toEqual([['Afrique'], []])
  })

  it('does not survive the leaving of one person, even where whole organisations may leave', () => {
    const input = changeVoices(onWater('4/12 1/12 1/12 1/12'), ({ region, person }) => ({
      organisation: `${region} ${Number(person.split('/')[1]) % 4}`,
    }))
    const reading = waterOf(input)
    expect(reading.gaps[0]?.low).toBeGreaterThan(0)
    expect(reading.specificTo).toEqual([])
  })

  it('takes the more doubtful of voices and organisations as its p', () => {
    const counts = '6/12 0/12 0/12 0/12'
    const apart = waterOf(onWater(counts)).gaps[0]?.p ?? 1
    const grouped = waterOf(onWater(counts, { perOrganisation: 3 })).gaps[0]?.p ?? 0
    expect(grouped).toBeGreaterThan(10 * apart)
  })

  it('is shared when two regions stand out', () => {
    const reading = waterOf(onWater('10/12 10/12 0/12 0/12 0/12 0/12'))
    expect([reading.kind, reading.specificTo]).toEqual(['shared', ['Afrique', 'Asie-Pacifique']])
  })
})

describe('the family of comparisons', () => {
  it('is one for all axes', () => {
    const said = ['Afrique', 'Europe', 'MEWA'].map((region) => ({
      region,
      n: 6,
      themes: { eau: { x: 2 }, sol: { x: 1 } },
    }))
    const input = together([aConsultation(said, 'a'), aConsultation(said, 'b')])
    expect(readEvidence(input).comparisons).toBe(12)
  })

  it('is not made easier by surprising gaps that are too small to count', () => {
    const said = ['Afrique', 'Europe', 'MEWA', 'Eurasie', 'LATAM', 'Noram'].map((region, i) => ({
      region,
      n: 9,
      themes: { eau: { x: [4, 1, 1, 1, 0, 0][i] ?? 0 }, sol: { x: i === 0 ? 3 : 0 } },
    }))
    const { readings } = readEvidence(aConsultation(said))
    expect(readings.map(({ kind, gaps }) => [kind, gaps[0]?.p.toFixed(4)])).toEqual([
      ['signal', '0.0108'],
      ['raised', '0.0034'],
    ])
  })

  it('leaves out themes with fewer than three supporting voices over conclusive regions', () => {
    const said = ['Afrique', 'Europe', 'MEWA', 'Noram'].map((region, i) => ({
      region,
      n: region === 'Noram' ? 4 : 6,
      themes: { eau: { x: 1 }, sol: { x: i > 1 ? 1 : 0 } },
    }))
    const { comparisons, readings } = readEvidence(aConsultation(said))
    expect([comparisons, readings.map(({ gaps }) => gaps.length)]).toEqual([3, [3, 0]])
  })
})
