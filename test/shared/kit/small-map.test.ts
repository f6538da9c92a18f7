import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { SmallMap, smallMapOf } from '#shared/kit/small-map.ts'
import { law } from '../../build/law.ts'

const key = fc.constantFrom('a', 'b', 'c')
const steps = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('set' as const), key, value: fc.nat(3) }),
    fc.record({ act: fc.constant('delete' as const), key, value: fc.constant(0) }),
  ),
  { maxLength: 12 },
)

describe('A small map', () => {
  law(
    'says what a map says, whatever is done to it, and so does its copy',
    steps,
    (acts) => {
      const [small, map] = [new SmallMap<string, number>(), new Map<string, number>()]
      for (const { act, key: at, value } of acts) {
        const former = smallMapOf(small)
        if (act === 'set') {
          small.set(at, value)
          map.set(at, value)
        } else expect(small.delete(at)).toBe(map.delete(at))
        for (const one of [small, smallMapOf(small)]) {
          expect([one.size, [...one], [...one.keys()], [...one.values()]]).toEqual([
            map.size,
            [...map],
            [...map.keys()],
            [...map.values()],
          ])
          for (const asked of ['a', 'b', 'c'])
            expect([one.has(asked), one.get(asked)]).toEqual([map.has(asked), map.get(asked)])
        }
        former.set('z', 9)
        expect(small.has('z')).toBe(false)
      }
      const told: unknown[] = []
      small.forEach((value, at) => told.push([at, value]))
      expect(told).toEqual([...map])
    },
    10,
  )
})
