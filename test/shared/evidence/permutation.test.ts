import { describe, expect, it } from 'vitest'
import type { EvidenceInput, EvidenceMention } from '#shared/evidence/evidence.ts'
import { type ChanceFindings, permutationRounds, tally } from '#shared/evidence/permutation.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { seeded, shuffled } from '#shared/evidence/seeded.ts'
import { THRESHOLDS } from '#shared/evidence/thresholds.ts'
import { aConsultation, changeVoices, onWater, together } from './scenario.ts'

interface World {
  readonly regions: number
  readonly themes: number
  readonly axes: number
  readonly voices: number
  readonly perOrganisation?: number
  /** 1: voices of an organisation all say the same. */
  readonly likeMinded?: boolean
}

/** A consultation where no region differs from another: each voice, or organisation, raises a theme in 15 % of cases. */
function indifferent({ regions, themes, axes, voices, perOrganisation = 1, likeMinded = false }: World): EvidenceInput {
  const random = seeded(7)
  const names = Array.from({ length: themes }, (_, t) => `thème ${t}`)
  const empty = Object.fromEntries(names.map((name) => [name, {}]))
  const input = together(
    Array.from({ length: axes }, (_, axis) =>
      aConsultation(
        Array.from({ length: regions }, (_, r) => ({
          region: `région ${r}`,
          n: voices,
          perOrganisation,
          themes: empty,
        })),
        `axe ${axis}`,
      ),
    ),
  )
  const drawn = new Map<string, boolean>()
  const draw = (key: string) => {
    if (!drawn.has(key)) drawn.set(key, random() < 0.15)
    return drawn.get(key) === true
  }
  const mentions = input.voices.flatMap((voice): readonly EvidenceMention[] =>
    names
      .filter((theme) => draw(`${voice.axis} ${likeMinded ? voice.organisation : voice.person} ${theme}`))
      .map((theme) => ({ voice: voice.id, theme, stance: 'raises' })),
  )
  return { ...input, mentions }
}

function findings(input: EvidenceInput, rounds?: number): ChanceFindings {
  const running = permutationRounds(input, THRESHOLDS, rounds)
  for (;;) {
    const step = running.next()
    if (step.done === true) return step.value
  }
}

const found = ({ signals, supported }: ChanceFindings): number => signals.mean + supported.mean

describe('what chance alone would find', { timeout: 30_000 }, () => {
  it('is the same figure each time and in whatever order the bundles came', () => {
    // Organisations of two regions, at home in both alike, must choose one without regard to what came first.
    const input = changeVoices(indifferent({ regions: 4, themes: 6, axes: 2, voices: 8 }), ({ region, person }) => ({
      organisation: `${region === 'région 0' || region === 'région 1' ? 'ouest' : 'est'} ${person.split('/')[1]}`,
    }))
    const mixed: EvidenceInput = {
      regions: input.regions.toReversed(),
      axes: input.axes.toReversed(),
      themes: input.themes.toReversed(),
      voices: shuffled(input.voices, seeded(3)),
      mentions: shuffled(input.mentions, seeded(4)),
    }
    expect(findings(mixed, 40)).toEqual(findings(input, 40))
  })

  it('reports each round, so that a long count can be followed and left', () => {
    const running = permutationRounds(onWater('4/8 1/8 0/8'), THRESHOLDS, 3)
    expect([...running]).toEqual([1, 2, 3])
  })

  it('agrees with what a consultation without differences shows', () => {
    const input = indifferent({ regions: 6, themes: 30, axes: 2, voices: 12 })
    const { signals, supported } = findings(input, 60)
    const { signals: seen } = tally(readEvidence(input))
    expect(signals.low).toBeLessThanOrEqual(seen)
    expect(seen).toBeLessThanOrEqual(signals.high)
    expect(supported.mean).toBeLessThan(0.2)
  })

  it('moves organisations as a whole: like-minded ones find no supported specificity by themselves', () => {
    const input = indifferent({ regions: 6, themes: 30, axes: 1, voices: 12, perOrganisation: 3, likeMinded: true })
    expect(findings(input, 60).supported.mean).toBeLessThan(0.2)
  })

  it('finds a real specificity rarely where it was in one region', () => {
    const counts = '10/12 1/12 1/12 1/12 1/12 1/12'
    expect(tally(readEvidence(onWater(counts)))).toEqual({ signals: 0, supported: 1 })
    expect(findings(onWater(counts), 100).supported.mean).toBeLessThan(0.2)
  })

  it('never gathers in one region what one organisation said in two', () => {
    const input = changeVoices(onWater('4/8 4/8 0/8 0/8'), ({ region, person }) => {
      const i = Number(person.split('/')[1])
      return { organisation: i < 4 ? `réseau ${i % 2}` : `${region} ${i}` }
    })
    // Two supporters of each network in a region: it falls with either, wherever both are.
    expect(found(findings(input, 300))).toBe(0)
  })

  it('counts a person once where two of their organisations meet', () => {
    const input = changeVoices(onWater('3/8 3/8 0/8 0/8'), ({ person }) =>
      /\/[0-2]$/u.test(person) ? { person: `voyageur ${person.split('/')[1]}` } : {},
    )
    expect(found(findings(input))).toBe(0)
  })

  it('is the same whether regions are conclusive at home or in global sessions', () => {
    const input = indifferent({ regions: 4, themes: 20, axes: 1, voices: 8 })
    const mixed = changeVoices(input, ({ region }) => ({ ownSession: region !== 'région 0' }))
    const regions = input.regions.map(({ id }) => ({
      id,
      state: id === 'région 0' ? ('not-held' as const) : ('held' as const),
    }))
    expect(found(findings(input, 60))).toBeGreaterThan(0)
    expect(findings({ ...mixed, regions }, 60)).toEqual(findings(input, 60))
  })

  it('moves nobody who spoke outside the conclusive regions', () => {
    const counts = '4/4 0/3'
    expect(findings(onWater(counts), 5)).toEqual({
      rounds: 5,
      signals: { mean: 0, low: 0, high: 0 },
      supported: { mean: 0, low: 0, high: 0 },
    })
  })

  it('makes 999 rounds unless told otherwise', () => {
    const counts = '5/6 0/6'
    expect(findings(onWater(counts)).rounds).toBe(999)
  })
})
