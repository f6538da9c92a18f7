import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '#shared/model/record.ts'
import { leftOpenIn } from '#shared/process/left-open.ts'
import { aNote, SMALL, someone } from '../report/small.ts'

const held = (...records: readonly AnyRecord[]) =>
  new Map([...SMALL, ...someone('inconnue', { unidentified: 4 }), ...records].map((record) => [record.id, record]))

const without = (id: string, field: string, more: AnyRecord['f'] = {}): AnyRecord => {
  const note = aNote(id, more)
  return { ...note, f: Object.fromEntries(Object.entries(note.f).filter(([name]) => name !== field)) }
}

describe('what is left open in a session', () => {
  it('is nothing where every note has its speaker and its theme', () => {
    expect(leftOpenIn(held(aNote('1'), aNote('2')), 'séance')).toEqual({ speakers: 0, themes: 0 })
  })

  it('is a speaker where nobody is named, known only by a number, or lost', () => {
    const notes = [without('1', 'voice'), aNote('2', { voice: 'inconnue' }), aNote('3', { voice: 'perdue' })]
    expect(leftOpenIn(held(...notes), 'séance')).toEqual({ speakers: 3, themes: 0 })
  })

  it('is a theme where none is named', () => {
    expect(leftOpenIn(held(without('1', 'theme:eau'), aNote('2')), 'séance')).toEqual({ speakers: 0, themes: 1 })
  })

  it.each(['procedure', 'remark'])('is nothing of a note of kind %s', (noteKind) => {
    const { voice: _, ...f } = without('1', 'theme:eau', { noteKind }).f
    expect(leftOpenIn(held({ id: '1', kind: 'note', f }), 'séance')).toEqual({ speakers: 0, themes: 0 })
  })

  it('is not what another session leaves open', () => {
    expect(leftOpenIn(held(without('1', 'voice', { session: 'autre' })), 'séance')).toEqual({ speakers: 0, themes: 0 })
  })
})
