import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { Comparison } from '#shared/evidence/axis-record.ts'
import type { Contributor } from '#shared/evidence/contributor.ts'
import { removalsOf } from '#shared/evidence/removals.ts'
import { law } from '../../build/law.ts'

const someone = fc.record({
  person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  organisation: fc.constantFrom('o', 'p', 'q'),
  region: fc.constantFrom('here', 'north', 'south'),
  supports: fc.boolean(),
})
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never

const contributorOf = ({ supports, ...who }: Someone): Contributor => ({
  ...who,
  axis: 'axis',
  ownSession: true,
  globalSession: false,
  positions: new Map(supports ? [['theme', 'supports']] : []),
})

const supportersIn = (those: Iterable<Contributor>): readonly Contributor[] =>
  [...those].filter(({ positions }) => positions.has('theme'))

const side = (contributors: readonly Contributor[]) => ({ contributors: new Set(contributors), organisations: 0 })

describe('Taking anyone away from both sides of a comparison', () => {
  law('takes away what counting again without them finds', fc.array(someone, { maxLength: 20 }), (people) => {
    const all = people.map(contributorOf)
    const here = all.filter(({ region }) => region === 'here')
    const rest = all.filter(({ person }) => !here.some((one) => one.person === person))
    const comparison: Comparison = { region: 'here', here: side(here), rest: side(rest) }
    for (const by of ['person', 'organisation'] as const) {
      const counted = [...new Set([...here, ...rest].map((one) => one[by]))].map((token) => {
        const [those, others] = [here, rest].map((group) => group.filter((one) => one[by] === token))
        return [those, others].flatMap((group = []) => [group.length, supportersIn(group).length]).join(' ')
      })
      const removals = removalsOf(comparison, by, supportersIn(here), supportersIn(rest))
      const told = removals.map(({ n, x, restN, restX }) => [n, x, restN, restX].join(' '))
      expect(new Set(told)).toEqual(new Set(counted))
    }
  })
})
