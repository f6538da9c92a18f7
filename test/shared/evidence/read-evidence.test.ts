import { describe, expect, it } from 'vitest'
import type { EvidenceInput, EvidenceVoice, Reading } from '#shared/evidence/evidence.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { aConsultation, onWater, together } from './scenario.ts'

const waterOf = (input: EvidenceInput): Reading => {
  const [reading] = readEvidence(input).readings
  if (reading === undefined) throw new Error('The scenario mentions nothing.')
  return reading
}

const changeVoices = (input: EvidenceInput, change: (voice: EvidenceVoice) => EvidenceVoice): EvidenceInput => ({
  ...input,
  voices: input.voices.map(change),
})

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
  const said = (stances: readonly ('raises' | 'supports' | 'nuances' | 'opposes')[]) => {
    const input = aConsultation([{ region: 'Afrique', n: 5, themes: { eau: {} } }])
    const mentions = stances.map((stance) => ({ voice: 'axe/Afrique/0', theme: 'eau', stance }))
    const { n, x, o } = waterOf({ ...input, mentions }).cells[0] ?? {}
    return { n, x, o }
  }

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
    const apart = onWater([
      [5, 8],
      [1, 8],
      [0, 8],
    ])
    const touring = changeVoices(apart, (voice) =>
      voice.id === 'axe/Asie-Pacifique/0' ? { ...voice, person: 'Afrique/0', organisation: 'Afrique/org0' } : voice,
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

describe('a common trend', () => {
  it('is present in two thirds of the conclusive regions, three at least', () => {
    const kinds = [
      onWater([
        [2, 8],
        [2, 8],
        [2, 8],
      ]),
      onWater([
        [2, 8],
        [2, 8],
        [2, 8],
        [0, 8],
      ]),
      onWater([
        [2, 8],
        [2, 8],
        [2, 8],
        [0, 8],
        [0, 8],
      ]),
      onWater([
        [2, 8],
        [2, 8],
        [0, 8],
      ]),
    ].map((input) => waterOf(input).kind)
    expect(kinds).toEqual(['trend', 'trend', 'raised', 'raised'])
  })

  it('needs two voices of two organisations in each region', () => {
    expect(
      waterOf(
        onWater(
          [
            [2, 8],
            [2, 8],
            [2, 8],
          ],
          { perOrganisation: 2 },
        ),
      ).present,
    ).toBe(0)
  })

  it('is contested by a region where two organisations oppose without outweighing', () => {
    expect(
      waterOf(
        onWater([
          [3, 8],
          [3, 8],
          [3, 8, 3],
        ]),
      ),
    ).toMatchObject({ kind: 'trend', contested: true })
    expect(
      waterOf(
        onWater([
          [3, 8],
          [3, 8],
          [3, 8, 1],
        ]),
      ),
    ).toMatchObject({ kind: 'trend', contested: false })
  })

  it('gives way to a divergence where opponents dominate a region', () => {
    expect(
      waterOf(
        onWater([
          [8, 12],
          [8, 12],
          [8, 12],
          [1, 12, 4],
        ]),
      ).kind,
    ).toBe('divergence')
  })

  it('is blocked without being a divergence when supporters dominate nowhere', () => {
    expect(
      waterOf(
        onWater([
          [3, 12, 3],
          [3, 12, 3],
          [3, 12, 3],
          [1, 12, 4],
        ]),
      ).kind,
    ).toBe('raised')
  })

  it('keeps its accent: a region that stands out from it is named', () => {
    const reading = waterOf(
      onWater([
        [11, 12],
        [2, 12],
        [2, 12],
        [2, 12],
        [2, 12],
        [2, 12],
      ]),
    )
    expect([reading.kind, reading.specificTo, reading.gaps[0]?.grade]).toEqual(['trend', ['Afrique'], 'supported'])
  })

  it('names the regions where it was not recorded, surely less than half as often', () => {
    const counts = [
      [8, 10],
      [8, 10],
      [8, 10],
      [8, 10],
      [0, 10],
      [0, 5],
    ] as const
    expect(waterOf(onWater(counts)).notRecordedIn).toEqual(['MEWA'])
  })

  it('was recorded where it was only opposed', () => {
    expect(
      waterOf(
        onWater([
          [8, 10],
          [8, 10],
          [8, 10],
          [8, 10],
          [0, 10, 1],
        ]),
      ).notRecordedIn,
    ).toEqual([])
  })

  it('is to be consolidated when it falls with one organisation', () => {
    const input = onWater([
      [3, 8],
      [3, 8],
      [3, 8],
    ])
    const network = changeVoices(input, (voice) =>
      /\/[01]$/u.test(voice.person) ? { ...voice, organisation: 'réseau' } : voice,
    )
    expect(waterOf(input).toConsolidate).toBe(false)
    expect(waterOf(network)).toMatchObject({ kind: 'trend', toConsolidate: true })
  })
})

describe('a consultation of two groups', () => {
  it('has in common what both raise', () => {
    expect(
      waterOf(
        onWater([
          [3, 8],
          [2, 8],
        ]),
      ),
    ).toMatchObject({ kind: 'trend', present: 2, conclusive: 2, withoutData: 0 })
    expect(
      waterOf(
        onWater([
          [3, 8],
          [1, 8],
        ]),
      ).kind,
    ).toBe('raised')
  })

  it('is not what six sections are while only two are conclusive', () => {
    const reading = waterOf(
      onWater([
        [3, 8],
        [2, 8],
        [0, 3],
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    )
    expect(reading).toMatchObject({ kind: 'raised', present: 2, conclusive: 2, withoutData: 4 })
  })

  it('may find one group specific against the other', () => {
    expect(
      waterOf(
        onWater([
          [10, 12],
          [1, 12],
        ]),
      ),
    ).toMatchObject({ specificTo: ['Afrique'], kind: 'supported-specificity' })
  })
})

describe('a specificity', () => {
  it('is supported by the golden gap of six voices of nine against four of forty-one', () => {
    const reading = waterOf(
      onWater([
        [6, 9],
        [1, 9],
        [1, 8],
        [1, 8],
        [1, 8],
        [0, 8],
      ]),
    )
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
    expect(
      waterOf(
        onWater([
          [3, 5],
          [0, 12],
          [0, 12],
          [0, 12],
        ]),
      ),
    ).toMatchObject(none)
    expect(
      waterOf(
        onWater([
          [4, 5],
          [0, 12],
          [0, 12],
          [0, 12],
        ]),
      ).specificTo,
    ).toEqual(['Afrique'])
    expect(
      waterOf(
        onWater(
          [
            [4, 8],
            [0, 12],
            [0, 12],
            [0, 12],
          ],
          { perOrganisation: 4 },
        ),
      ).specificTo,
    ).toEqual([])
  })

  it('does not survive the leaving of the organisation that carries it', () => {
    const counts = [
      [6, 12],
      [0, 12],
      [0, 12],
      [0, 12],
    ] as const
    const carried = changeVoices(onWater(counts), (voice) =>
      /Afrique\/[0-3]$/u.test(voice.person) ? { ...voice, organisation: 'porteuse' } : voice,
    )
    expect([waterOf(onWater(counts)), waterOf(carried)].map(({ specificTo }) => specificTo)).toEqual([['Afrique'], []])
  })

  it('takes the more doubtful of voices and organisations as its p', () => {
    const counts = [
      [6, 12],
      [0, 12],
      [0, 12],
      [0, 12],
    ] as const
    const apart = waterOf(onWater(counts)).gaps[0]?.p ?? 1
    const grouped = waterOf(onWater(counts, { perOrganisation: 3 })).gaps[0]?.p ?? 0
    expect(grouped).toBeGreaterThan(10 * apart)
  })

  it('is shared when two regions stand out', () => {
    const reading = waterOf(
      onWater([
        [10, 12],
        [10, 12],
        [0, 12],
        [0, 12],
        [0, 12],
        [0, 12],
      ]),
    )
    expect([reading.kind, reading.specificTo]).toEqual(['shared', ['Afrique', 'Asie-Pacifique']])
  })
})

describe('what is neither', () => {
  it('is raised once when one voice or one organisation raised it', () => {
    expect(
      waterOf(
        onWater([
          [1, 8],
          [0, 8],
        ]),
      ).kind,
    ).toBe('once')
    expect(
      waterOf(
        onWater(
          [
            [3, 8],
            [0, 8],
          ],
          { perOrganisation: 3 },
        ),
      ).kind,
    ).toBe('once')
    expect(
      waterOf(
        onWater([
          [1, 8],
          [1, 8],
        ]),
      ).kind,
    ).toBe('raised')
  })

  it('was not raised once when others opposed it', () => {
    expect(
      waterOf(
        onWater([
          [1, 8],
          [0, 8, 1],
        ]),
      ).kind,
    ).toBe('raised')
  })

  it('cannot be concluded from regions that are all too small, however many', () => {
    expect(
      waterOf(
        onWater([
          [4, 4],
          [4, 4],
          [4, 4],
          [0, 8],
        ]),
      ).kind,
    ).toBe('inconclusive')
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
