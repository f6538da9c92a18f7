import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches, normalise, words } from '#shared/search/normalise.ts'

const SEED = 20210507

describe('one spelling for search, duplicates and pasted lists', () => {
  it.each([
    ['Égalité', 'egalite'],
    ['l’eau d\u2019İzmir', 'l eau d izmir'],
    ['Cœur, æquo, Straße', 'coeur aequo strasse'],
    ['Diyarbakır', 'diyarbakir'],
    ['Ещё', 'еще'],
    ['ΟΔΌΣ', 'οδοσ'],
    ['أُمَّة إلى الآن', 'امه الي الان'],
    ['مـــديـنة', 'مدينه'],
    ['שָׁלוֹם', 'שלום'],
    ['Nouvel\u00a0Agenda\u202fUrbain\u00a0!', 'nouvel agenda urbain'],
    ['  COVID-19  (2021) ', 'covid 19 2021'],
    ['नागरिक', 'नागरिक'],
    ['がくせい', 'がくせい'],
    ['도시', '도시'],
    ['—', ''],
  ])('writes %s as %s', (text, expected) => {
    expect(normalise(text)).toBe(expected)
  })

  it.each([
    ['représentant·e-s', 'representants'],
    ['tou·te-s', 'tous'],
    ['tou·te·s', 'tous'],
    ['expert·e·s', 'experts'],
    ['expert•e•s', 'experts'],
    ['expert.e.s', 'experts'],
    ['expert-e-s', 'experts'],
    ['expert·es', 'experts'],
    ['étudiant-e', 'etudiant'],
    ['élu(e)s', 'elus'],
    ['association(s)', 'associations'],
    ['acteur·rice·s', 'acteurs'],
    ['agricult·eur·rice·s', 'agriculteurs'],
    ['directeur·trice', 'directeur'],
    ['administrateur.rice', 'administrateur'],
    ['citoyen·ne·s', 'citoyens'],
    ['chercheur·euse·s', 'chercheurs'],
    ['usager·ère·s', 'usagers'],
    ['nombreux·ses', 'nombreux'],
    ['un·e', 'un'],
    ['INTERVENANT·E·S', 'intervenants'],
  ])('finds the inclusive form %s under %s', (text, expected) => {
    expect(normalise(text)).toBe(expected)
  })

  it.each([
    ['peut-elle', 'peut elle'],
    ['donne-le', 'donne le'],
    ['rendez-vous', 'rendez vous'],
    ['la fin.Le début', 'la fin le debut'],
    ['www.uclg.org', 'www uclg org'],
    ['col·lectiu', 'collectiu'],
    ['l’eau · le sol', 'l eau le sol'],
    ['10·5', '10 5'],
  ])('does not take %s for an inclusive form', (text, expected) => {
    expect(normalise(text)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    const pieces = constantFrom(
      '·',
      '-',
      '.',
      '(',
      ')',
      'e',
      's',
      'expert',
      'İ',
      'ı',
      'ς',
      'ß',
      'ى',
      '\u0301',
      '\u200d',
      ' ',
    )
    const text = oneof(
      string({ unit: 'binary' }),
      array(pieces).map((parts) => parts.join('')),
    )
    const law = property(text, (written) => {
      const once = normalise(written)
      expect(normalise(once)).toBe(once)
    })
    assert(law, { seed: SEED, numRuns: 1000 })
  })

  it('does not depend on composed or decomposed accents', () => {
    const law = property(string({ unit: 'grapheme' }), (text) => {
      expect(normalise(text.normalize('NFD'))).toBe(normalise(text.normalize('NFC')))
    })
    assert(law, { seed: SEED })
  })
})

describe('searching the notes', () => {
  it('finds « représentant·e-s » by « representants »', () => {
    expect(matches('representants', 'Les représentant·e-s des villes')).toBe(true)
    expect(matches('experts', 'Des expert·e·s et des élu·e·s')).toBe(true)
  })

  it('asks for every word, in any order', () => {
    expect(matches('villes gouvernance', 'La gouvernance des villes intermédiaires')).toBe(true)
    expect(matches('villes transport', 'La gouvernance des villes intermédiaires')).toBe(false)
  })

  it('finds an Arabic word behind its article and a Chinese word in its sentence', () => {
    expect(matches('مدينة', 'هذه المدينة')).toBe(true)
    expect(matches('城市', '中等城市的治理')).toBe(true)
  })

  it('takes a search without words for no search', () => {
    expect(matches(' … ', 'Anything')).toBe(true)
  })

  it('cuts a text into words', () => {
    expect(words('L’eau, l’air.')).toEqual(['l', 'eau', 'l', 'air'])
    expect(words('…')).toEqual([])
  })
})
