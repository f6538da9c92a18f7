import { describe, expect, it } from 'vitest'
import type { Cell, Gap, Reading } from '#shared/evidence/evidence.ts'
import { answerOf, needsReason, presentElsewhere, proposalOf } from '../../../../renderer/features/review/answer.ts'
import { boardOf } from '../../../../renderer/features/review/board.ts'
import { placesOf } from '../../../../renderer/features/review/presence-places.ts'
import type { RecordOf, Region } from '#shared/model/record.ts'

const cell = (region: string, x: number, n: number, present = x >= 2): Cell => ({
  region,
  n,
  x,
  o: 0,
  organisations: x,
  opposingOrganisations: 0,
  conclusive: n >= 5,
  through: n >= 5 ? 'own' : null,
  present: present && n >= 5,
})
const gap = (region: string, grade: Gap['grade']): Gap => ({
  region,
  x: 6,
  n: 9,
  restX: 4,
  restN: 41,
  difference: 0.57,
  low: 0.28,
  high: 0.77,
  p: 0.001,
  grade,
})
const reading = (kind: Reading['kind'], more: Partial<Reading> = {}): Reading => ({
  axis: 'one',
  theme: 'water',
  kind,
  cells: [cell('mew', 6, 9), cell('afr', 2, 12), cell('nor', 1, 3)],
  present: 2,
  conclusive: 2,
  withoutData: 1,
  voices: 9,
  persons: 9,
  organisations: 8,
  opposing: 0,
  contested: false,
  toConsolidate: false,
  gaps: [],
  specificTo: [],
  notRecordedIn: [],
  ...more,
})
const trendTag = { scope: 'trend', regions: [] } as const
const ofMewa = { scope: 'specificity', regions: ['mew'] } as const

describe('what the data answer to a decision', () => {
  it.each([
    [reading('trend'), 'supported'],
    [reading('trend', { toConsolidate: true }), 'consolidate'],
    [reading('trend', { contested: true }), 'contested'],
    [reading('raised'), 'justify'],
    [reading('divergence'), 'divergence'],
    [reading('inconclusive'), 'judgement'],
    [undefined, 'judgement'],
  ] as const)('a trend over %#: %s', (found, answer) => {
    expect(answerOf(found, trendTag)).toBe(answer)
  })

  it.each([
    [reading('supported-specificity', { specificTo: ['mew'], gaps: [gap('mew', 'supported')] }), 'supported'],
    [reading('signal', { specificTo: ['mew'], gaps: [gap('mew', 'signal')] }), 'signal'],
    [reading('shared', { specificTo: ['mew', 'afr'] }), 'shared'],
    [reading('trend', { specificTo: ['mew'] }), 'accent'],
    [reading('trend'), 'elsewhere'],
    [reading('raised'), 'justify'],
    [reading('once'), 'justify'],
  ] as const)('a specificity over %#: %s', (found, answer) => {
    expect(answerOf(found, ofMewa)).toBe(answer)
  })

  it('is the rapporteur’s judgement where the section has too few people', () => {
    expect(answerOf(reading('raised'), { scope: 'specificity', regions: ['nor'] })).toBe('judgement')
  })

  it('asks for a reason where the data do not carry the decision', () => {
    expect((['justify', 'elsewhere', 'judgement'] as const).every(needsReason)).toBe(true)
    expect((['supported', 'signal', 'accent', 'consolidate'] as const).some(needsReason)).toBe(false)
  })

  it('names the other sections where the theme is present', () => {
    expect(presentElsewhere(reading('trend'), ['mew'])).toEqual(['afr'])
  })

  it('proposes, and never decides: nothing is proposed of what is contested or only raised', () => {
    expect(proposalOf(reading('trend'))).toEqual(trendTag)
    expect(proposalOf(reading('trend', { contested: true }))).toBeNull()
    expect(proposalOf(reading('signal', { specificTo: ['mew'] }))).toEqual(ofMewa)
    expect(proposalOf(reading('raised'))).toBeNull()
  })
})

describe('the board of an axis', () => {
  const tag: RecordOf<'tag'> = {
    id: 'tag',
    kind: 'tag',
    f: { label: 'Eau rare', scope: 'specificity', axis: 'one', 'theme:water': true, 'region:mew': true },
  }
  const readings = [
    reading('trend'),
    reading('raised', { theme: 'care', voices: 3 }),
    reading('signal', { theme: 'culture', voices: 4, specificTo: ['afr'] }),
    reading('divergence', { theme: 'pricing' }),
    reading('once', { theme: 'elsewhere', axis: 'two' }),
  ]

  it('keeps each theme once: decided, divergent, or still to be sorted with proposals first', () => {
    const board = boardOf(new Map(), 'one', readings, [tag])
    expect(board.specificities.map(({ id, answer }) => [id, answer])).toEqual([['tag', 'elsewhere']])
    expect(board.divergences.map(({ id }) => id)).toEqual(['pricing'])
    expect(board.toSort.map(({ id }) => id)).toEqual(['culture', 'care'])
    expect(board.trends).toEqual([])
  })

  it('tells a section without data from one where nobody raised the theme', () => {
    const region = (id: string): Region & { kind: 'region' } => ({ id, kind: 'region', f: { code: id, label: id } })
    const places = placesOf([region('mew'), region('nor'), region('eur')], readings[0], ['mew'], 'fr')
    expect(places.map(({ state, highlighted }) => [state, highlighted])).toEqual([
      ['present', true],
      ['inconclusive', false],
      ['none', false],
    ])
  })
})
