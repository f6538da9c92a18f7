import { describe, expect, it } from 'vitest'
import { aConsultation, changeVoices, onWater, waterOf } from './scenario.ts'

const said = (stances: readonly ('raises' | 'supports' | 'nuances' | 'opposes')[]) => {
  const input = aConsultation([{ region: 'Afrique', n: 5, themes: { eau: {} } }])
  const mentions = stances.map((stance) => ({ voice: 'axe/Afrique/0', theme: 'eau', stance }))
  const { n, x, o } = waterOf({ ...input, mentions }).cells[0] ?? {}
  return { n, x, o }
}

describe('a region', () => {
  const five = { region: 'Afrique', n: 5, themes: { eau: { x: 2 } } }

  it('is conclusive through its own consultation from five voices', () => {
    expect(waterOf(aConsultation([five])).cells[0]).toEqual({
      region: 'Afrique',
      n: 5,
      x: 2,
      o: 0,
      organisations: 2,
      opposingOrganisations: 0,
      conclusive: true,
      through: 'own',
      present: true,
    })
  })

  it('is conclusive through its members in global sessions, even if its own consultation was not held', () => {
    const input = aConsultation([{ ...five, state: 'not-held', ownSession: false }])
    expect(waterOf(input).cells[0]).toMatchObject({ conclusive: true, through: 'global' })
  })

  it('owes nothing to its own consultation when all its members spoke elsewhere', () => {
    const input = aConsultation([{ ...five, state: 'held', ownSession: false }])
    expect(waterOf(input).cells[0]).toMatchObject({ conclusive: true, through: 'global' })
  })

  it('is not conclusive through a consultation of its own that nobody confirmed as held', () => {
    expect(waterOf(aConsultation([{ ...five, state: 'confirmed' }])).cells[0]).toMatchObject({
      conclusive: false,
      through: null,
    })
  })

  it('is listed as not conclusive below five voices, never as present', () => {
    const reading = waterOf(aConsultation([{ ...five, n: 4 }]))
    expect([reading.kind, reading.present, reading.conclusive, reading.withoutData]).toEqual(['inconclusive', 0, 0, 1])
  })

  it('counts a person once per axis, over all sessions and voices', () => {
    const input = aConsultation([five])
    const again = input.voices.map((voice) => ({ ...voice, id: `${voice.id}, séance 2`, ownSession: false }))
    const mentions = again.slice(0, 2).map(({ id }) => ({ voice: id, theme: 'eau', stance: 'supports' as const }))
    const twice = { ...input, voices: [...input.voices, ...again], mentions: [...input.mentions, ...mentions] }
    expect(waterOf(twice).cells).toEqual(waterOf(input).cells)
  })

  it('that is inactive and silent lacks nothing', () => {
    const input = aConsultation([five, { region: 'Noram', n: 0, state: 'inactive' }])
    expect(waterOf(input)).toMatchObject({ conclusive: 1, withoutData: 0 })
  })

  it('alone gets presence and no comparison', () => {
    const reading = waterOf(
      aConsultation([
        { ...five, n: 12, themes: { eau: { x: 11 } } },
        { region: 'Europe', n: 4 },
      ]),
    )
    expect([reading.kind, reading.present, reading.gaps]).toEqual(['raised', 1, []])
  })
})

describe('international contributors', () => {
  const withInternational = aConsultation([
    { region: 'Afrique', n: 8, themes: { eau: { x: 2 } } },
    { region: 'Europe', n: 8, themes: { eau: { x: 2 } } },
    { region: 'MEWA', n: 8, themes: { eau: { x: 2 } } },
    { region: null, n: 20, themes: { eau: { x: 9 } } },
  ])

  it('are counted among voices and are neither a region nor part of the rest', () => {
    const reading = waterOf(withInternational)
    expect([reading.kind, reading.voices, reading.conclusive, reading.cells.length]).toEqual(['trend', 15, 3, 3])
    expect(reading.gaps.map(({ restN }) => restN)).toEqual([16, 16, 16])
  })

  it('alone make nothing conclusive', () => {
    const input = aConsultation([
      { region: 'Afrique', n: 8 },
      { region: null, n: 20, themes: { eau: { x: 9 } } },
    ])
    expect(waterOf(input)).toMatchObject({ kind: 'inconclusive', voices: 9 })
  })
})

describe('a voice', () => {
  it('supports by raising, supporting or nuancing', () => {
    expect(said(['raises'])).toEqual({ n: 5, x: 1, o: 0 })
    expect(said(['nuances', 'supports'])).toEqual({ n: 5, x: 1, o: 0 })
  })

  it('opposes when it only opposes', () => {
    expect(said(['opposes', 'opposes'])).toEqual({ n: 5, x: 0, o: 1 })
  })

  it('that does both is heard and counts on neither side', () => {
    expect(said(['opposes', 'nuances', 'opposes'])).toEqual({ n: 5, x: 0, o: 0 })
  })

  it('of someone who spoke for two regions counts in each, and is not the rest of either', () => {
    const apart = onWater('5/8 1/8 0/8')
    const touring = changeVoices(apart, (voice) =>
      voice.id === 'axe/Asie-Pacifique/0' ? { person: 'Afrique/0', organisation: 'Afrique/org0' } : {},
    )
    const { cells, gaps, voices, persons } = waterOf(touring)
    expect(cells.map(({ n, x }) => [n, x])).toEqual([
      [8, 5],
      [8, 1],
      [8, 0],
    ])
    expect(gaps.map(({ restX, restN }) => [restX, restN])).toEqual([
      [0, 15],
      [4, 15],
      [6, 16],
    ])
    expect([voices, persons]).toEqual([6, 5])
  })
})
