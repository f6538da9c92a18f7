import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeLine, parseLine, takeTokens, tokenAtCaret } from '../../../../renderer/features/capture/parse-line.ts'
import { NOTE_KINDS } from '../../../../shared/process/lists.ts'

const AXES = 4
const plain = { kind: null, themes: [], axis: null }

describe('how a line starts', () => {
  it.each([
    ['! Ouvrir le fonds', 'recommendation', 'Ouvrir le fonds'],
    ['!Ouvrir le fonds', 'recommendation', 'Ouvrir le fonds'],
    ['> On ne peut pas planifier', 'quote', 'On ne peut pas planifier'],
    ['"On ne peut pas planifier"', 'quote', '"On ne peut pas planifier"'],
    ['« On ne peut pas planifier »', 'quote', '« On ne peut pas planifier »'],
  ])('%s is a %s', (line, kind, text) => {
    expect(parseLine(line, AXES)).toEqual({ ...plain, kind, text })
  })

  it.each(['Ouvrir ! le fonds', '\\! Ouvrir', '¡Abrir el fondo!', '… et ensuite'])('%s is plain', (line) => {
    expect(parseLine(line, AXES).kind).toBeNull()
  })
})

describe('themes and axes anywhere in a line', () => {
  it('a word after # is a theme and leaves the text', () => {
    expect(parseLine('Ouvrir le fonds #climat aux villes', AXES)).toEqual({
      ...plain,
      themes: ['climat'],
      text: 'Ouvrir le fonds aux villes',
    })
  })

  it('several themes stand side by side, in any script, joined by underscores', () => {
    expect(parseLine('#eau #fonds_climat №вода #المياه', AXES)).toMatchObject({
      themes: ['eau', 'fonds climat', 'вода', 'المياه'],
      text: '',
    })
  })

  it('the stop after a theme stays, without the space before it', () => {
    expect(parseLine('Ouvrir le fonds #climat, puis le suivre #eau.', AXES).text).toBe(
      'Ouvrir le fonds, puis le suivre.',
    )
  })

  it('a digit after a slash is the axis, the last one said', () => {
    expect(parseLine('/2 Les coûts /3 montent', AXES)).toEqual({ ...plain, axis: 3, text: 'Les coûts montent' })
  })

  it.each(['le 3/4 du budget', 'et/ou', '/9 du total', 'n°5 #1', 'https://cglu.org/3', 'a@b.org', '\\#eau \\/3'])(
    '%s says no theme and no axis',
    (line) => {
      expect(parseLine(line, AXES)).toEqual({ ...plain, text: line.replaceAll('\\', '') })
    },
  )

  it('line breaks are kept', () => {
    expect(parseLine('Première #eau\nSeconde', AXES).text).toBe('Première\nSeconde')
  })
})

describe('while a line is being typed', () => {
  it('the word at the end waits for a space or a stop', () => {
    expect(takeTokens('Les villes #ea', AXES, false)).toEqual({ text: 'Les villes #ea', themes: [], axis: null })
    expect(takeTokens('Les villes #eau ', AXES, false)).toEqual({ text: 'Les villes ', themes: ['eau'], axis: null })
    expect(takeTokens('Les villes /2 ', AXES, false)).toEqual({ text: 'Les villes ', themes: [], axis: 2 })
  })

  it('the word at the caret says which list it asks for', () => {
    expect(tokenAtCaret('Bonjour @am', 11)).toEqual({ asks: 'speaker', word: 'am', start: 8 })
    expect(tokenAtCaret('Bonjour #fonds_cl', 17)).toEqual({ asks: 'theme', word: 'fonds cl', start: 8 })
    expect(tokenAtCaret('Bonjour @am suite', 17)).toBeNull()
    expect(tokenAtCaret('nom@ville', 9)).toBeNull()
    expect(tokenAtCaret('\\#eau', 5)).toBeNull()
  })
})

describe('a note put back into the field', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom('#eau', '/2', '/9', '!', '>', '"', '«', '\\', '\\#', '@a', '\n', 'eau,', '№'),
      fc.string(),
    ),
  )

  it('reads as the very same text, whatever it holds', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...NOTE_KINDS), (parts, kind) => {
        const text = parts.join(' ').trim()
        const read = parseLine(escapeLine(text, kind, AXES), AXES)
        expect(read.text).toBe(text)
        expect(read.themes).toEqual([])
        expect(read.axis).toBeNull()
        expect(read.kind === null || read.kind === kind).toBe(true)
      }),
      { seed: 20_261_120, numRuns: 2_000, verbose: true },
    )
  })
})
