import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '#shared/model/record.ts'
import { closingOf } from '#shared/process/closing.ts'
import { aNote, aRecord, SMALL, someone } from '../report/small.ts'

const closing = (...records: readonly AnyRecord[]) =>
  closingOf(new Map([...SMALL, ...records].map((record) => [record.id, record])), 'séance')
const aSlot = (id: string, f: AnyRecord['f'] = {}) => aRecord('slot', id, { session: 'séance', start: '09:00', ...f })
const aPhoto = (id: string, f: AnyRecord['f']) => aRecord('attachment', id, { media: 'image/png', ...f })
const ids = (records: readonly AnyRecord[]) => records.map(({ id }) => id)

describe('what is open when a session is closed', () => {
  it('is nothing where everything was settled', () => {
    expect(closing(aNote('1'), aNote('2'))).toMatchObject({
      notes: 2,
      toRead: 0,
      doubts: new Map(),
      unnamed: [],
      pictures: [],
      slots: [],
      kept: { unattributed: 0, offTheRecord: 0 },
    })
  })

  it('counts a note under each of its doubts, and once among those to read again', () => {
    const { toRead, doubts } = closing(
      aNote('1', { toCheck: true, noteKind: 'commitment' }),
      aNote('2', { doubtful: true }),
    )
    expect([toRead, [...doubts]]).toEqual([
      2,
      [
        ['doubtful', 1],
        ['figure', 1],
        ['commitment', 1],
      ],
    ])
  })

  it('is people of this session that only a number names, in the order of their numbers', () => {
    const people = [
      aRecord('speaker', 'b', { session: 'séance', unidentified: 7 }),
      aRecord('speaker', 'a', { session: 'séance', unidentified: 2 }),
      aRecord('speaker', 'c', { session: 'autre', unidentified: 1 }),
      aRecord('speaker', 'd', { session: 'séance' }),
    ]
    expect(ids(closing(...people).unnamed)).toEqual(['a', 'b'])
  })

  it('is pictures without words, on its notes or on itself, but not on what never leaves', () => {
    const pictures = [
      aPhoto('note', { note: '1' }),
      aPhoto('salle', { session: 'séance' }),
      aPhoto('dite', { note: '1', label: 'Le tableau.' }),
      aPhoto('ailleurs', { session: 'autre' }),
      aPhoto('tue', { note: '2' }),
    ]
    const notes = [aNote('1'), aNote('2', { level: 6 })]
    expect(ids(closing(...notes, ...pictures).pictures)).toEqual(['note', 'salle'])
  })

  it('is slots in which nothing was noted, breaks left out', () => {
    const slots = [
      aSlot('vide'),
      aSlot('plein'),
      aSlot('pause', { slotKind: 'break' }),
      aSlot('autre', { session: 'x' }),
    ]
    expect(ids(closing(...slots, aNote('1', { slot: 'plein' })).slots)).toEqual(['vide'])
  })

  it('tells what is attributed to nobody and what is off the record, which are no fault', () => {
    const { kept, toRead } = closing(aNote('1', { level: 5 }), aNote('2', { level: 6 }), aNote('3'))
    expect([kept, toRead]).toEqual([{ unattributed: 1, offTheRecord: 1 }, 0])
  })

  it('says nothing of who spoke in its balance but what the rule allows', () => {
    const silent = someone('tue', { region: 'noram', gender: 'man' })
    const told = closing(...silent, aNote('1', { voice: 'tue', level: 5 })).balance
    expect(JSON.stringify(told)).not.toMatch(/noram|"man"|tue/)
  })
})
