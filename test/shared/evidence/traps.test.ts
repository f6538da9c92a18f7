import { describe, expect, it } from 'vitest'
import type { EvidenceInput, EvidenceTheme } from '#shared/evidence/evidence.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { THRESHOLDS } from '#shared/evidence/thresholds.ts'
import { aConsultation, changeVoices, onWater } from './scenario.ts'

const read = (input: EvidenceInput, theme = 'eau') =>
  readEvidence(input).readings.find((reading) => reading.theme === theme)

/** Each was a way in which an earlier rule let a small thing overturn a reading. */
describe('readings do not fall into', () => {
  it('hiding why a trend ended: the region that became conclusive is counted and named', () => {
    const before = read(onWater('3/8 3/8 3/8 0/8 0/4'))
    const after = read(onWater('3/8 3/8 3/8 0/8 1/5'))
    expect([before, after].map((reading) => [reading?.kind, reading?.present, reading?.conclusive])).toEqual([
      ['trend', 3, 4],
      ['raised', 3, 5],
    ])
    expect(after?.cells.at(-1)).toMatchObject({ conclusive: true, present: false })
  })

  it('a veto: one opposing voice in a region where nobody supports does not end a trend', () => {
    expect(read(onWater('10/12 10/12 10/12 10/12 10/12 0/12-1'))?.kind).toBe('trend')
  })

  it('a reversal: a large silent region does not make the least of the others specific', () => {
    const reading = read(onWater('2/200 7/10 7/10 4/10 0/10'))
    expect(reading?.gaps[3]?.low).toBeGreaterThan(0)
    expect(reading?.specificTo).toEqual(['Asie-Pacifique', 'Europe'])
    const alone = read(onWater('0/200 5/10 4/10'))
    expect(alone?.gaps[2]?.low).toBeGreaterThan(0)
    expect(alone?.specificTo).toEqual(['Asie-Pacifique'])
  })

  it('a hole: present in two regions of six without a gap is raised', () => {
    expect(read(onWater('2/20 2/20 0/20 0/20 0/20 0/20'))?.kind).toBe('raised')
  })

  it('a support that any leaving breaks: three voices never make a specificity', () => {
    expect(read(onWater('3/5 0/20 0/20 0/20'))?.specificTo).toEqual([])
  })

  it('punishing a long framework: themes that nobody used change no reading', () => {
    const input = onWater('6/9 1/9 1/8 1/8 1/8 0/8')
    const unused = Array.from({ length: 100 }, (_, i): EvidenceTheme => ({ id: `inutilisé ${i}`, parent: null }))
    expect(readEvidence({ ...input, themes: [...input.themes, ...unused] })).toEqual(readEvidence(input))
  })

  it('losing a trend that was split: the parent reads the union of its children', () => {
    const split = ['Afrique', 'Europe', 'MEWA'].map((region) => ({
      region,
      n: 12,
      themes: { 'eau potable': { x: 1 }, assainissement: { o: 0 } },
    }))
    const input = aConsultation(split)
    const second = split.map(({ region }) => ({
      voice: `axe/${region}/1`,
      theme: 'assainissement',
      stance: 'raises' as const,
    }))
    const themes = [
      { id: 'eau', parent: null },
      { id: 'eau potable', parent: 'eau' },
      { id: 'assainissement', parent: 'eau' },
    ]
    const { readings } = readEvidence({ ...input, themes, mentions: [...input.mentions, ...second] })
    expect(readings.map(({ theme, kind }) => [theme, kind])).toEqual([
      ['eau', 'trend'],
      ['eau potable', 'raised'],
      ['assainissement', 'raised'],
    ])
  })

  it('comparing a parent beside its children: only the published level is compared', () => {
    const input = {
      ...aConsultation([
        { region: 'Afrique', n: 12, themes: { puits: { x: 9 } } },
        { region: 'Europe', n: 12 },
        { region: 'MEWA', n: 12 },
      ]),
      themes: [
        { id: 'eau', parent: null },
        { id: 'puits', parent: 'eau' },
      ],
    }
    const kinds = (publishedLevel: number) => {
      const { readings, comparisons } = readEvidence(input, { ...THRESHOLDS, publishedLevel })
      return [comparisons, ...readings.map(({ kind }) => kind)]
    }
    expect(kinds(3)).toEqual([3, 'raised', 'supported-specificity'])
    expect(kinds(1)).toEqual([3, 'supported-specificity', 'raised'])
  })

  it('two travellers: a trend that two persons carry from region to region is to be consolidated', () => {
    const input = onWater('2/12 2/12 2/12 2/12 2/12 2/12')
    const touring = input.voices.map((voice) => {
      const traveller = /\/([01])$/u.exec(voice.person)?.[1]
      return traveller === undefined
        ? voice
        : { ...voice, person: `voyageur ${traveller}`, organisation: `org ${traveller}` }
    })
    expect(read({ ...input, voices: touring })).toMatchObject({ kind: 'trend', persons: 2, toConsolidate: true })
    expect(read(input)).toMatchObject({ kind: 'trend', persons: 12, toConsolidate: false })
  })

  it('travellers of many hats: fewer persons than regions do not become more by speaking for others', () => {
    const input = changeVoices(onWater('3/12 3/12 3/12 3/12 3/12 3/12'), ({ person }) => {
      const traveller = /\/([0-2])$/u.exec(person)?.[1]
      return traveller === undefined ? {} : { person: `voyageur ${traveller}` }
    })
    expect(read(input)).toMatchObject({ kind: 'trend', persons: 3, organisations: 18, toConsolidate: true })
  })

  it('asking five voices again after one has left: regions of five may hold a trend and a specificity', () => {
    expect(read(onWater('3/5 3/5 3/5'))).toMatchObject({ kind: 'trend', toConsolidate: false })
    expect(read(onWater('5/5 0/5 0/5 0/5'))?.specificTo).toEqual(['Afrique'])
  })

  it('luck in a large region: two voices of forty are not a presence, four are', () => {
    expect(read(onWater('2/40 3/40 4/40 2/20'))?.cells.map(({ present }) => present)).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})
