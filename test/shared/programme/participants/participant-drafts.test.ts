import { describe, expect, it } from 'vitest'
import { holdingOf, suggestParticipants } from '#shared/programme/participants/participant-headers.ts'
import { participantDrafts } from '#shared/programme/participants/participant-drafts.ts'
import type { TableData } from '#shared/programme/table.ts'

const known = {
  regions: [{ id: 'region-afr', labels: ['Afrique', 'AFR'] }],
  categories: [{ id: 'local-elected', labels: ['gouvernement local – élu·e'] }],
}

/** A table of which the first record is the header. */
function read(records: readonly (readonly string[])[], problems: TableData['problems'] = []) {
  const [columns = [], ...rows] = records
  const table: TableData = {
    columns,
    rows: rows.map((cells, at) => ({
      line: at + 2,
      cells: Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])),
    })),
    problems,
  }
  return participantDrafts(table, suggestParticipants(columns), known)
}

describe('the columns of a list of participants', () => {
  it.each([
    [['Nom', 'Prénom', 'Courriel'], { name: 'Nom', givenName: 'Prénom', email: 'Courriel' }],
    [['Nom', 'Organisme', 'Fonction'], { fullName: 'Nom', organisation: 'Organisme', function: 'Fonction' }],
    [['Name', 'E-mail'], { fullName: 'Name', email: 'E-mail' }],
    [['First name', 'Last name', 'Job title'], { givenName: 'First name', name: 'Last name', function: 'Job title' }],
    [
      ['Apellidos', 'Nombre', 'Correo electrónico'],
      { name: 'Apellidos', givenName: 'Nombre', email: 'Correo electrónico' },
    ],
    [['NOM Prénom', 'Civilité', 'Pays'], { fullName: 'NOM Prénom', gender: 'Civilité', country: 'Pays' }],
    [['Nom complet', 'Nom de l’organisation'], { fullName: 'Nom complet', organisation: 'Nom de l’organisation' }],
    [
      ['Langue', 'Tél.', 'Parle pour', 'Nom'],
      { lang: 'Langue', phone: 'Tél.', speaksFor: 'Parle pour', fullName: 'Nom' },
    ],
  ])('%j', (columns, expected) => {
    const sources = Object.entries(suggestParticipants(columns)).map(([target, source]) => [
      target,
      'column' in source ? source.column : '',
    ])
    expect(Object.fromEntries(sources)).toEqual(expected)
  })

  it('tell a list from a table of notes', () => {
    expect(holdingOf(['Nom', 'Prénom', 'Courriel'])).toBe('participants')
    expect(holdingOf(['Intervenant', 'Contribution', 'Axe'])).toBe('notes')
    expect(holdingOf(['A', 'B'])).toBe('notes')
  })
})

describe('the rows of a list', () => {
  it('say who, for whom, and in which capacity', () => {
    const { drafts, issues } = read([
      [
        'Nom complet',
        'Organisation',
        'Fonction',
        'Catégorie',
        'Genre',
        'Section',
        'Pays',
        'Parle pour',
        'Courriel',
        'Langue',
      ],
      [
        'SARR Ndeye',
        'Ville de Ndiarème',
        'Maire',
        'Gouvernement local - élu·e',
        'F',
        'AFR',
        'Sénégal',
        'Délégation',
        'mailto:n.sarr@ndiareme.example',
        'Français',
      ],
    ])
    expect(issues).toEqual([])
    expect(drafts).toEqual([
      {
        line: 2,
        name: 'SARR',
        givenName: 'Ndeye',
        organisation: 'Ville de Ndiarème',
        function: 'Maire',
        category: 'local-elected',
        gender: 'woman',
        region: 'region-afr',
        country: 'Sénégal',
        speaksFor: 'delegation',
        email: 'n.sarr@ndiareme.example',
        phone: '',
        lang: 'fr',
      },
    ])
  })

  it('are refused without a name, and taken without the values that nobody understands', () => {
    const { drafts, issues } = read(
      [
        ['Nom', 'Prénom', 'Genre', 'Section', 'Parle pour', 'Courriel', 'Langue'],
        ['', '', 'F', '', '', 'x@y.example', ''],
        ['Sarr', 'Ndeye', 'Q', 'Atlantide', 'le vent', 'ndeye(at)y', '42'],
        ['Ruiz', 'Inés', 'n/a', '-', '', 'non renseigné', ''],
        ['Élan'.repeat(100), '', 'F', '', '', '', ''],
        ['Petit', 'Léo', '', '', '', '', ''],
      ],
      [{ line: 6, type: 'TooManyCells' }],
    )
    expect(drafts.map(({ name }) => name)).toEqual(['Sarr', 'Ruiz'])
    expect(drafts[0]).toMatchObject({ gender: '', region: '', speaksFor: '', lang: '', email: 'ndeye(at)y' })
    expect(issues.map(({ line, column, type, value }) => [line, column, type, value])).toEqual([
      [2, '', 'NobodyNamed', ''],
      [3, 'Genre', 'UnknownGender', 'Q'],
      [3, 'Section', 'UnknownRegion', 'Atlantide'],
      [3, 'Parle pour', 'UnknownSpeaksFor', 'le vent'],
      [3, 'Langue', 'UnknownLang', '42'],
      [3, 'Courriel', 'BadEmail', 'ndeye(at)y'],
      [5, 'Nom', 'WordsTooLong', '400'],
      [6, '', 'TooManyCells', ''],
    ])
  })

  it.each([
    [
      ['F', 'M'],
      ['woman', 'man'],
    ],
    [
      ['H', 'M'],
      ['man', 'woman'],
    ],
    [
      ['Mme', 'M.'],
      ['woman', 'man'],
    ],
    [
      ['femme', 'autre', 'X'],
      ['woman', 'other', 'other'],
    ],
    [
      ['Mujer', 'hombre'],
      ['woman', 'man'],
    ],
    [
      ['M', 'M'],
      ['', ''],
    ],
  ])('read the genders %j of a column together', (column, genders) => {
    const { drafts } = read([['Nom', 'Genre'], ...column.map((gender, at) => [`Personne ${at}`, gender])])
    expect(drafts.map(({ gender }) => gender)).toEqual(genders)
  })

  it('keep a category in the words of whoever wrote it', () => {
    expect(
      read([
        ['Nom', 'Catégorie'],
        ['Sarr', 'coopérative d’habitant·es'],
      ]).drafts[0]?.category,
    ).toBe('coopérative d’habitant·es')
  })
})
