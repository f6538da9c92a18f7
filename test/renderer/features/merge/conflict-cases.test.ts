import { describe, expect, it } from 'vitest'
import type { Conflict } from '#shared/merge/plan-merge.ts'
import {
  casesOf,
  choose,
  chooseAll,
  leftUnsettled,
  settledBy,
  versionsOf,
} from '../../../../renderer/features/merge/conflict-cases.ts'
import { countRows } from '#shared/merge/count-rows.ts'

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
const OTHER = conflict('b', 'text', ['un', 'deux', 'trois'])
const ALL = [TEXT, SCOPE, OTHER]
const [first, second] = casesOf(ALL)

describe('what two sides say differently', () => {
  it('is settled record by record, ours first', () => {
    expect(casesOf(ALL).map(({ fields }) => fields.length)).toEqual([2, 1])
    expect(versionsOf(TEXT)).toEqual(['ici', 'fichier'])
    expect(versionsOf(OTHER)).toEqual(['un', 'deux', 'trois'])
  })

  it('keeps here, takes the file, or a version of each field', () => {
    if (first === undefined || second === undefined) throw new Error('Two cases were expected')
    const here = chooseAll(new Map(), first, 0)
    expect(settledBy(ALL, here)).toEqual([
      { record: 'a', field: 'text', value: 'ici' },
      { record: 'a', field: 'scope', value: 'trend' },
    ])
    const mixed = choose(here, SCOPE, 1)
    expect(settledBy(ALL, mixed)[1]).toEqual({ record: 'a', field: 'scope', value: 'specificity' })
    expect(leftUnsettled([first, second], mixed)).toBe(1)
    expect(leftUnsettled([first, second], choose(mixed, TEXT, null))).toBe(2)
  })

  it('leaves all versions when nothing is chosen, and never writes a version that is not there', () => {
    if (first === undefined) throw new Error('A case was expected')
    expect(settledBy(ALL, chooseAll(new Map(), first, 2))).toEqual([])
    expect(settledBy(ALL, chooseAll(chooseAll(new Map(), first, 0), first, null))).toEqual([])
  })

  it('never writes a list by hand', () => {
    const list = conflict('c', 'future', [['x'], ['y']], ['x'])
    expect(settledBy([list], choose(new Map(), list, 1))).toEqual([])
  })
})

describe('the preview by kind', () => {
  const counts = (more: object) => ({
    added: 0,
    updated: 0,
    identical: 0,
    conflicting: 0,
    removed: 0,
    kept: 0,
    ...more,
  })

  it('adds up on every line, and gathers the kinds without a line of their own', () => {
    const rows = countRows({
      note: counts({ added: 96, conflicting: 3, kept: 1 }),
      theme: counts({ identical: 31 }),
      consultation: counts({ identical: 1 }),
      axis: counts({ identical: 4, updated: 1 }),
    })
    expect(rows.map(({ kind, total }) => [kind, total])).toEqual([
      ['note', 100],
      ['theme', 31],
      ['other', 6],
    ])
  })

  it('always has a line for notes', () => {
    expect(countRows({}).map(({ kind, total }) => [kind, total])).toEqual([['note', 0]])
  })
})
