import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '#shared/model/record.ts'
import { blocksOf } from './outline-reading.ts'
import { playedSample } from './played-sample.ts'
import { reportOf } from './report-of.ts'
import { aNote, SMALL } from './small.ts'

/** The sample, everyone and every organisation renamed so that no text of a note names them by chance. */
const canaries = (level: number): readonly AnyRecord[] =>
  [...playedSample().values()].map((record): AnyRecord => {
    const renamed: Record<string, string | number> =
      record.kind === 'person'
        ? { name: 'Canarinom', givenName: 'Canariprénom' }
        : record.kind === 'organisation'
          ? { name: `Canariorganisation ${record.id}` }
          : record.kind === 'voice'
            ? { function: 'canarifonction' }
            : record.kind === 'consultation'
              ? { level }
              : {}
    return { ...record, f: { ...record.f, ...renamed } }
  })

const printed = (level: number): string => JSON.stringify(reportOf(canaries(level)))

describe('what a document says of who spoke', () => {
  it('names people only where their session was public', () => {
    expect(printed(1)).toContain('Canariprénom Canarinom, canarifonction, Canariorganisation')
  })

  it.each([
    [2, ['Canarinom', 'Canariprénom'], ['Canarifonction, Canariorganisation']],
    [3, ['Canarinom', 'Canariprénom', 'canarifonction', 'Canarifonction'], ['Canariorganisation']],
    [4, ['Canari', 'canari'], ['Un gouvernement local d’Afrique']],
    [5, ['Canari', 'canari', 'd’Afrique'], ['Une personne participante']],
  ])('keeps at level %i what the rule withholds', (level, withheld, said) => {
    const document = printed(level)
    for (const word of withheld) expect([word, document.includes(word)]).toEqual([word, false])
    for (const word of said) expect([word, document.includes(word)]).toEqual([word, true])
  })

  it('has nothing off the record', () => {
    const outline = reportOf([...SMALL, aNote('ouverte'), aNote('fermée', { level: 6, text: 'Canarisecret.' })])
    expect(JSON.stringify(outline)).not.toContain('Canarisecret')
    expect(blocksOf(outline, 'annexNote')).toHaveLength(1)
  })

  it('gives the day of a sitting only with the organisation at least', () => {
    const days = (level: number) =>
      blocksOf(reportOf([...SMALL, aNote('note', { level })]), 'annexNote').map(({ attribution }) => attribution)
    expect(days(3)).toEqual(['Commune-voix (Afrique)\u202f; constat\u202f; séance du 10 mai 2021'])
    expect(days(4)).toEqual(['Un gouvernement local d’Afrique\u202f; constat'])
    expect(days(5)).toEqual(['Une personne participante\u202f; constat'])
  })

  it('says of a note without speaker that nobody was identified', () => {
    const [note] = blocksOf(reportOf([...SMALL, aNote('note', { voice: 'perdue' })]), 'annexNote')
    expect(note?.attribution).toMatch(/^Personne non identifiée/u)
  })
})
