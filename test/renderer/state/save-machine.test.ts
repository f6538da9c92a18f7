import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterEvent,
  isAtRisk,
  NOTHING_YET,
  refusedWritings,
  type SaveEvent,
  saveState,
} from '../../../renderer/state/save-machine.ts'
import { law } from '../../build/law.ts'

const OPENED: SaveEvent = { type: 'opened', savedAt: 1_000, readOnly: null }
const after = (...events: readonly SaveEvent[]) => [OPENED, ...events].reduce(afterEvent, NOTHING_YET)
const said = (...events: readonly SaveEvent[]) => saveState(after(...events))

const began = (writing: number, at = 2_000): SaveEvent => ({ type: 'began', writing, at })
const saved = (writing: number, at = 3_000): SaveEvent => ({ type: 'saved', writing, at })
const refused = (writing: number, code = 'ENOSPC'): SaveEvent => ({ type: 'refused', writing, code })
const typed = (draft: string, at: number): SaveEvent => ({ type: 'typed', draft, at })
const kept = (draft: string, typedAt: number, at: number): SaveEvent => ({ type: 'kept', draft, typedAt, at })

describe('what is said of writings', () => {
  it('is saved at the last moment that reached the disk, even while others wait', () => {
    expect(said()).toEqual({ state: 'saved', savedAt: 1_000 })
    expect(said(began(1), began(2), saved(2))).toEqual({ state: 'saved', savedAt: 3_000 })
  })

  it('is that one is on its way once it is slow', () => {
    expect(said(began(1), { type: 'slow', writing: 1 })).toEqual({ state: 'saving', since: 2_000 })
    expect(said(began(1), saved(1), { type: 'slow', writing: 1 }).state).toBe('saved')
  })

  it('is that it is not saved, since its first words, whatever succeeds meanwhile', () => {
    const machine = [began(1, 2_000), began(2, 2_500), refused(1), refused(2, 'EIO'), began(3), saved(3)]
    expect(said(...machine)).toEqual({ state: 'not-saved', since: 2_000, code: 'ENOSPC', writings: 2 })
    expect(said(...machine, saved(1))).toMatchObject({ state: 'not-saved', since: 2_500, code: 'EIO', writings: 1 })
    expect(said(...machine, saved(1), { type: 'dropped', writing: 2 })).toEqual({ state: 'saved', savedAt: 3_000 })
  })

  it('is that a copy has it, and no longer that it is at risk; only a saving makes it saved', () => {
    const copied: SaveEvent = { type: 'copied', writings: [1], at: 4_000, name: 'copie.rapb' }
    const machine = after(began(1), refused(1), copied)
    expect(saveState(machine)).toEqual({ state: 'elsewhere', at: 4_000, name: 'copie.rapb', writings: 1 })
    expect(isAtRisk(machine)).toBe(false)
    expect(said(began(1), refused(1), copied, began(2), refused(2)).state).toBe('not-saved')
    expect(said(began(1), refused(1), copied, saved(1, 5_000))).toEqual({ state: 'saved', savedAt: 5_000 })
  })

  it('is that nothing can be written, before anything else', () => {
    const why = { type: 'NetworkFolder' } as const
    const machine = [{ type: 'opened', savedAt: 1, readOnly: why }, began(1), refused(1)] as const
    expect(saveState(machine.reduce(afterEvent, NOTHING_YET))).toEqual({ state: 'read-only', why })
  })
})

describe('what is said of words that are being typed', () => {
  it('is that they are kept only once the disk has the last of them', () => {
    expect(said(typed('a', 10))).toEqual({ state: 'typing', savedAt: 1_000, keptAt: null })
    expect(said(typed('a', 10), kept('a', 10, 20))).toEqual({ state: 'draft-kept', savedAt: 1_000, keptAt: 20 })
    const since = [typed('a', 10), typed('a', 15), kept('a', 10, 20)]
    expect(said(...since)).toEqual({ state: 'typing', savedAt: 1_000, keptAt: 20 })
    expect(said(...since, kept('a', 15, 30)).state).toBe('draft-kept')
  })

  it('is that they are not saved when their draft is refused, since the first that no disk has', () => {
    const machine = [typed('a', 10), kept('a', 10, 20), typed('a', 30), typed('a', 40)]
    const refusal: SaveEvent = { type: 'draft-refused', draft: 'a', code: 'EIO' }
    expect(said(...machine, refusal)).toMatchObject({ state: 'not-saved', since: 30, code: 'EIO', writings: 0 })
    expect(said(...machine, refusal, kept('a', 40, 50)).state).toBe('draft-kept')
    expect(said(...machine, refusal, { type: 'draft-ended', draft: 'a' }).state).toBe('saved')
  })
})

describe('whatever happens, in whatever order', () => {
  const writing = fc.integer({ min: 1, max: 4 })
  const event: fc.Arbitrary<SaveEvent> = fc.oneof(
    fc.record({ type: fc.constant('began' as const), writing, at: fc.nat() }),
    fc.record({ type: fc.constant('slow' as const), writing }),
    fc.record({ type: fc.constant('saved' as const), writing, at: fc.nat() }),
    fc.record({ type: fc.constant('refused' as const), writing, code: fc.constantFrom('ENOSPC', 'EIO') }),
    fc.record({ type: fc.constant('dropped' as const), writing }),
    fc.record({ type: fc.constant('typed' as const), draft: fc.constantFrom('a', 'b'), at: fc.nat() }),
    fc.record({
      type: fc.constant('kept' as const),
      draft: fc.constantFrom('a', 'b'),
      typedAt: fc.nat(),
      at: fc.nat(),
    }),
  )

  law('work that was refused is never said to be saved before it is', fc.array(event, { maxLength: 40 }), (events) => {
    const machine = after(...events)
    const owed = new Set<number>()
    const open = new Set<number>()
    for (const one of events) {
      if (!('writing' in one)) continue
      if (one.type === 'began') {
        open.add(one.writing)
        owed.delete(one.writing)
      } else if (one.type === 'refused' && open.has(one.writing)) owed.add(one.writing)
      else if (one.type === 'saved' || one.type === 'dropped') {
        open.delete(one.writing)
        owed.delete(one.writing)
      }
    }
    expect(new Set(refusedWritings(machine))).toEqual(owed)
    expect(isAtRisk(machine)).toBe(owed.size > 0)
  })

  law('the moment of the last saving never goes back', fc.array(event, { maxLength: 40 }), (events) => {
    let machine = after()
    for (const one of events) {
      const next = afterEvent(machine, one)
      expect(next.savedAt).toBeGreaterThanOrEqual(machine.savedAt)
      machine = next
    }
  })
})
