import { describe, expect, it } from 'vitest'
import type { AnyRecord, Records, Voice } from '#shared/model/record.ts'
import { attributionOf } from '../../../../renderer/features/review/attribution.ts'

const RECORDS: Records = new Map<string, AnyRecord>([
  ['p', { id: 'p', kind: 'person', f: { name: 'Diop', givenName: 'Awa' } }],
  ['o', { id: 'o', kind: 'organisation', f: { name: 'Commune de Ndiarème' } }],
  ['afr', { id: 'afr', kind: 'region', f: { code: 'AFR' } }],
])
const VOICE: Voice = {
  id: 'v',
  kind: 'voice',
  f: { person: 'p', organisation: 'o', function: 'maire', category: 'local-elected', region: 'afr', level: 1 },
}
const words = (list: string, key: string) => `<${list}.${key}>`

describe('the words that leave with a note', () => {
  it.each([
    [1, 'Awa Diop, maire, Commune de Ndiarème'],
    [2, 'maire, Commune de Ndiarème'],
    [3, 'Commune de Ndiarème'],
    [4, '<attribution.category.local-elected> <attribution.section.AFR>'],
    [5, ''],
    [6, ''],
  ] as const)('at level %i: %s', (level, said) => {
    expect(attributionOf(RECORDS, VOICE, level, words)).toBe(said)
  })

  it('fall back on the category where the organisation is not known', () => {
    const { organisation: _, ...f } = VOICE.f
    expect(attributionOf(RECORDS, { ...VOICE, f }, 3, words)).toBe(
      '<attribution.category.local-elected> <attribution.section.AFR>',
    )
  })
})
