import { describe, expect, it } from 'vitest'
import { leavingOf } from '../../../../renderer/features/capture/leaving-words.ts'
import type { AnyRecord, Speaker } from '../../../../shared/model/record.ts'
import type { Level } from '../../../../shared/privacy/levels.ts'

const records = new Map<string, AnyRecord>(
  [
    { id: 'awa', kind: 'person', f: { name: 'Diop', givenName: 'Awa' } },
    { id: 'commune', kind: 'organisation', f: { name: 'Commune de Ndiarème' } },
    { id: 'afrique', kind: 'region', f: { code: 'AFR' } },
  ].map((record) => [record.id, record]),
)
const speaker: Speaker = {
  id: 'turn',
  kind: 'speaker',
  f: { person: 'awa', organisation: 'commune', function: 'Maire', category: 'local-elected' },
}
const at = (level: Level) => leavingOf(records, speaker, level, 'afrique')

describe('what will leave of who speaks', () => {
  it('is named at level 1, then loses the name, the function, the organisation, and everything', () => {
    expect(at(1)).toEqual({ name: 'Awa Diop', function: 'Maire', organisation: 'Commune de Ndiarème' })
    expect(at(2)).toEqual({ function: 'Maire', organisation: 'Commune de Ndiarème' })
    expect(at(3)).toEqual({ organisation: 'Commune de Ndiarème' })
    expect(at(4)).toEqual({ category: 'local-elected', section: 'AFR' })
    expect(at(5)).toEqual({})
    expect(at(6)).toEqual({})
  })

  it('is nothing while nobody is identified', () => {
    expect(leavingOf(records, undefined, 1, 'afrique')).toEqual({})
  })
})
