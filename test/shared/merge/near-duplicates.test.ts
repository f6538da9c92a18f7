import { describe, expect, it } from 'vitest'
import { folded, NearDuplicates } from '#shared/merge/near-duplicates.ts'
import { proposeDuplicates, type ComparedNote } from '#shared/merge/propose-duplicates.ts'
import { REWRITES, rewritten, type Rewrite } from '../../bench/rewrite.ts'
import { SENTENCES, sentences } from '../../bench/sentences.ts'
import { chance } from '../../build/chance.ts'

const WATER = 'Les villes intermédiaires demandent un accès direct aux fonds climat, sans garantie de l’État.'
const AIR = 'Une plateforme commune de la qualité de l’air manque aux petites villes de la région.'
const MINUTE = 60_000

const aNote = (id: string, text: string, rest: Partial<ComparedNote> = {}): ComparedNote => ({
  id,
  text,
  session: 'séance',
  region: 'Afrique',
  voice: null,
  at: 0,
  taker: null,
  ...rest,
})
const pairsOf = (...notes: readonly ComparedNote[]) =>
  proposeDuplicates(notes).map(({ one, other, nearness }) => [one, other, nearness])

describe('notes that say nearly the same', () => {
  it('are found whatever the accents, the case and the punctuation', () => {
    expect(
      pairsOf(aNote('a', WATER), aNote('b', 'LES VILLES INTERMEDIAIRES demandent un acces direct aux fonds climat')),
    ).toEqual([['a', 'b', 'moment']])
  })

  it('are not found in two sentences about two things', () => {
    expect(pairsOf(aNote('a', WATER), aNote('b', AIR))).toEqual([])
  })

  it('never propose a note against itself, even read twice', () => {
    expect(pairsOf(aNote('a', WATER), aNote('a', WATER))).toEqual([])
  })

  it('never propose a note that comes again against what is here', () => {
    const search = new NearDuplicates()
    search.add(folded('a', WATER))
    search.add(folded('a', WATER))
    expect([search.ask(folded('a', WATER)), search.ask(folded('b', WATER)).map(({ id }) => id)]).toEqual([[], ['a']])
  })

  it('are found once when three people noted them', () => {
    expect(pairsOf(aNote('a', WATER), aNote('b', WATER), aNote('c', WATER))).toHaveLength(2)
  })

  it('are only those asked about, when some were searched before', () => {
    const notes = [aNote('a', WATER), aNote('b', WATER), aNote('c', AIR), aNote('d', AIR)]
    expect(proposeDuplicates(notes, new Set(['d'])).map(({ one, other }) => [one, other])).toEqual([['c', 'd']])
  })

  it('tell how far the search is', () => {
    const shares: number[] = []
    proposeDuplicates([aNote('a', WATER), aNote('b', AIR)], null, (share) => shares.push(share))
    expect(shares).toEqual([0.5, 1])
  })
})

describe('which pair is shown first', () => {
  it('is the one of the same minute and the same voice, then the session, the section, and other sections last', () => {
    const notes = [
      aNote('a', WATER, { voice: 'v' }),
      aNote('b', WATER.replace('direct', ''), { voice: 'v', at: MINUTE }),
      aNote('c', `${AIR} Oui.`),
      aNote('d', AIR, { at: 60 * MINUTE }),
      aNote('e', 'Le transport fluvial reste trop cher pour les communes riveraines du bassin.'),
      aNote('f', 'Le transport fluvial reste trop cher pour les communes du bassin.', { session: 'autre' }),
      aNote('g', 'Les archives municipales brûlent faute de locaux adaptés et de personnel formé.'),
      aNote('h', 'Les archives municipales brûlent faute de locaux et de personnel formé.', {
        session: 'loin',
        region: 'Europe',
      }),
    ]
    expect(pairsOf(...notes)).toEqual([
      ['a', 'b', 'moment'],
      ['c', 'd', 'session'],
      ['e', 'f', 'section'],
      ['g', 'h', 'sections'],
    ])
  })

  it('is not the one of a single rapporteur who wrote the same words twice', () => {
    const [first] = pairsOf(aNote('a', WATER, { taker: 'x' }), aNote('b', WATER, { taker: 'x', at: MINUTE }))
    expect(first).toEqual(['a', 'b', 'session'])
  })

  it('holds a short formula back unless two people noted it at one moment', () => {
    const short = 'La motion est adoptée'
    expect([
      pairsOf(aNote('a', short), aNote('b', `${short}s`, { session: 'autre' })),
      pairsOf(aNote('a', short), aNote('b', `${short}s`, { at: MINUTE })),
    ]).toEqual([[], [['a', 'b', 'moment']]])
  })

  it('leaves out what many others resemble elsewhere: thanks, votes, the giving of the floor', () => {
    const names = ['Durand', 'Petit', 'Moreau', 'Lefèvre', 'Garnier', 'Rousseau']
    const formula = (name: string) =>
      `Je remercie la présidence et donne maintenant la parole à Madame ${name} pour dix minutes.`
    expect(pairsOf(...names.map((name) => aNote(name, formula(name), { session: name })))).toEqual([])
  })
})

describe.each(Object.keys(SENTENCES))('notes taken again by another hand in %s', (lang) => {
  it.each([
    ['light', 99],
    ['medium', 97],
    ['heavy', 85],
  ] as const)('are found after a %s rewriting, %i times in a hundred', (level: Rewrite, least) => {
    const dice = chance(REWRITES[level])
    const texts = sentences(lang, 200, dice)
    const lexicon = texts.join(' ').split(' ')
    const search = new NearDuplicates()
    const here = texts.map((text, index) => folded(`n${index}`, text))
    for (const note of here) search.learn(note)
    for (const note of here) search.add(note)
    const found = texts.filter((text, index) =>
      search.ask(folded('new', rewritten(text, level, lexicon, dice))).some(({ id }) => id === `n${index}`),
    )
    expect((100 * found.length) / texts.length).toBeGreaterThanOrEqual(least)
  })
})
