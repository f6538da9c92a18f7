import { describe, expect, it } from 'vitest'
import { cellCounts, heatValue, OUTSIDE } from '../../../../renderer/features/dashboard/cell-counts.ts'
import type { AnyRecord, Region } from '#shared/model/record.ts'
import { aNote, aRegion, aSession, aVoice, BASE } from '../../../shared/evidence/records.ts'

const counted = (...records: readonly AnyRecord[]) =>
  cellCounts(new Map([...BASE, ...records].map((record) => [record.id, record])))

describe('counting what an axis holds in each section', () => {
  it('counts a note where its speaker spoke for, and a person once however much they say', () => {
    const counts = counted(aNote('un'), aNote('deux', { noteKind: 'recommendation' }))
    expect(counts.of('notes', 'axe', 'Afrique')).toBe(2)
    expect(counts.of('recommendations', 'axe', 'Afrique')).toBe(1)
    expect(counts.of('speakers', 'axe', 'Afrique')).toBe(1)
  })

  it('counts a note without speaker in the section of its session', () => {
    const { voice: _voice, ...f } = aNote('x').f
    expect(counted({ ...aNote('x'), f }).of('notes', 'axe', 'Afrique')).toBe(1)
  })

  it('counts apart what was said for no section', () => {
    const counts = counted(
      aSession('monde', { scale: 'global' }),
      aVoice('invité', { axis: 'axe' }),
      aNote('un', { session: 'monde', voice: 'invité' }),
    )
    expect(counts.of('notes', 'axe', OUTSIDE)).toBe(1)
    expect(counts.of('notes', 'axe', 'Afrique')).toBe(0)
  })

  it('counts nothing of an axis that is not the one of the note', () => {
    expect(counted(aNote('un')).of('notes', 'autre', 'Afrique')).toBe(0)
  })
})

describe('a cell of the coverage', () => {
  const region = (state: string) => aRegion('r', { state }) as Region

  it('holds no number where nothing was held and nobody spoke, which is no zero', () => {
    expect(heatValue(0, region('to-confirm'))).toBeUndefined()
    expect(heatValue(0, undefined)).toBeUndefined()
  })

  it('is a zero where a consultation was held and nobody spoke of the axis', () => {
    expect(heatValue(0, region('held'))).toEqual({ count: 0, low: true })
  })

  it('does not conclude below five', () => {
    expect(heatValue(4, region('held'))).toEqual({ count: 4, low: true })
    expect(heatValue(5, region('inactive'))).toEqual({ count: 5, low: false })
  })
})
