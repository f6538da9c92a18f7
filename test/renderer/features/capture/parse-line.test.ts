import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Grammar, prefixesOf } from '../../../../renderer/features/capture/grammar.ts'
import { takeTokens } from '../../../../renderer/features/capture/line-tokens.ts'
import { escapeLine, parseLine } from '../../../../renderer/features/capture/parse-line.ts'
import { tokenAtCaret } from '../../../../renderer/features/capture/token-at-caret.ts'
import { catalogues } from '../../../../shared/i18n/catalogues.ts'
import { LANGUAGES } from '../../../../shared/i18n/languages.ts'
import { NOTE_KINDS } from '../../../../shared/process/lists.ts'
import { nastyText } from './nasty-text.ts'

const FRENCH = prefixesOf(NOTE_KINDS, (kind) => catalogues.fr.capture.kindLetter[kind as 'quote'])
const grammar: Grammar = {
  prefixes: FRENCH,
  axes: ['Démocratie locale', 'Climat', 'Économie', 'Écologie'],
  speakers: ['Amina Diallo', 'Yusuf Demir', 'Élise Demange', 'ليلى حداد', ''],
}
const plain = {
  kind: null,
  stance: null,
  toCheck: false,
  sensitive: false,
  themes: [],
  axis: null,
  speaker: null,
  scope: null,
}
const read = (line: string) => parseLine(line, grammar)

describe('how a line starts', () => {
  it.each([
    ['! Ouvrir le fonds', 'recommendation', 'Ouvrir le fonds'],
    ['!Ouvrir le fonds', 'recommendation', 'Ouvrir le fonds'],
    ['> On ne peut pas planifier', 'quote', 'On ne peut pas planifier'],
    ['"On ne peut pas planifier"', 'quote', '"On ne peut pas planifier"'],
    ['« On ne peut pas planifier »', 'quote', '« On ne peut pas planifier »'],
    ['r: Ouvrir le fonds', 'recommendation', 'Ouvrir le fonds'],
    ['R:Ouvrir le fonds', 'recommendation', 'Ouvrir le fonds'],
    ['e: Nous livrerons', 'commitment', 'Nous livrerons'],
    ['d: Deux modèles', 'divergence', 'Deux modèles'],
    ['/2 ! Ouvrir le fonds', 'recommendation', 'Ouvrir le fonds'],
  ])('%s is a %s', (line, kind, text) => {
    expect(read(line)).toMatchObject({ kind, text })
  })

  it.each([
    'Ouvrir ! le fonds',
    '\\! Ouvrir',
    '¡Abrir el fondo!',
    '… et ensuite',
    '\\e: la lettre',
    'z: rien',
    'c:\\notes',
  ])('%s is plain', (line) => expect(read(line).kind).toBeNull())

  it.each(LANGUAGES)('every kind has a letter of its own in %s', (language) => {
    const letters = Object.values(catalogues[language].capture.kindLetter)
    expect(Object.keys(catalogues[language].capture.kindLetter).toSorted()).toEqual(NOTE_KINDS.toSorted())
    expect(new Set(letters).size).toBe(letters.length)
    for (const letter of letters) expect(letter).toMatch(/^[a-z]{1,2}$/)
  })

  it.each(Object.entries(FRENCH))('%s: begins a %s', (letter, kind) => {
    expect(read(`${letter}: Ce qui se dit`)).toEqual({ ...plain, kind, text: 'Ce qui se dit' })
  })
})

describe('what the speaker thinks of it, at the start of a line', () => {
  it.each([
    ['+Ouvrir le fonds', 'supports'],
    ['%Ouvrir le fonds', 'nuances'],
    ['_Ouvrir le fonds', 'opposes'],
    ['+! Ouvrir le fonds', 'supports'],
    ['!+Ouvrir le fonds', 'supports'],
    ['r: _Ouvrir le fonds', 'opposes'],
    ['+« Ouvrir le fonds »', 'supports'],
    ['+نحتاج إلى خطة', 'supports'],
    ['%Нужен план', 'nuances'],
  ])('%s: %s', (line, stance) => expect(read(line).stance).toBe(stance))

  it.each(['- une liste', '-une liste', '+ de moyens', '+10 % de budget', '% de femmes', '_', '\\+Ouvrir', 'a+b'])(
    '%s is plain text: a list, a figure, an escape',
    (line) => expect(read(line)).toEqual({ ...plain, text: line.replace('\\', '') }),
  )
})

describe('what is to be verified, and what is sensitive', () => {
  it('begins with a question mark', () => {
    expect(read('? 867 000 dollars')).toEqual({ ...plain, toCheck: true, text: '867 000 dollars' })
    expect(read('f: ?867 000 dollars')).toEqual({ ...plain, kind: 'figure', toCheck: true, text: '867 000 dollars' })
    expect(read('؟ 867')).toEqual({ ...plain, toCheck: true, text: '867' })
  })

  it('ends with two dots', () => {
    expect(read('Le maire a démissionné ..')).toEqual({ ...plain, sensitive: true, text: 'Le maire a démissionné' })
    expect(read('Le maire a démissionné.. #élus')).toMatchObject({ sensitive: true, text: 'Le maire a démissionné' })
    expect(read('Le fonds #eau..')).toMatchObject({ sensitive: true, themes: ['eau'], text: 'Le fonds' })
  })

  it.each(['Pourquoi ?', '?? 867', '¿Por qué?', 'Et ensuite…', 'Et ensuite...', 'Et ensuite\\..', '\\? 867'])(
    '%s is neither',
    (line) => expect(read(line)).toEqual({ ...plain, text: line.replace('\\', '') }),
  )
})

