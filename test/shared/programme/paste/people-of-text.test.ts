import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleOfText } from '#shared/programme/paste/people-of-text.ts'
import type { PersonOfText } from '#shared/programme/paste/person-of-text.ts'
import { normalise } from '#shared/search/normalise.ts'
import { law } from '../../../build/law.ts'

/** Eighteen people, in one paragraph, as a communiqué lists them. */
const PARAGRAPH = [
  "Thandi Mkize, gestionnaire des plans d'eau de la municipalité d'uMthatha",
  "**Clara Weiss**, présidente de la Ligue pour l'habitat",
  '**Óscar Paredes**, président de Ocean Trust',
  '**Núria Soler**, maire adjointe de Gérone',
  "**María Dolores Vega Ortiz**, envoyée spéciale du secrétaire général de l'ONU pour les rives et les ports",
  '**Peter Blom**, directeur de Rivers Network',
  "**Maria Eugenia Lagos**, présidente de la 12e session de l'Assemblée des rivières",
  '**Inés Prat**, conseillère UBUNTU de la Ligue',
  "**Sanjay Rao**, directeur exécutif d'ALARM",
  '**Greta Lindqvist**, auteure du *Handbook of Quiet Streets* (Islande)',
  '**Luz Estela Rojas**, directrice des affaires maritimes de Cali',
  "**Karim Belkacem**, secrétaire général de l'Union internationale des bacs (UIB)",
  "**Wang Min**, directeur du bureau des ports de la ville de Xi'an",
  '**Anil Desai**, directeur du Indian Institute for Rivers (IIR), conseiller de la Ligue',
  '**Paul Girard**, coordinateur régional pour la Baltique au Centre international pour les deltas et leurs habitants',
  '**Mary Stone**, secrétaire générale adjointe du CLRF',
  "**Hans Vogel**, directeur de la sécurité des quais à l'université Gabriela Luna",
  '**Alba Quintero**, de la Plate-forme mondiale pour le droit au fleuve, tou·te-s réuni·e-s pour parler des rives.',
].join(' ; ')

const { people, left } = peopleOfText(PARAGRAPH)
const said = ({ givenName, name, function: held, organisation, country }: PersonOfText): string =>
  [givenName, name, held, organisation, country].join(' | ')
const one = (text: string): string => peopleOfText(text).people.map(said).join(' + ')
const doubtOf = (name: string) => people.find((person) => person.name === name)?.doubt

describe('a paragraph of eighteen people (A000-3)', () => {
  it('gives them in the order of the text', () => {
    expect(people.map(said)).toEqual([
      "Thandi | Mkize | gestionnaire des plans d'eau | municipalité d'uMthatha | ",
      "Clara | Weiss | présidente | Ligue pour l'habitat | ",
      'Óscar | Paredes | président | Ocean Trust | ',
      'Núria | Soler | maire adjointe | Gérone | ',
      "María Dolores | Vega Ortiz | envoyée spéciale du secrétaire général de l'ONU pour les rives et les ports |  | ",
      'Peter | Blom | directeur | Rivers Network | ',
      "Maria Eugenia | Lagos | présidente de la 12e session de l'Assemblée des rivières |  | ",
      'Inés | Prat | conseillère UBUNTU | Ligue | ',
      'Sanjay | Rao | directeur exécutif | ALARM | ',
      'Greta | Lindqvist | auteure du Handbook of Quiet Streets |  | Islande',
      'Luz Estela | Rojas | directrice des affaires maritimes | Cali | ',
      'Karim | Belkacem | secrétaire général | Union internationale des bacs (UIB) | ',
      " | Wang Min | directeur du bureau des ports | ville de Xi'an | ",
      'Anil | Desai | directeur ; conseiller de la Ligue | Indian Institute for Rivers (IIR) | ',
      'Paul | Girard | coordinateur régional pour la Baltique | Centre international pour les deltas et leurs habitants | ',
      'Mary | Stone | secrétaire générale adjointe | CLRF | ',
      'Hans | Vogel | directeur de la sécurité des quais | université Gabriela Luna | ',
      'Alba | Quintero |  | Plate-forme mondiale pour le droit au fleuve | ',
    ])
  })

  it('tells what it is unsure of: a family name that may stand first, halves of a long name, two functions, no organisation', () => {
    expect(doubtOf('Wang Min')).toEqual(['name-halves'])
    expect(doubtOf('Vega Ortiz')).toEqual(['no-organisation', 'name-halves'])
    expect(doubtOf('Desai')).toEqual(['two-functions'])
    expect(doubtOf('Blom')).toEqual([])
  })

  it('keeps what the sentence says of everyone, aside', () => {
    expect(left).toEqual([{ line: 1, text: 'tou·te-s réuni·e-s pour parler des rives' }])
  })
})

