import { describe, expect, it } from 'vitest'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { prepare } from '#shared/evidence/contributor.ts'
import { interventionsIn } from '#shared/evidence/interventions.ts'
import { THRESHOLDS } from '#shared/evidence/thresholds.ts'
import { pairId } from '#shared/model/pair.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { BASE, aNote, aTheme, aVoice, unsettled, without } from './records.ts'

const [A, B, C] = ['A'.repeat(21) + 'a', 'A'.repeat(21) + 'b', 'A'.repeat(21) + 'g'] as const

const aPair = (one: string, other: string, judgement = 'same'): AnyRecord => ({
  id: pairId(one, other),
  kind: 'pair',
  f: { one, other, judgement },
})
const of = (records: readonly AnyRecord[]): Records => new Map(records.map((record) => [record.id, record]))
const standing = (...records: readonly AnyRecord[]) => [A, B, C].map(interventionsIn(of(records)))
const inputOf = (...records: readonly AnyRecord[]) => evidenceInput([...BASE, aTheme('sol'), ...records])
const unspoken = (id: string, f = {}) => without(aNote(id, f), 'voice')

describe('an intervention that several people noted', () => {
  it('is each note’s own while nobody said otherwise', () => {
    expect(standing(aNote(A), aNote(B), aNote(C))).toEqual([A, B, C])
  })

  it('is one when a person said so, step by step', () => {
    expect(standing(aNote(A), aNote(B), aNote(C), aPair(A, B), aPair(C, B))).toEqual([A, A, A])
  })

  it('is two when a person said that they only look alike, or when people disagree, or when a note is gone', () => {
    expect([
      standing(aNote(A), aNote(B), aPair(A, B, 'different')),
      standing(aNote(A), aNote(B), unsettled(aPair(A, B), 'judgement')),
      standing(aNote(A), aPair(A, B)),
    ]).toEqual([
      [A, B, C],
      [A, B, C],
      [A, B, C],
    ])
  })

  it('is not made by a record that bears the name of no pair', () => {
    expect(standing(aNote(A), aNote(B), { ...aPair(A, B), id: 'x'.repeat(22) })).toEqual([A, B, C])
  })

  it('is told by the note that knows most of who spoke', () => {
    const voices = [aVoice('quelqu’un', { unidentified: 1 }), aVoice('voix', { person: 'personne' })]
    const notes = [unspoken(A), aNote(B, { voice: 'quelqu’un' }), aNote(C, { voice: 'voix' })]
    expect(standing(...voices, ...notes, aPair(A, B), aPair(B, C))).toEqual([C, C, C])
  })
})

describe('the evidence', () => {
  it('counts one voice for an intervention that only one rapporteur could attribute', () => {
    const notes = [aNote(A), unspoken(B)]
    const count = (...more: readonly AnyRecord[]) => prepare(inputOf(...notes, ...more), THRESHOLDS).contributors.length
    expect([count(), count(aPair(A, B)), count(aPair(A, B, 'different'))]).toEqual([2, 1, 2])
  })

  it('hears the themes of both rapporteurs in that voice', () => {
    const sol = without(unspoken(B, { 'theme:sol': true }), 'theme:eau')
    expect(inputOf(aNote(A), sol, aPair(A, B)).mentions).toEqual([
      { voice: 'voix:axe', theme: 'eau', stance: 'raises' },
      { voice: 'voix:axe', theme: 'sol', stance: 'raises' },
    ])
  })

  it('keeps the stance that one rapporteur noted and the other did not', () => {
    const notes = [aNote(A, { stance: 'opposes' }), unspoken(B), aPair(A, B)]
    expect(inputOf(...notes).mentions.map(({ stance }) => stance)).toEqual(['opposes'])
  })

  it('reads the same, to the last figure, when nothing is linked', () => {
    const notes = [aNote(A), unspoken(B), aNote(C, { stance: 'opposes' })]
    expect(inputOf(...notes, aPair(A, B, 'different'))).toEqual(inputOf(...notes))
  })

  it('leaves out the unsettled note of an intervention, and hears the other', () => {
    expect(inputOf(unsettled(aNote(A), 'scope'), unspoken(B), aPair(A, B)).voices).toHaveLength(1)
  })
})
