import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '#shared/model/record.ts'
import { balanceOf } from '#shared/process/balance.ts'
import { aNote, aRecord, SMALL, someone } from '../report/small.ts'

const room = (...records: readonly AnyRecord[]) => new Map([...SMALL, ...records].map((record) => [record.id, record]))
const balance = (...records: readonly AnyRecord[]) => balanceOf(room(...records), 'séance')

const nobody = (id: string, f: AnyRecord['f'] = {}): AnyRecord => {
  const { voice: _, ...rest } = aNote(id, f).f
  return aRecord('note', id, rest)
}

const KAY = someone('kay', { region: 'noram', category: 'donor', gender: 'man' })

describe('the balance of speaking', () => {
  it('counts notes and people by section, gender and category, what is not known always last', () => {
    const { bySection, byGender, byCategory } = balance(...KAY, aNote('1'), aNote('2'), aNote('3', { voice: 'kay' }))
    const few = { ofNotes: null, ofSpeakers: null }
    expect(bySection).toEqual([
      { group: 'afrique', notes: 2, speakers: 1, ...few },
      { group: 'noram', notes: 1, speakers: 1, ...few },
      { group: null, notes: 0, speakers: 0, ...few },
    ])
    expect(byGender.map(({ group, notes }) => [group, notes])).toEqual([
      ['woman', 2],
      ['man', 1],
      [null, 0],
    ])
    expect(byCategory.map(({ group, notes }) => [group, notes])).toEqual([
      ['local-elected', 2],
      ['donor', 1],
      [null, 0],
    ])
  })

  it('counts a person once, whatever voices speak for them', () => {
    const again = someone('encore', { person: 'personne voix', axis: 'autre' })
    expect(balance(...again, aNote('1'), aNote('2', { voice: 'encore' })).speakers).toBe(1)
  })

  it('gives a share from five on, of notes and of people each', () => {
    const five = Array.from({ length: 5 }, (_, index) => aNote(`${index}`))
    const [africa] = balance(...five).bySection
    expect(africa).toMatchObject({ notes: 5, ofNotes: 1, speakers: 1, ofSpeakers: null })
    const [four] = balance(...five.slice(1)).bySection
    expect(four?.ofNotes).toBeNull()
  })

  it('counts for nobody a note without speaker, and one whose speaker is doubtful', () => {
    const { speakers, byGender } = balance(nobody('1'), aNote('2', { doubtful: true }))
    expect([speakers, byGender]).toEqual([0, [expect.objectContaining({ group: null, notes: 2, speakers: 0 })]])
  })

  it('counts neither how the sitting went nor what another session heard', () => {
    expect(balance(aNote('1', { noteKind: 'procedure' }), aNote('2', { session: 'autre' })).notes).toBe(0)
  })

  it('keeps in a list a category that no list has', () => {
    const other = someone('rare', { category: 'astronaut' })
    expect(balance(...other, aNote('1', { voice: 'rare' })).byCategory.map(({ group }) => group)).toEqual([
      'astronaut',
      null,
    ])
  })
})

describe('what the rule forbids to say', () => {
  it.each([
    [5, 1],
    [6, 0],
  ])('at level %i, no section, gender nor category: %i counted without being sorted', (level, unsaid) => {
    const kept = balance(...KAY, aNote('1'), aNote('2', { voice: 'kay', level }))
    expect(kept).toEqual({ ...balance(aNote('1')), unsaid })
  })

  it('is not said either when the rule is that of a part of the session, or of the voice', () => {
    const segment = aRecord('segment', 'à part', { session: 'séance', level: 5 })
    const silent = someone('tue', { level: 5 })
    expect(balance(segment, aNote('1', { segment: 'à part' })).bySection).toEqual([
      expect.objectContaining({ group: null, notes: 0 }),
    ])
    expect(balance(...silent, aNote('1', { voice: 'tue' })).speakers).toBe(0)
  })

  it('shows in nothing who they are', () => {
    const as = (f: AnyRecord['f']) => balance(...someone('x', f), aNote('1'), aNote('2', { voice: 'x', level: 5 }))
    expect(as({ gender: 'man', region: 'noram', category: 'donor' })).toEqual(as({ gender: 'woman', region: 'europe' }))
  })
})
