import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '#shared/model/record.ts'
import { law } from '../../build/law.ts'
import { listsByKind, sorter } from '../../../renderer/state/sorted-lists.ts'

const byOrder = (a: AnyRecord, b: AnyRecord): number =>
  Number(a.f['order']) - Number(b.f['order']) || (a.id < b.id ? -1 : 1)

const someRecord = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  kind: fc.constantFrom('note', 'voice'),
  f: fc.record({ order: fc.integer({ min: 0, max: 3 }) }),
})
const state = fc
  .array(someRecord, { maxLength: 12 })
  .map((list) => new Map<string, AnyRecord>(list.map((record) => [record.id, record])))

describe('lists of an open process', () => {
  law('are what sorting from nothing gives, whatever came and went before', fc.array(state), (states) => {
    const listOf = listsByKind(byOrder)
    for (const records of states) {
      for (const kind of ['note', 'voice', 'axis']) {
        const expected = [...records.values()].filter((record) => record.kind === kind).toSorted(byOrder)
        expect(listOf(records, kind)).toEqual(expected)
      }
    }
  })

  it('stay the same while none of their records changes', () => {
    const listOf = listsByKind(byOrder)
    const one: AnyRecord = { id: 'a', kind: 'note', f: { order: 1 } }
    const records = new Map([[one.id, one]])
    const notes = listOf(records, 'note')
    const voice: AnyRecord = { id: 'b', kind: 'voice', f: { order: 0 } }
    expect(listOf(new Map([...records, [voice.id, voice]]), 'note')).toBe(notes)
    expect(listOf(new Map([[one.id, { ...one }]]), 'note')).not.toBe(notes)
  })

  it('are compared about once per record when one more has come', () => {
    let compared = 0
    const sort = sorter<{ readonly id: string }>((a, b) => {
      compared += 1
      return a.id < b.id ? -1 : 1
    })
    const many = Array.from({ length: 1_000 }, (_, at) => ({ id: `${(at * 7_919) % 1_000}`.padStart(4, '0') }))
    sort(many)
    compared = 0
    expect(sort([...many, { id: '0500b' }])).toHaveLength(1_001)
    expect(compared).toBeLessThan(1_100)
  })
})
