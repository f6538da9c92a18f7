import { describe, expect, it } from 'vitest'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { entriesOf } from '../../../../renderer/features/review/review-entry.ts'
import {
  activeParts,
  countByRegion,
  countByView,
  filterEntries,
  NO_FILTER,
  partsToDrop,
  without,
} from '../../../../renderer/features/review/review-filter.ts'

const record = (id: string, kind: string, f: AnyRecord['f'], conflicts?: AnyRecord['conflicts']): AnyRecord => ({
  id,
  kind,
  f,
  ...(conflicts === undefined ? {} : { conflicts }),
})

/** Two sections, one session under Chatham House, a quotation, a divergence left unsettled. */
const CONSULTATION: Records = new Map(
  [
    record('afr', 'region', { label: 'Afrique' }),
    record('mew', 'region', { label: 'MEWA' }),
    record('open', 'session', { date: '2021-05-07', level: 1 }),
    record('closed', 'session', { date: '2021-05-06', level: 5, region: 'mew' }),
    record('diop', 'voice', { region: 'afr', level: 1 }),
    record('somebody', 'voice', { region: 'mew', level: 5, unidentified: 1 }),
    record('a', 'note', {
      text: 'Les régies d’eau',
      session: 'open',
      voice: 'diop',
      scope: 'trend',
      noteKind: 'observation',
      axis: 'one',
      at: 2,
      'theme:water': true,
    }),
    record('b', 'note', {
      text: '« Rien sans nous »',
      session: 'open',
      voice: 'diop',
      noteKind: 'quote',
      axis: 'one',
      at: 1,
      'theme:care': true,
    }),
    record('c', 'note', {
      text: 'Un guichet',
      session: 'closed',
      voice: 'somebody',
      scope: 'specificity',
      noteKind: 'recommendation',
      axis: 'two',
      at: 9,
    }),
    record('d', 'note', {
      text: 'Ouverture de la séance',
      session: 'closed',
      noteKind: 'procedure',
      axis: 'two',
      at: 8,
    }),
    record(
      'e',
      'note',
      { text: 'Deux versions', session: 'closed', noteKind: 'need', axis: 'two', at: 10 },
      { scope: ['trend', 'undecided'] },
    ),
  ].map((one) => [one.id, one]),
)
const entries = entriesOf(CONSULTATION)
const idsOf = (filter: Partial<typeof NO_FILTER>) =>
  filterEntries(entries, { ...NO_FILTER, ...filter }).map(({ note }) => note.id)

describe('the notes of a consultation under review', () => {
  it('come day after day, each in the order it was begun', () => {
    expect(idsOf({})).toEqual(['d', 'c', 'e', 'b', 'a'])
  })

  it('belong to the section of who spoke, or to that of the session when nobody is known', () => {
    expect(idsOf({ region: 'afr' })).toEqual(['b', 'a'])
    expect(idsOf({ region: 'mew' })).toEqual(['d', 'c', 'e'])
  })

  it('are found by words without their accents, in any order', () => {
    expect(idsOf({ text: 'EAU regies' })).toEqual(['a'])
  })
})

it('A joined axis or theme is found under the one that it counts as', () => {
  const joined: Records = new Map(
    [
      record('one', 'axis', {}),
      record('old', 'axis', { into: 'one' }),
      record('water', 'theme', {}),
      record('wells', 'theme', { into: 'water' }),
      record('a', 'note', { text: 'Les puits', axis: 'old', 'theme:wells': true }),
    ].map((one) => [one.id, one]),
  )
  const found = (filter: Partial<typeof NO_FILTER>) =>
    filterEntries(entriesOf(joined), { ...NO_FILTER, ...filter }).map(({ note }) => note.id)
  expect([found({ axis: 'one' }), found({ theme: 'water' }), found({ axis: 'old' })]).toEqual([['a'], ['a'], []])
})

describe('the views at the side', () => {
  it('never ask to qualify or to attribute how the sitting went', () => {
    expect(idsOf({ view: 'undecided' })).toEqual(['e', 'b'])
    expect(idsOf({ view: 'no-speaker' })).toEqual(['c', 'e'])
    expect(idsOf({ view: 'no-theme' })).toEqual(['c', 'e'])
  })

  it('show notes whose speaker is not sure, or of whom people disagree', () => {
    const doubted = new Map(
      [
        record('a', 'note', { text: 'Sûr' }),
        record('b', 'note', { text: 'Douteux', doubtful: true }),
        { ...record('c', 'note', { text: 'Disputé' }), conflicts: { doubtful: [null, true] } },
      ].map((one) => [one.id, one]),
    )
    const shown = filterEntries(entriesOf(doubted), { ...NO_FILTER, view: 'doubtful' })
    expect(shown.map(({ note }) => note.id)).toEqual(['b', 'c'])
  })

  it('show as not to be attributed all that a closed session holds', () => {
    expect(idsOf({ view: 'protected' })).toEqual(['d', 'c', 'e'])
  })

  it('show quotations to review, recommendations, and what stands in two versions', () => {
    expect(idsOf({ view: 'quotes' })).toEqual(['b'])
    expect(idsOf({ view: 'recommendations' })).toEqual(['c'])
    expect(idsOf({ view: 'unsettled' })).toEqual(['e'])
  })

  it('count what they would show, the other filters staying', () => {
    const filter = { ...NO_FILTER, view: 'quotes' as const, axis: 'two' }
    expect(countByView(entries, filter)).toMatchObject({ quotes: 0, undecided: 1, all: 3 })
    expect(countByRegion(entries, { ...NO_FILTER, region: 'afr' })).toEqual(
      new Map([
        ['mew', 3],
        ['afr', 2],
      ]),
    )
  })
})

describe('an empty list', () => {
  it('names the filters that would show something again, the most notes first', () => {
    const filter = { ...NO_FILTER, axis: 'two', theme: 'water', region: 'mew' }
    expect(filterEntries(entries, filter)).toEqual([])
    expect(partsToDrop(entries, filter)).toEqual([{ part: 'theme', count: 3 }])
    expect(activeParts(without(filter, 'theme'))).toEqual(['region', 'axis'])
  })
})
