import { describe, expect, it } from 'vitest'
import { changeVoices, onWater, waterOf } from './scenario.ts'

describe('a common trend', () => {
  it('is present in two thirds of the conclusive regions, three at least', () => {
    const kinds = [
      onWater('2/8 2/8 2/8'),
      onWater('2/8 2/8 2/8 0/8'),
      onWater('2/8 2/8 2/8 0/8 0/8'),
      onWater('2/8 2/8 0/8'),
    ].map((input) => waterOf(input).kind)
    expect(kinds).toEqual(['trend', 'trend', 'raised', 'raised'])
  })

  it('needs two voices of two organisations in each region', () => {
    expect(waterOf(onWater('2/8 2/8 2/8', { perOrganisation: 2 })).present).toBe(0)
  })

  it('is contested by a region where two organisations oppose without outweighing', () => {
    expect(waterOf(onWater('3/8 3/8 3/8-3'))).toMatchObject({ kind: 'trend', contested: true })
    expect(waterOf(onWater('3/8 3/8 3/8-1'))).toMatchObject({ kind: 'trend', contested: false })
  })

  it('gives way to a divergence where opponents dominate a region', () => {
    expect(waterOf(onWater('8/12 8/12 8/12 1/12-4')).kind).toBe('divergence')
  })

  it('is blocked without being a divergence when supporters dominate nowhere', () => {
    expect(waterOf(onWater('3/12-3 3/12-3 3/12-3 1/12-4')).kind).toBe('raised')
  })

  it('keeps its accent: a region that stands out from it is named', () => {
    const reading = waterOf(onWater('11/12 2/12 2/12 2/12 2/12 2/12'))
    expect([reading.kind, reading.specificTo, reading.gaps[0]?.grade]).toEqual(['trend', ['Afrique'], 'supported'])
  })

  it('names the regions where it was not recorded, surely less than half as often', () => {
    const counts = '8/10 8/10 8/10 8/10 0/10 0/5'
    expect(waterOf(onWater(counts)).notRecordedIn).toEqual(['MEWA'])
  })

  it('was recorded where it was only opposed', () => {
    expect(waterOf(onWater('8/10 8/10 8/10 8/10 0/10-1')).notRecordedIn).toEqual([])
  })

  it('is to be consolidated when it falls with one organisation', () => {
    const input = onWater('3/8 3/8 3/8')
    const network = changeVoices(input, (voice) => (/\/[01]$/u.test(voice.person) ? { organisation: 'réseau' } : {}))
    expect(waterOf(input).toConsolidate).toBe(false)
    expect(waterOf(network)).toMatchObject({ kind: 'trend', toConsolidate: true })
  })
})

describe('a consultation of two groups', () => {
  it('has in common what both raise', () => {
    expect(waterOf(onWater('3/8 2/8'))).toMatchObject({ kind: 'trend', present: 2, conclusive: 2, withoutData: 0 })
    expect(waterOf(onWater('3/8 1/8')).kind).toBe('raised')
  })

  it('is not what six sections are while only two are conclusive', () => {
    const reading = waterOf(onWater('3/8 2/8 0/3 0/0 0/0 0/0'))
    expect(reading).toMatchObject({ kind: 'raised', present: 2, conclusive: 2, withoutData: 4 })
  })

  it('may find one group specific against the other', () => {
    expect(waterOf(onWater('10/12 1/12'))).toMatchObject({ specificTo: ['Afrique'], kind: 'supported-specificity' })
  })
})
