import { describe, expect, it } from 'vitest'
import { shortened, unquoted } from '#shared/report/note-text.ts'

describe('a contribution in the body', () => {
  it('is whole when it is short', () => {
    expect(shortened('Plus d’eau.')).toBe('Plus d’eau.')
  })

  it('ends with the last sentence that fits', () => {
    expect(shortened('Première phrase. Deuxième phrase. Troisième phrase.', 40)).toBe(
      'Première phrase. Deuxième phrase.',
    )
  })

  it('does not end on a decimal point or an initial that goes on', () => {
    expect(shortened('Le débit est de 3.5 mètres cubes par seconde en moyenne', 28)).toBe('Le débit est de 3.5 […]')
  })

  it('ends between words, and says so, when no sentence fits', () => {
    const cut = shortened('un deux trois quatre cinq six sept huit neuf dix', 20)
    expect(cut).toBe('un deux trois […]')
    expect(cut.length).toBeLessThanOrEqual(20)
  })

  it('never grows, even without a space to cut at', () => {
    expect(shortened('a'.repeat(500)).length).toBeLessThanOrEqual(240)
  })
})

describe('quotation marks around a whole text', () => {
  it.each(['« Rien »', '«Rien»', '“Rien”', '"Rien"', '„Rien“'])('are taken from %s', (text) => {
    expect(unquoted(text)).toBe('Rien')
  })

  it.each(['Il dit « rien » puis se tait.', '« Un » et « deux »', 'Rien'])('stay inside %s', (text) => {
    expect(unquoted(text)).toBe(text)
  })
})
