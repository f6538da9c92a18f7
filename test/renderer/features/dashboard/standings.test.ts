import { describe, expect, it } from 'vitest'
import { silentSections, standings, stepOf } from '../../../../renderer/features/dashboard/standings.ts'
import type { ImportEntry } from '#shared/contract/replies.ts'
import type { AnyRecord, Region } from '#shared/model/record.ts'
import { aNote, aRegion, aSession } from '../../../shared/evidence/records.ts'

const AFRICA = aRegion('Afrique', { state: 'held', short: 'Afrique' }) as Region
const NORTH = aRegion('Nord', { state: 'to-confirm', short: 'NORAM' }) as Region
const IDLE = aRegion('Europe', { state: 'inactive' }) as Region
const REGIONS = [AFRICA, NORTH, IDLE]

const synthesis = (id: string, f: AnyRecord['f']): AnyRecord => ({
  id,
  kind: 'synthesis',
  f: { region: 'Afrique', text: 'Ce que la section retient.', ...f },
})
const stand = (records: readonly AnyRecord[], imports: readonly ImportEntry[] = []) =>
  standings(new Map([...REGIONS, ...records].map((record) => [record.id, record])), REGIONS, imports)

const received = (at: number, name: string, withdrawn = false): ImportEntry => ({
  id: name,
  at,
  files: [{ name, sections: ['Afrique'], notes: 1 }],
  added: 1,
  withdrawn,
})

describe('where sections stand', () => {
  it('gives every note to one line: its own section, or the sessions outside sections', () => {
    const lines = stand([
      aSession('régionale', { scale: 'regional', region: 'Afrique', state: 'held' }),
      aSession('mondiale', { scale: 'global', region: 'Afrique', state: 'confirmed' }),
      aNote('un', { session: 'régionale' }),
      aNote('deux', { session: 'mondiale' }),
      aNote('trois', { session: 'inconnue' }),
    ])
    expect(lines.map(({ region, notes }) => [region?.id ?? null, notes])).toEqual([
      ['Afrique', 1],
      ['Nord', 0],
      ['Europe', 0],
      [null, 2],
    ])
    expect(lines.map(({ sessions }) => sessions)).toEqual([
      { held: 1, all: 1 },
      { held: 0, all: 0 },
      { held: 0, all: 0 },
      { held: 0, all: 1 },
    ])
  })

  it('says of a section the state of its least advanced text, texts without words left out', () => {
    const [africa] = stand([
      synthesis('un', { state: 'integrated' }),
      synthesis('deux', { state: 'with-members' }),
      synthesis('trois', { state: 'draft', text: '' }),
    ])
    expect(africa?.synthesis).toBe('with-members')
  })

  it('takes a text without state for a draft, and no text for nothing', () => {
    const [africa, north] = stand([synthesis('un', {})])
    expect([africa?.synthesis, north?.synthesis]).toEqual(['draft', null])
    expect([stepOf('draft'), stepOf('validated-with-reserve'), stepOf('integrated'), stepOf(null)]).toEqual([
      1, 4, 5, 0,
    ])
  })

  it('says which file came last, with its number, withdrawn files left out', () => {
    const [africa, north] = stand(
      [],
      [
        received(1, 'Afrique-1-2021-05-12-v1-aaaaaaaa.rapx'),
        received(3, 'Afrique-1-2021-05-20-v3-cccccccc.rapx', true),
        received(2, 'Afrique-1-2021-05-18-v2-bbbbbbbb.rapx'),
      ],
    )
    expect(africa?.lastFile).toEqual({ at: 2, version: 2 })
    expect(north?.lastFile).toBeNull()
  })

  it('does not know the number of a file that someone renamed', () => {
    expect(stand([], [received(1, 'contributions.rapx')])[0]?.lastFile).toEqual({ at: 1, version: null })
  })

  it('waits for sections that take part and gave nothing', () => {
    expect(silentSections(stand([]))).toEqual(['Afrique', 'Nord'])
  })
})