describe('themes, axes, speakers and qualification anywhere in a line', () => {
  it('a word after # is a theme and leaves the text', () => {
    expect(read('Ouvrir le fonds #climat aux villes')).toEqual({
      ...plain,
      themes: ['climat'],
      text: 'Ouvrir le fonds aux villes',
    })
  })

  it('several themes stand side by side, in any script, joined by underscores', () => {
    expect(read('#eau #fonds_climat №вода #المياه')).toMatchObject({
      themes: ['eau', 'fonds climat', 'вода', 'المياه'],
      text: '',
    })
  })

  it('the stop after a theme stays, without the space before it', () => {
    expect(read('Ouvrir le fonds #climat, puis le suivre #eau.').text).toBe('Ouvrir le fonds, puis le suivre.')
  })

  it.each([
    ['/2 Les coûts /3 montent', 2],
    ['Les coûts montent /cli', 1],
    ['Les coûts montent /eco', null],
    ['Les coûts montent /écon', 2],
    ['Les coûts montent /d', null],
    ['/démocratie_locale oui', 0],
    ['/6 rien', null],
  ])('%s: axis %s, by its digit or by the start of its label when only one begins so', (line, axis) =>
    expect(read(line).axis).toBe(axis),
  )

  it.each([
    ['@dia Les coûts', 0],
    ['@yusuf, les coûts', 1],
    ['@dem Les coûts', null],
    ['@demi Les coûts', 1],
    ['@amina_diallo', 0],
    ['@حداد', 3],
    ['@a', null],
  ])('%s: speaker %s, by the start of a name when only one person has it', (line, speaker) =>
    expect(read(line).speaker).toBe(speaker),
  )

  it.each([
    ['=g Les coûts', 'trend'],
    ['Les coûts =r', 'specificity'],
    ['Les coûts =q.', 'undecided'],
    ['=G oui', 'trend'],
    ['a =gras', null],
    ['x=g', null],
  ])('%s: qualification %s', (line, scope) => expect(read(line).scope).toBe(scope))

  it.each([
    'le 3/4 du budget',
    'et/ou',
    '/9 du total',
    'n°5 #1',
    'https://cglu.org/3',
    'a@b.org',
    '\\#eau \\/3 \\=g \\@dia',
  ])('%s says nothing but itself', (line) => expect(read(line)).toEqual({ ...plain, text: line.replaceAll('\\', '') }))

  it('line breaks are kept', () => {
    expect(read('Première #eau\nSeconde').text).toBe('Première\nSeconde')
  })
})

describe('while a line is being typed', () => {
  it('the word at the end waits for a space or a stop', () => {
    const still = { themes: [], axis: null, speaker: null, scope: null }
    expect(takeTokens('Les villes #ea', grammar, false)).toEqual({ text: 'Les villes #ea', ...still })
    expect(takeTokens('Les villes #eau ', grammar, false)).toEqual({ ...still, text: 'Les villes ', themes: ['eau'] })
    expect(takeTokens('Les villes /2 ', grammar, false)).toEqual({ ...still, text: 'Les villes ', axis: 1 })
    expect(takeTokens('@dia ', grammar, false)).toEqual({ ...still, text: '', speaker: 0 })
  })

  it('the word at the caret says which list it asks for', () => {
    expect(tokenAtCaret('Bonjour @am', 11)).toEqual({ asks: 'speaker', word: 'am', start: 8 })
    expect(tokenAtCaret('Bonjour #fonds_cl', 17)).toEqual({ asks: 'theme', word: 'fonds cl', start: 8 })
    expect(tokenAtCaret('Bonjour /cl', 11)).toEqual({ asks: 'axis', word: 'cl', start: 8 })
    expect(tokenAtCaret('Bonjour @am suite', 17)).toBeNull()
    expect(tokenAtCaret('nom@ville', 9)).toBeNull()
    expect(tokenAtCaret('\\#eau', 5)).toBeNull()
  })
})

describe('a text put back into the field', () => {
  it('reads as the very same text, whatever it holds', () => {
    fc.assert(
      fc.property(nastyText, fc.constantFrom(...NOTE_KINDS), (text, kind) => {
        const { kind: found, ...said } = read(escapeLine(text, kind, grammar))
        const { kind: _, ...nothing } = plain
        expect(said).toEqual({ ...nothing, text })
        expect(found === null || found === kind).toBe(true)
      }),
      { seed: 20_261_122, numRuns: 5_000, verbose: true },
    )
  })
})
