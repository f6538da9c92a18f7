import { describe, expect, it } from 'vitest'
import { firstDocument, offeredDocuments } from '../../../../renderer/features/report/documents.ts'

const ONE = [{ id: 'un' }]
const ALL = { regions: ONE, axes: ONE, sessions: ONE }

describe('the documents of a process', () => {
  it('come in its order and under its names, then the others that can be written', () => {
    const named = [
      { type: 'presentation', label: 'Note de présentation' },
      { type: 'regional', label: 'Synthèse régionale' },
      { type: 'global', label: 'Rapport mondial' },
    ]
    expect(offeredDocuments(named, ALL)).toEqual([
      { type: 'regional', label: 'Synthèse régionale' },
      { type: 'global', label: 'Rapport mondial' },
      { type: 'session', label: null },
      { type: 'minutes', label: null },
      { type: 'thematic', label: null },
    ])
  })

  it('are not offered without what they are about', () => {
    const offered = offeredDocuments([], { regions: [], axes: [], sessions: ONE })
    expect(offered.map(({ type }) => type)).toEqual(['session', 'minutes', 'global'])
  })

  it('begin with the one that the role comes for, else with the first', () => {
    const offered = offeredDocuments([], ALL)
    expect(firstDocument(offered, 'secretariat')).toBe('global')
    expect(firstDocument(offered, 'section')).toBe('regional')
    expect(firstDocument(offeredDocuments([], { regions: [], axes: ONE, sessions: [] }), 'rapporteur')).toBe('thematic')
  })
})
