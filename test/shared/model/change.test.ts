import { describe, expect, it } from 'vitest'
import { applyChange, changeBetween, composeChanges, reverseChange } from '#shared/model/change.ts'
import { members, type AnyRecord } from '#shared/model/record.ts'
import { someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { saidIn } from '../../build/said.ts'

describe('A change', () => {
  law(
    'leads from one state to the other and back, and two changes make one',
    someSteps(),
    (steps) => {
      const [first, second, third] = World.after(steps).devices.map(({ records }) => records)
      if (first === undefined || second === undefined || third === undefined) return
      const [there, further] = [changeBetween(first, second), changeBetween(second, third)]
      expect(saidIn(applyChange(first, there))).toBe(saidIn(second))
      expect(saidIn(applyChange(second, reverseChange(there)))).toBe(saidIn(first))
      expect(saidIn(applyChange(first, composeChanges(there, further)))).toBe(saidIn(third))
    },
    0.5,
  )

  it('that comes and goes leaves no trace', () => {
    const record: AnyRecord = { id: 'a', kind: 'theme', f: { label: 'Eau' } }
    expect(composeChanges({ a: [null, record] }, { a: [record, null] })).toEqual({})
  })
})

describe('Members of a set', () => {
  it('are those that are true, in order', () => {
    const f = { 'theme:b': true, 'theme:a': true, 'theme:c': false, theme: true, 'tag:d': true }
    expect(members({ id: 'n', kind: 'note', f }, 'theme')).toEqual(['a', 'b'])
  })
})
