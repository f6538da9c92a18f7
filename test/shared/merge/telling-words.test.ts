import { describe, expect, it } from 'vitest'
import { piecesOf, tellingWords } from '#shared/merge/telling-words.ts'

const marked = (one: string, other: string): readonly string[] =>
  piecesOf(one, tellingWords(one, other)).flatMap(({ text, tells }) => (tells ? [text] : []))

describe('what tells two notes apart that are nearly the same', () => {
  it('is the distance that one rapporteur heard otherwise', () => {
    expect(marked('Le marché est à 3 km de la gare.', 'Le marché est à 8 km de la gare')).toEqual(['3'])
  })

  it.each([
    ['Nous n’avons pas de budget.', 'Nous avons un budget.', ['n', 'pas']],
    ['The city does not pay.', 'The city pays.', ['not']],
    ['La ciudad nunca pagó.', 'La ciudad pagó.', ['nunca']],
    ['المدينة لا تدفع', 'المدينة تدفع', ['لا']],
  ])('is a negation that only one has: %s', (one, other, words) => {
    expect(marked(one, other)).toEqual(words)
  })

  it('is nothing when only words, accents and order differ', () => {
    expect(marked('L’accès à l’eau en 2030, sans délai', 'Sans delai : acces a l’eau en 2030')).toEqual([])
  })

  it('is found where a number is said twice and once', () => {
    expect(marked('30 villes et 30 régions', '30 villes et des régions')).toEqual(['30', '30'])
  })

  it('leaves every letter of the text in its place', () => {
    const text = '« 2,5 % », n’est-ce pas ? 15 h'
    const pieces = piecesOf(text, tellingWords(text, 'rien'))
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
})
