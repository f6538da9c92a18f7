import { describe, expect, it } from 'vitest'
import { pairId } from '#shared/model/pair.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { blocksOf, textOf } from './outline-reading.ts'
import { reportOf } from './report-of.ts'
import { aNote, aRecord, SMALL } from './small.ts'

const [ONE, OTHER, THIRD] = ['a', 'b', 'x'].map((letter) => 'A'.repeat(21) + letter) as [string, string, string]
const linked = aRecord('pair', pairId(ONE, OTHER), { one: ONE, other: OTHER, judgement: 'same' })
const asking = (id: string): AnyRecord => aNote(id, { noteKind: 'recommendation' })

const annexOf = (records: readonly AnyRecord[]) =>
  blocksOf(reportOf(records), 'annexNote').map(({ number, runs, attribution }) => ({
    number,
    text: textOf(runs),
    attribution,
  }))
const coverOf = (records: readonly AnyRecord[]) => JSON.stringify(blocksOf(reportOf(records), 'cover'))

describe('a document of notes that two people took of one intervention', () => {
  const notes = [...SMALL, aNote(ONE), aNote(OTHER), aNote(THIRD)]

  it('counts what was said once', () => {
    expect([/3\snotes/u.test(coverOf(notes)), /2\snotes/u.test(coverOf([...notes, linked]))]).toEqual([true, true])
  })

  it('prints both in its annex, each with the number of the other', () => {
    const annex = annexOf([...notes, linked])
    expect(annex).toHaveLength(3)
    const together = annex.filter(({ attribution }) => attribution.includes('même intervention que la note'))
    expect(together.map(({ number }) => number)).toEqual([1, 2])
    expect(together.map(({ attribution }) => Number(/note (\d+)$/u.exec(attribution)?.[1]))).toEqual([2, 1])
  })

  it('lists a recommendation once', () => {
    const asked = [...SMALL, asking(ONE), asking(OTHER)]
    const said = (records: readonly AnyRecord[]) => JSON.stringify(reportOf(records))
    expect([/2\srecommandations/u.test(said(asked)), /1\srecommandation/u.test(said([...asked, linked]))]).toEqual([
      true,
      true,
    ])
    expect(said([...asked, linked])).not.toMatch(/2\srecommandations/u)
  })

  it('is the same, to the last byte, when they were said to be two', () => {
    const apart = { ...linked, f: { ...linked.f, judgement: 'different' } }
    expect(reportOf([...notes, apart])).toEqual(reportOf(notes))
  })
})
