import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  extendTo,
  goTo,
  keepShown,
  NOTHING_PICKED,
  pickAll,
  pickNone,
  type Selection,
  targetsOf,
  toggle,
} from '../../../../renderer/features/review/selection.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const at = (id: string): Selection => goTo(NOTHING_PICKED, id)
const picked = (selection: Selection) => [...selection.picked].sort()

describe('picking notes', () => {
  it('takes all between where one was and where one goes, both ways', () => {
    expect(picked(extendTo(at('b'), IDS, 'd'))).toEqual(['b', 'c', 'd'])
    expect(picked(extendTo(at('d'), IDS, 'b'))).toEqual(['b', 'c', 'd'])
  })

  it('gives up what the range had taken when one goes back, and nothing else', () => {
    const far = extendTo(toggle(at('a'), 'f'), IDS, 'c')
    const back = extendTo(far, IDS, 'e')
    expect(picked(far)).toEqual(['c', 'd', 'e', 'f'])
    expect(picked(back)).toEqual(['e', 'f'])
  })

  it('acts on the picked notes, else on the one where the keyboard is', () => {
    expect(targetsOf(at('c'), IDS)).toEqual(['c'])
    expect(targetsOf(toggle(toggle(at('c'), 'e'), 'b'), IDS)).toEqual(['b', 'e'])
    expect(targetsOf(pickNone(pickAll(at('c'), IDS)), IDS)).toEqual(['c'])
  })

  it('stays at the same rank when its note leaves the list', () => {
    expect(keepShown(at('c'), IDS, ['a', 'b', 'd', 'e']).current).toBe('d')
    expect(keepShown(at('f'), IDS, ['a', 'b']).current).toBe('b')
    expect(keepShown(at('c'), IDS, []).current).toBeNull()
  })

  it('never holds what is not shown, whatever was done', () => {
    const step = fc.tuple(fc.constantFrom('go', 'toggle', 'extend', 'all'), fc.constantFrom(...IDS))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.subarray(IDS), (steps, shown) => {
        const done = steps.reduce((selection, [what, id]) => {
          if (what === 'go') return goTo(selection, id)
          if (what === 'toggle') return toggle(selection, id)
          return what === 'extend' ? extendTo(selection, IDS, id) : pickAll(selection, IDS)
        }, NOTHING_PICKED)
        const kept = keepShown(done, IDS, shown)
        return (
          [...kept.picked].every((id) => shown.includes(id)) &&
          (kept.current === null ? shown.length === 0 : shown.includes(kept.current)) &&
          targetsOf(kept, shown).length === (kept.picked.size || (shown.length === 0 ? 0 : 1))
        )
      }),
    )
  })
})
