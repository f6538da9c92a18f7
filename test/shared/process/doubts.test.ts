import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKind, type AnyRecord, type Note } from '#shared/model/record.ts'
import { byDoubt, DOUBTS, doubtsIn } from '#shared/process/doubts.ts'
import { law } from '../../build/law.ts'
import { aNote, aRecord, SMALL, someone } from '../report/small.ts'

const consultation = (...records: readonly AnyRecord[]) =>
  new Map([...SMALL, ...someone('inconnue', { unidentified: 4 }), ...records].map((record) => [record.id, record]))

function doubtsOf(f: AnyRecord['f'], missing: readonly string[] = [], ...others: readonly AnyRecord[]) {
  const whole = aNote('note', f)
  const note = { ...whole, f: Object.fromEntries(Object.entries(whole.f).filter(([name]) => !missing.includes(name))) }
  const records = consultation(note, ...others)
  return doubtsIn(records)(note as Note)
}

describe('what is doubtful about a note', () => {
  it('is nothing when its speaker, its theme and its words are settled', () => {
    expect(doubtsOf({})).toEqual([])
  })

  it.each([
    ['someone is not sure who said it', { doubtful: true }, [], ['doubtful']],
    ['the figure that was heard must be verified', { toCheck: true }, [], ['figure']],
    ['nobody is known to have said it', {}, ['voice'], ['speaker']],
    ['who said it is only a number', { voice: 'inconnue' }, [], ['unnamed']],
    ['it names no theme', {}, ['theme:eau'], ['theme']],
    ['its words are quoted and were not read back', { noteKind: 'quote' }, [], ['quote']],
    ['an interpreter’s words are quoted', { noteKind: 'quote', channel: 'interpretation' }, [], ['unquotable']],
    ['nobody holds the position', { positionOf: 'divergence' }, ['voice'], ['position']],
    ['a commitment says neither who nor when', { noteKind: 'commitment' }, [], ['commitment']],
    ['a commitment does not say when', { noteKind: 'commitment', holder: 'La ville' }, [], ['commitment']],
    ['a commitment has a blank date', { noteKind: 'commitment', holder: 'La ville', due: ' ' }, [], ['commitment']],
  ] as const)('is that %s', (_, f, missing, expected) => {
    expect(doubtsOf(f, missing)).toEqual(expected)
  })

  it('is not a quotation that was read back, nor a commitment that says who and when', () => {
    expect(doubtsOf({ noteKind: 'quote', quoteState: 'checked' })).toEqual([])
    expect(doubtsOf({ noteKind: 'commitment', holder: 'La ville', due: 'juin' })).toEqual([])
  })

  it('is a picture that nobody said in words, whatever the note says', () => {
    const photo = (label: string) => aRecord('attachment', 'photo', { note: 'note', media: 'image/jpeg', label })
    expect(doubtsOf({ noteKind: 'procedure' }, ['voice'], photo(''))).toEqual(['picture'])
    expect(doubtsOf({}, [], photo('Un tableau de trois colonnes.'))).toEqual([])
    expect(doubtsOf({}, [], aRecord('attachment', 'acte', { note: 'note', media: 'application/pdf' }))).toEqual([])
  })

  it.each(['procedure', 'remark'])('is nothing of a note of kind %s', (noteKind) => {
    expect(doubtsOf({ noteKind, doubtful: true, toCheck: true }, ['voice', 'theme:eau'])).toEqual([])
  })

  it('is nothing of what was said off the record: it never leaves', () => {
    expect(doubtsOf({ level: 6, toCheck: true }, ['voice', 'theme:eau'])).toEqual([])
    const segment = aRecord('segment', 'à part', { session: 'séance', level: 6 })
    expect(doubtsOf({ segment: 'à part', toCheck: true }, ['voice'], segment)).toEqual([])
  })
})

describe('the order of a second reading', () => {
  const idsOf = (...notes: readonly AnyRecord[]) => byDoubt(consultation(...notes), 'séance').map(({ note }) => note.id)

  it('goes from the gravest doubt to the least', () => {
    const notes = [
      aNote('citation', { noteKind: 'quote', at: 1 }),
      aNote('inconnue-1', { voice: 'inconnue', at: 2 }),
      aNote('chiffre', { toCheck: true, at: 3 }),
      aNote('qui', { doubtful: true, at: 4 }),
      aNote('sûre', { at: 0 }),
    ]
    expect(idsOf(...notes)).toEqual(['qui', 'chiffre', 'citation', 'inconnue-1'])
  })

  it('of equals, begins with the one that has more doubts, then with the one that was begun first', () => {
    const notes = [
      aNote('tard', { toCheck: true, at: 9 }),
      aNote('tôt', { toCheck: true, at: 1 }),
      aNote('deux', { toCheck: true, noteKind: 'commitment', at: 20 }),
    ]
    expect(idsOf(...notes)).toEqual(['deux', 'tôt', 'tard'])
  })

  it('asks for one doubt alone', () => {
    const records = consultation(aNote('a', { toCheck: true }), aNote('b', { doubtful: true }))
    expect(byDoubt(records, 'séance', 'figure').map(({ note }) => note.id)).toEqual(['a'])
  })

  const aDoubtful = fc.record(
    {
      doubtful: fc.constant(true),
      toCheck: fc.constant(true),
      noteKind: fc.constantFrom('quote', 'commitment', 'observation', 'procedure'),
      voice: fc.constantFrom('voix', 'inconnue', 'perdue'),
      at: fc.nat(3),
      level: fc.integer({ min: 1, max: 6 }),
    },
    { requiredKeys: [] },
  )
  law(
    'does not depend on the order that records came in, and leaves no doubtful note out',
    fc.array(aDoubtful, { maxLength: 12 }),
    (fields) => {
      const notes = fields.map((f, index) => aNote(`n${index}`, f as AnyRecord['f']))
      const there = consultation(...notes)
      const order = byDoubt(there, 'séance')
      expect(byDoubt(consultation(...notes.toReversed()), 'séance')).toEqual(order)
      const doubtsOfNote = doubtsIn(there)
      const doubtful = [...there.values()].filter((one) => isKind(one, 'note') && doubtsOfNote(one).length > 0)
      expect(new Set(order.map(({ note }) => note.id))).toEqual(new Set(doubtful.map(({ id }) => id)))
      const ranks = order.map(({ doubts }) => Math.min(...doubts.map((doubt) => DOUBTS.indexOf(doubt))))
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    },
  )
})
