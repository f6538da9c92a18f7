import { describe, expect, it } from 'vitest'
import type { Conflict } from '#shared/merge/plan-merge.ts'
import type { Records } from '#shared/model/record.ts'
import { bulkPlan } from '../../../../renderer/features/merge/bulk-rules.ts'
import {
  beginThird,
  casesOf,
  choose,
  isWritten,
  leftUnsettled,
  settledBy,
  standingConflicts,
} from '../../../../renderer/features/merge/conflict-cases.ts'
import { answer, saidOf } from '../../../../renderer/features/merge/equivalent-answers.ts'

const conflict = (record: string, field: string, values: Conflict['values'], ours?: Conflict['ours']): Conflict => ({
  record,
  kind: 'note',
  field,
  values,
  ours,
  standing: false,
})
const TEXT = conflict('a', 'text', ['fichier', 'ici'], 'ici')
const SCOPE = conflict('a', 'scope', ['specificity', 'trend'], 'trend')
const OTHER = conflict('b', 'text', ['là', 'ici'], 'ici')
const THREE = conflict('c', 'text', ['un', 'deux', 'trois'], 'un')
const STANDING = conflict('d', 'text', ['un', 'deux'])
const CASES = casesOf([TEXT, SCOPE, OTHER, THREE, STANDING])

describe('one answer for all the cases that are left', () => {
  it('says how many it takes before it is given, and leaves alone what was chosen', () => {
    const chosen = choose(new Map(), OTHER, 0)
    const plan = bulkPlan('file', CASES, chosen)
    expect([plan.cases, plan.fields]).toEqual([1, 2])
    expect(settledBy([TEXT, SCOPE, OTHER], plan.choices).map(({ value }) => value)).toEqual([
      'fichier',
      'specificity',
      'ici',
    ])
  })

  it('may be of the qualification only', () => {
    const plan = bulkPlan('scopeFile', CASES, new Map())
    expect([plan.cases, plan.fields]).toEqual([1, 1])
    expect(settledBy([TEXT, SCOPE], plan.choices)).toEqual([{ record: 'a', field: 'scope', value: 'specificity' }])
  })

  it('never guesses among three versions, nor where nothing tells which is ours', () => {
    const { choices } = bulkPlan('here', CASES, new Map())
    expect(settledBy([THREE, STANDING], choices)).toEqual([])
    expect(leftUnsettled(CASES, choices)).toBe(2)
  })
})

describe('a third version', () => {
  it('begins with the chosen one, and counts once it has words', () => {
    const begun = beginThird(choose(new Map(), TEXT, 1), TEXT)
    expect(settledBy([TEXT], begun)).toEqual([{ record: 'a', field: 'text', value: 'fichier' }])
    const blank = choose(begun, TEXT, { third: '  ' })
    expect(settledBy([TEXT], blank)).toEqual([])
    expect(leftUnsettled(casesOf([TEXT]), blank)).toBe(1)
    expect(beginThird(blank, TEXT)).toBe(blank)
  })

  it('is only written of texts', () => {
    expect([TEXT, SCOPE].map(isWritten)).toEqual([true, false])
    expect(isWritten(conflict('a', 'text', [null, 'mots']))).toBe(true)
  })
})

describe('what stands side by side here', () => {
  const records: Records = new Map([
    ['a', { id: 'a', kind: 'note', f: {}, conflicts: { text: ['5 km', '8 km'] } }],
    ['b', { id: 'b', kind: 'note', f: { text: 'seul' } }],
  ])
  const side = (value: string, isOurs: boolean) => ({ value, isOurs, at: null, file: null })

  it('is a case of its own, ours once the journal has told which', () => {
    expect(standingConflicts(records)).toMatchObject([{ record: 'a', ours: undefined, standing: true }])
    const sides = [side('5 km', false), side('8 km', true)]
    const told = standingConflicts(records, [{ record: 'a', field: 'text', sides, base: null }])
    expect(told).toMatchObject([{ ours: '8 km' }])
    const both = [side('5 km', true), side('8 km', true)]
    expect(
      standingConflicts(records, [{ record: 'a', field: 'text', sides: both, base: null }])[0]?.ours,
    ).toBeUndefined()
  })
})

it('An answer about a look-alike is written as a joining or as two records, and can be taken back before', () => {
  const asked = { kind: 'theme', record: 'nappes', into: 'eau', likeness: 'same', notes: 8 } as const
  const joined = answer(new Map(), asked, 'join')
  expect(saidOf([asked], joined)).toEqual({ joins: [{ record: 'nappes', into: 'eau' }], apart: [] })
  expect(saidOf([asked], answer(joined, asked, 'apart'))).toEqual({
    joins: [],
    apart: [{ record: 'nappes', other: 'eau' }],
  })
  expect(saidOf([asked], answer(joined, asked, null))).toEqual({ joins: [], apart: [] })
})
