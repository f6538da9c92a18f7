import { describe, expect, it } from 'vitest'
import { pairId } from '#shared/model/pair.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import {
  BETWEEN,
  pairsIn,
  rowsOf,
  waitingIn,
  type RowsWanted,
} from '../../../../renderer/features/merge/near-duplicates/rows.ts'

const idOf = (letter: string): string => 'A'.repeat(21) + letter
const [A, B, C, D] = ['a', 'b', 'g', 'x'].map(idOf) as [string, string, string, string]

const aNote = (id: string, minute: number, session = 's'): AnyRecord => ({
  id,
  kind: 'note',
  f: { text: id, session, at: minute * 60_000 },
})
const judged = (one: string, other: string, judgement: string): AnyRecord => ({
  id: pairId(one, other),
  kind: 'pair',
  f: { one, other, judgement },
})
const of = (...records: readonly AnyRecord[]): Records => new Map(records.map((record) => [record.id, record]))
const found = (...pairs: readonly (readonly [string, string])[]) => ({
  pairs: pairs.map(([one, other]) => ({ one, other, likeness: 0.8, nearness: 'moment' as const, sameVoice: false })),
  takers: [],
  takenBy: {},
})
const wanted = (more: Partial<RowsWanted> = {}): RowsWanted => ({
  session: 's',
  shown: 'all',
  isFirst: (note) => note === A || note === C,
  ...more,
})
const shownIn = (records: Records, pairs: ReturnType<typeof pairsIn>, more: Partial<RowsWanted> = {}) =>
  rowsOf(records, pairs, wanted(more)).map(({ left, right, is }) => [left?.id ?? null, right?.id ?? null, is])

describe('two rapporteurs’ notes of one session', () => {
  it('stand in the column of who took them, pairs on one line, all on the clock of the session', () => {
    const records = of(aNote(D, 9), aNote(C, 2), aNote(B, 6), aNote(A, 5))
    expect(shownIn(records, pairsIn(records, found([B, A])))).toEqual([
      [C, null, null],
      [A, B, 'proposed'],
      [null, D, null],
    ])
  })

  it('are only those that wait, those that are linked, or all', () => {
    const records = of(aNote(A, 1), aNote(B, 2), aNote(C, 3), aNote(D, 4), judged(A, B, 'same'))
    const pairs = pairsIn(records, found([A, B], [C, D]))
    expect([shownIn(records, pairs, { shown: 'proposed' }), shownIn(records, pairs, { shown: 'same' })]).toEqual([
      [[C, D, 'proposed']],
      [[A, B, 'same']],
    ])
  })

  it('put the earlier first when one person took both', () => {
    const records = of(aNote(B, 1), aNote(D, 2))
    expect(shownIn(records, pairsIn(records, found([B, D])))).toEqual([[B, D, 'proposed']])
  })

  it('of two sessions have no clock in common, and wait apart', () => {
    const records = of(aNote(A, 1), aNote(B, 2, 'other'))
    const pairs = pairsIn(records, found([A, B]))
    expect([[...waitingIn(records, pairs)], shownIn(records, pairs, { session: BETWEEN })]).toEqual([
      [[BETWEEN, 1]],
      [[A, B, 'proposed']],
    ])
  })
})

describe('a pair waits for a person', () => {
  const notes = [aNote(A, 1), aNote(B, 2), aNote(C, 3)]
  const waits = (...more: readonly AnyRecord[]) => {
    const { proposed } = pairsIn(of(...notes, ...more), found([A, B], [B, C], [A, C]))
    return proposed.map(({ one, other }) => [one, other])
  }

  it('until it was said to be the same, or not, which is remembered', () => {
    expect(waits(judged(A, B, 'different'))).toEqual([
      [B, C],
      [A, C],
    ])
  })

  it('no more when both notes are linked by a third', () => {
    expect(waits(judged(A, B, 'same'), judged(B, C, 'same'))).toEqual([])
  })

  it('no more when one of its notes is gone', () => {
    const { proposed } = pairsIn(of(aNote(A, 1)), found([A, B]))
    expect(proposed).toEqual([])
  })

  it('again once what was said is taken back', () => {
    expect(waits({ ...judged(A, B, 'same'), f: { one: A, other: B } })).toHaveLength(3)
  })
})
