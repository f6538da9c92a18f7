import { describe, expect, it } from 'vitest'
import { aProcess, SESSION } from './a-process.ts'
import { fillWord, fillWorkbook } from './fill-form.ts'

describe('people of a form', () => {
  const PEOPLE = [
    [
      'Awa',
      'N’Diaye',
      'maire',
      'Commune de Ndiarème',
      'gouvernement local – élu·e',
      'femme',
      'Afrique',
      'pour une délégation',
    ],
    ['Inés', 'Muñoz', '', 'Municipio de Sacaba', 'poète', '', 'LATAM', ''],
    ['', '', 'sans nom', '', '', '', '', ''],
  ]

  it('are known by name and organisation inside it, whatever the order of a name, and by nothing outside it', async () => {
    const { blank, take, records } = await aProcess()
    const notes = [
      ['', 'N’DIAYE Awa', '', '', 'A1', '', '', '', 'Une', ''],
      ['', 'Awa Diallo', '', 'Autre ville', 'A1', '', '', '', 'Deux', ''],
    ]
    const taken = await take(
      'fiche.xlsx',
      await fillWorkbook(await blank('xlsx'), { session: SESSION, notes, people: PEOPLE }),
    )
    expect(taken).toMatchObject({ people: 3, issues: [{ part: 'person', line: 4, type: 'NameMissing' }] })
    const speakers = (await records()).filter(({ kind }) => kind === 'speaker')
    expect(speakers.map(({ f }) => [f['function'], f['category'], f['gender'], f['speaksFor']]).toSorted()).toEqual(
      [
        ['maire', 'local-elected', 'woman', 'delegation'],
        [undefined, 'poète', undefined, 'self'],
        [undefined, undefined, undefined, 'self'],
      ].toSorted(),
    )
    const again = [...SESSION.slice(0, 1), '8 mai 2021', ...SESSION.slice(2)]
    expect(
      await take('other.xlsx', await fillWorkbook(await blank('xlsx'), { session: again, notes, people: PEOPLE })),
    ).toMatchObject({ people: 3 })
    const organisations = (await records()).filter(({ kind }) => kind === 'organisation')
    expect(organisations).toHaveLength(3)
  })

  it('who share a name are told apart, and said to be unclear without an organisation', async () => {
    const { blank, take } = await aProcess()
    const notes = ['Ville A', 'Ville B', ''].map((city) => [
      '',
      'Jean Martin',
      '',
      city,
      'A1',
      '',
      '',
      '',
      `Depuis ${city}`,
      '',
    ])
    expect(await take('fiche.docx', await fillWord(await blank('docx'), { session: SESSION, notes }))).toMatchObject({
      people: 3,
      issues: [{ line: 3, type: 'SpeakerUnclear', value: 'Jean Martin' }],
    })
  })
})