describe('forms in which people are listed', () => {
  it.each([
    ['Awa Diop et Jean Martin (MER)', 'Awa | Diop |  | MER |  + Jean | Martin |  | MER | '],
    ['Awa Diop (MER) et Jean Martin (MARE)', 'Awa | Diop |  | MER |  + Jean | Martin |  | MARE | '],
    ['Awa Diop — maire — Ville de Sel', 'Awa | Diop | maire | Ville de Sel | '],
    ['Awa Diop – Ville de Sel', 'Awa | Diop |  | Ville de Sel | '],
    ['Awa Diop - Ville de Sel', 'Awa | Diop |  | Ville de Sel | '],
    ['Erwan Dupont _ Missions Vives', 'Erwan | Dupont |  | Missions Vives | '],
    ['DIOP Awa, maire de Sel', 'Awa | DIOP | maire | Sel | '],
    ['Awa DIOP, maire de Sel', 'Awa | DIOP | maire | Sel | '],
    ['Mme Awa Diop, maire de Sel, Sénégal', 'Awa | Diop | maire | Sel | Sénégal'],
    ['S.E.M. Jean Martin, ambassadeur', 'Jean | Martin | ambassadeur |  | '],
    [
      'Dr. Rosa Pérez, profesora de la Universidad del Sol (España)',
      'Rosa | Pérez | profesora | Universidad del Sol | España',
    ],
    ['Juan de la Cruz, alcalde de Río Claro', 'Juan | de la Cruz | alcalde | Río Claro | '],
    ['Ludwig van der Berg, director of Delta Works', 'Ludwig | van der Berg | director | Delta Works | '],
    ['Anne-Lise d’Almeida, conseillère', 'Anne-Lise | d’Almeida | conseillère |  | '],
    ['Mayor Awa Diop, City of Salt, Senegal', 'Awa | Diop | Mayor | City of Salt | Senegal'],
    ['La maire de Sel, Awa Diop', 'Awa | Diop | maire | Sel | '],
    ['Maire de Sel : Awa Diop', 'Awa | Diop | Maire | Sel | '],
    ['Awa Diop maire de Sel', 'Awa | Diop | maire | Sel | '],
    ['Modération : Awa Diop', 'Awa | Diop | modération |  | '],
    ['Animé par Awa Diop (Ville de Sel)', 'Awa | Diop | animé | Ville de Sel | '],
    ['Moderator: Awa Diop', 'Awa | Diop | moderator |  | '],
    [
      'Intervenantes : Awa Diop, maire ; Rosa Pérez, alcaldesa',
      'Awa | Diop | maire |  |  + Rosa | Pérez | alcaldesa |  | ',
    ],
    ['1. Awa Diop, maire\n2. Rosa Pérez, alcaldesa', 'Awa | Diop | maire |  |  + Rosa | Pérez | alcaldesa |  | '],
    ['• Awa Diop\n• Rosa Pérez', 'Awa | Diop |  |  |  + Rosa | Pérez |  |  | '],
    ['Awa Diop,\nmaire de Sel', 'Awa | Diop | maire | Sel | '],
    ['Awa Diop\tmaire\tVille de Sel', 'Awa | Diop | maire | Ville de Sel | '],
    ['Awa Diop, Rosa Pérez, Jean Martin', 'Awa | Diop |  |  |  + Rosa | Pérez |  |  |  + Jean | Martin |  |  | '],
    ['Juan Cruz, Director of International Affairs, Cali', 'Juan | Cruz | Director of International Affairs | Cali | '],
  ])('%s', (text, expected) => {
    expect(one(text)).toBe(expected)
  })

  it('reads a sentence whose people are parted by commas, and tells what it says before them', () => {
    const read = peopleOfText(
      'La séance a été ouverte par **Eva Sand**, secrétaire générale de la Ligue, **Otto de la Vara**, secrétaire général de Delta, et **Maya Lind Sharma**, secrétaire adjointe des Nations unies et directrice exécutive d’ONU-Rives.',
    )
    expect(read.people.map(said)).toEqual([
      'Eva | Sand | secrétaire générale | Ligue | ',
      'Otto | de la Vara | secrétaire général | Delta | ',
      'Maya Lind | Sharma | secrétaire adjointe ; directrice exécutive d’ONU-Rives | Nations unies | ',
    ])
    expect(read.left).toEqual([{ line: 1, text: 'La séance a été ouverte par' }])
  })

  it.each(['Nous parlerons de l’eau.', '2030', '-?-', 'MER', 'directrice de rien'])(
    'makes nobody of « %s », and says it',
    (text) => {
      const read = peopleOfText(text)
      expect(read.people).toEqual([])
      expect(read.left.map((words) => words.text)).toEqual([text])
    },
  )
})

describe('laws of pasted people', () => {
  law(
    'any text gives an answer',
    fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })),
    (text) => {
      const read = peopleOfText(text)
      expect(read.people.length + read.left.length).toBeGreaterThan(/[\p{L}\p{N}]/u.test(text) ? 0 : -1)
    },
  )

  const word = fc.constantFrom(
    'Zuberi',
    'Koralle',
    'maire',
    'directeur',
    'lagune',
    'BRAC',
    'Ville',
    'fleuve',
    'Türkan',
    'Bérénice',
    'notamment',
  )
  const mark = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ', ',
    ' ; ',
    ' — ',
    ' - ',
    ' (',
    ') ',
    '\n',
    '\n\n',
    '\n- ',
    ' : ',
    ' et ',
    ' de ',
    '\t',
    '. ',
    ' _ ',
  )
  const text = fc.array(fc.tuple(word, mark), { maxLength: 40 }).map((parts) => parts.flat().join(''))
  law('no word is lost: who is not made is told', text, (pasted) => {
    const read = peopleOfText(pasted)
    const told = normalise([...read.people.map(said), ...read.left.map((words) => words.text)].join(' ')).split(' ')
    for (const part of normalise(pasted).split(' '))
      if (part !== '' && part !== 'et' && part !== 'de') expect(told).toContain(part)
  })
})
