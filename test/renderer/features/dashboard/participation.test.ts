import { describe, expect, it } from 'vitest'
import { participation } from '../../../../renderer/features/dashboard/participation.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { aNote, aPerson, aVoice } from '../../../shared/evidence/records.ts'

const heard = (name: string, declared: AnyRecord['f'] = {}): readonly AnyRecord[] => [
  aPerson(name),
  aVoice(`voix ${name}`, { person: name, ...declared }),
  aNote(`note ${name}`, { voice: `voix ${name}` }),
]
const of = (...records: readonly AnyRecord[]) => participation(new Map(records.map((record) => [record.id, record])))

describe('who was heard', () => {
  it('counts someone once, whatever the number of their voices and notes', () => {
    const again = [
      aVoice('autre axe', { person: 'Awa', gender: 'woman' }),
      aNote('encore', { voice: 'autre axe' }),
      aNote('et encore', { voice: 'autre axe' }),
    ]
    const { total, genders } = of(...heard('Awa', { gender: 'woman' }), ...again)
    expect(total).toBe(1)
    expect(genders).toEqual([{ key: 'woman', count: 1, share: null }])
  })

  it('always says how many declared nothing, and says it last', () => {
    const { genders } = of(
      ...heard('Awa'),
      ...heard('Bao', { gender: 'undeclared' }),
      ...heard('Cem', { gender: 'man' }),
      ...heard('Dea', { gender: 'woman' }),
    )
    expect(genders.map(({ key, count }) => [key, count])).toEqual([
      ['woman', 1],
      ['man', 1],
      [null, 2],
    ])
  })

  it('prints no share while fewer than five people were heard', () => {
    const four = ['A', 'B', 'C', 'D'].flatMap((name) => heard(name, { category: 'regional' }))
    expect(of(...four).categories).toEqual([{ key: 'regional', count: 4, share: null }])
    expect(of(...four, ...heard('E')).categories.map(({ share }) => share)).toEqual([0.8, 0.2])
  })

  it('puts the most numerous category first', () => {
    const { categories } = of(
      ...heard('A', { category: 'donor' }),
      ...heard('B', { category: 'regional' }),
      ...heard('C', { category: 'regional' }),
    )
    expect(categories.map(({ key }) => key)).toEqual(['regional', 'donor'])
  })

  it('does not count who is only named in the procedure', () => {
    expect(of(aVoice('v', { person: 'p' }), aNote('n', { voice: 'v', noteKind: 'procedure' })).total).toBe(0)
  })
})
