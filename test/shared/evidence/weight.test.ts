import { describe, expect, it } from 'vitest'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { weigh } from '#shared/evidence/weight.ts'
import { onWater } from './scenario.ts'

const GOLDEN = '5/8 4/10 3/6 6/12 2/7 5/9'

describe('weighing a theme', () => {
  it('says how much it weighs and where it weighs least', () => {
    const { mean, least } = weigh(readEvidence(onWater(GOLDEN)).readings[0]?.cells ?? [])
    expect([mean.toFixed(4), least?.region, least?.x, least?.n]).toEqual(['0.4697', 'MEWA', 2, 7])
  })

  it('leaves out a region that is not conclusive', () => {
    const { mean, least } = weigh(readEvidence(onWater(`${GOLDEN} 0/4`)).readings[0]?.cells ?? [])
    expect([mean.toFixed(4), least?.region]).toEqual(['0.4697', 'MEWA'])
  })

  it('weighs least nowhere while no region is conclusive', () => {
    expect(weigh(readEvidence(onWater('2/3')).readings[0]?.cells ?? [])).toEqual({ mean: 0, least: null })
  })
})
