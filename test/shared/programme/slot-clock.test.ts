import { describe, expect, it } from 'vitest'
import { slotAt, slotBeside, slotsOf, type Slot } from '#shared/programme/slot-clock.ts'

const slot = (id: string, f: Slot['f']): Slot => ({ id, kind: 'slot', f: { session: 's', ...f } })
const opening = slot('opening', { start: '10:00' })
const rivers = slot('rivers', { start: '10:10', end: '10:25' })
const debate = slot('debate', { start: '10:30', end: '11:00' })
const slots = slotsOf([debate, opening, rivers, slot('elsewhere', { session: 'other', start: '09:00' })], 's')
const at = (time: string | null, among = slots) => slotAt(among, time)?.id ?? null

describe('the slot that one is in', () => {
  it('follows the clock; a slot without an end lasts until the next, and nothing is on between two slots', () => {
    expect(slots.map(({ id }) => id)).toEqual(['opening', 'rivers', 'debate'])
    expect(['09:59', '10:00', '10:09', '10:10', '10:25', '10:29', '10:30', '11:00'].map((time) => at(time))).toEqual([
      null,
      'opening',
      'opening',
      'rivers',
      null,
      null,
      'debate',
      null,
    ])
    expect(at(null)).toBeNull()
  })

  it('is the one that was begun by hand, late or on another day, until it is ended', () => {
    const late = [opening, slot('rivers', { ...rivers.f, began: '10:20' }), debate]
    expect([at('10:40', late), at(null, late)]).toEqual(['rivers', 'rivers'])
    const ended = [opening, slot('rivers', { ...rivers.f, began: '10:10', ended: '10:18' }), debate]
    expect(at('10:20', ended)).toBeNull()
  })

  it('has neighbours that a key goes to, from between two slots as well', () => {
    const beside = (time: string | null, way: 'next' | 'previous') => slotBeside(slots, time, way)?.id ?? null
    expect([beside('10:12', 'next'), beside('10:12', 'previous')]).toEqual(['debate', 'opening'])
    expect([beside('10:27', 'next'), beside('10:27', 'previous')]).toEqual(['debate', 'rivers'])
    expect([beside('10:40', 'next'), beside('12:00', 'next'), beside('12:00', 'previous')]).toEqual([
      null,
      null,
      'debate',
    ])
    expect([beside(null, 'next'), beside(null, 'previous')]).toEqual(['opening', null])
  })
})
