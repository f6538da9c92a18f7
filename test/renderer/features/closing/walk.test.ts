import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginWalk, carryOn, stepTo } from '../../../../renderer/features/closing/walk.ts'
import { law } from '../../../build/law.ts'

const all = () => true
const three = beginWalk(['a', 'b', 'c'])

describe('a second reading', () => {
  it('begins with the first note, and with none where nothing is doubtful', () => {
    expect([three.at, beginWalk([]).at]).toEqual(['a', null])
  })

  it('goes on to the next note once this one is settled, which keeps its place', () => {
    expect(carryOn(three, ['b', 'c'], all, false)).toEqual({ order: ['a', 'b', 'c'], at: 'b', isOpen: true })
  })

  it('goes back to the first that is left after the last', () => {
    const last = { ...three, at: 'c' }
    expect(carryOn(last, ['a', 'b'], all, false).at).toBe('a')
  })

  it('ends when nothing is doubtful any more', () => {
    expect(carryOn(beginWalk(['a']), [], all, false)).toEqual({ order: ['a'], at: null, isOpen: false })
  })

  it('stays on a settled note that someone came back to', () => {
    const back = stepTo(carryOn(three, ['b', 'c'], all, false), -1, ['b', 'c'])
    expect(back.at).toBe('a')
    expect(carryOn(back, ['b', 'c'], all, false)).toBe(back)
  })

  it('does not move while someone types in the note, and does once they are done', () => {
    const typed = carryOn(three, ['b', 'c'], all, true)
    expect(typed.at).toBe('a')
    expect(carryOn(typed, ['b', 'c'], all, false).at).toBe('b')
  })

  it('takes up at the end what came since, and leaves out what is gone', () => {
    const after = carryOn(three, ['a', 'c', 'd'], (id) => id !== 'b', false)
    expect(after).toEqual({ order: ['a', 'c', 'd'], at: 'a', isOpen: true })
  })

  it('goes on to the next one when the note is put away, even under someone who types', () => {
    expect(carryOn(three, ['b', 'c'], (id) => id !== 'a', true)).toEqual({ order: ['b', 'c'], at: 'b', isOpen: true })
  })

  it('reads on when the last of the doubts is taken back', () => {
    const ended = carryOn(beginWalk(['a']), [], all, false)
    expect(carryOn(ended, ['a'], all, false)).toEqual({ order: ['a'], at: 'a', isOpen: true })
  })

  it('steps to the one before and after, and stops at the ends', () => {
    const open = ['a', 'b', 'c']
    expect(stepTo(three, -1, open).at).toBe('a')
    expect(stepTo(stepTo(three, 1, open), 1, open).at).toBe('c')
    expect(stepTo({ ...three, at: 'c' }, 1, open).at).toBe('c')
  })

  const someIds = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g'))
  law(
    'whatever changes under it, reads a note that is there, and a doubtful one while there is any',
    fc.tuple(someIds, fc.array(fc.record({ open: someIds, gone: someIds, typing: fc.boolean() }), { maxLength: 6 })),
    ([first, changes]) => {
      let walk = beginWalk(first)
      for (const { open, gone, typing } of changes) {
        const left = open.filter((id) => !gone.includes(id))
        const there = (id: string) => !gone.includes(id)
        walk = carryOn(walk, left, there, typing)
        expect(walk.at === null || there(walk.at)).toBe(true)
        expect(walk.at === null && left.length > 0).toBe(false)
        expect(new Set(walk.order).size).toBe(walk.order.length)
        for (const id of left) expect(walk.order).toContain(id)
        expect(carryOn(walk, left, there, typing)).toBe(walk)
      }
    },
  )
})
