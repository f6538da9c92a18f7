import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { done } from '../../build/desktop.ts'
import { aProcess, FILLED, NOTES, saidIn, SESSION } from './a-process.ts'
import { fillWord, fillWorkbook } from './fill-form.ts'

const AWA = { speaker: 'Awa N’Diaye', function: 'maire', organisation: 'Commune de Ndiarème', region: 'AFR', level: 3 }
const SAID = [
  {
    ...AWA,
    text: 'L’eau manque à l’été.',
    lang: 'fr',
    axis: 1,
    kind: 'recommendation',
    stance: 'supports',
    scope: 'undecided',
    at: '14:05',
    themes: ['eau', 'santé'],
  },
  {
    ...AWA,
    text: 'Les nappes baissent : 58 km.',
    lang: 'fr',
    axis: 3,
    kind: 'observation',
    stance: 'nuances',
    scope: 'specificity',
    at: '14:20',
    themes: [],
  },
  {
    text: 'المياه شحيحة في الصيف',
    lang: 'ar',
    axis: 2,
    kind: 'need',
    stance: undefined,
    scope: 'undecided',
    at: '14:20',
    speaker: 'ليلى حداد',
    function: undefined,
    organisation: 'بلدية تازارت',
    region: 'AFR',
    level: 3,
    themes: [],
  },
]

describe('a rapporteur’s form filled in and read back', () => {
  it.each(['docx', 'xlsx'] as const)('says as %s what was written in it, and nothing is asked', async (as) => {
    const { side, blank, put, records } = await aProcess()
    const fill = as === 'docx' ? fillWord : fillWorkbook
    const file = await put(`fiche.${as}`, await fill(await blank(as), FILLED))
    expect(done(await side.client['form.preview']({ file }))).toMatchObject({
      reference: '001-2021-v1',
      session: { label: SESSION[0], date: '2021-05-07', place: 'Rabat', region: 'Afrique', level: 3, isNew: true },
      added: 3,
      alreadyHere: 0,
      people: 2,
      themes: ['eau', 'santé'],
      issues: [],
    })
    expect(done(await side.client['form.import']({ file }))).toMatchObject({ added: 3, people: 2 })
    expect(saidIn(await records())).toEqual(SAID)
  })

  it.each([
    [
      'en',
      ['Session', '7 May 2021', '2 pm', 'Rabat', 'Africa', '3 – Organisation or city'],
      'recommendation',
      'nuances',
    ],
    ['es', ['Sesión', '7 de mayo de 2021', '14 h', 'Rabat', 'África', '3'], 'recomendación', 'matiza'],
  ] as const)('is read in its language, %s', async (lang, session, kind, stance) => {
    const { blank, take, records } = await aProcess()
    const notes = [['', 'Awa', '', '', 'a1', kind, stance, '', 'Eau', '']]
    await take('form.docx', await fillWord(await blank('docx', lang), { session, notes }))
    expect(saidIn(await records())).toMatchObject([{ kind: 'recommendation', stance: 'nuances', lang, at: '14:00' }])
  })

  it.each(['fiche.docx', 'fiche.xlsx'])('is read as long as forms of its version are out there: %s', async (name) => {
    const { take, records } = await aProcess()
    const frozen = resolve(import.meta.dirname, '../../fixtures/formats/form-v1', name)
    expect(await take(name, await readFile(frozen))).toMatchObject({ added: 3, issues: [] })
    expect(saidIn(await records())).toEqual(SAID)
  })

  it('adds nothing a second time, as another file or in another format, and only what was added since', async () => {
    const { blank, take, records } = await aProcess()
    const [word, sheets] = [await blank('docx'), await blank('xlsx')]
    await take('fiche.docx', await fillWord(word, FILLED))
    const before = (await records()).length
    expect(await take('fiche.docx', await fillWord(word, FILLED))).toMatchObject({
      added: 0,
      alreadyHere: 3,
      people: 0,
    })
    expect(await take('fiche (1).xlsx', await fillWorkbook(sheets, FILLED))).toMatchObject({
      added: 0,
      alreadyHere: 3,
      people: 0,
    })
    expect((await records()).length).toBe(before)
    const more = {
      ...FILLED,
      notes: [...NOTES, ['15:00', 'N’Diaye Awa', '', '', 'A1', '', '', '', 'Encore de l’eau', '']],
    }
    expect(await take('fiche.docx', await fillWord(word, more))).toMatchObject({ added: 1, alreadyHere: 3, people: 0 })
  })

  it('is one step to take back', async () => {
    const { side, blank, take, records } = await aProcess()
    const before = await records()
    await take('fiche.docx', await fillWord(await blank('docx'), FILLED))
    done(await side.client['edit.undo']({}))
    expect(await records()).toEqual(before)
  })

  it('tells by line what it does not take, and takes the rest', async () => {
    const { blank, take } = await aProcess()
    const notes = [
      ['', 'Awa', '', '', 'A9', '', '', '', 'Un axe qui n’est pas', ''],
      ['', 'Awa', '', '', '', '', '', '', 'Aucun axe', ''],
      ['14 heures', 'Awa', '', '', 'A1', '', '', '', 'Reprise', ''],
      ['', 'Awa', '', '', 'A1', '', '', '', '', ''],
      ['', '', '', '', '', '', '', '', '', ''],
      ['', '', '', '', 'A1', 'poème', 'boude', 'peut-être', 'Mots inconnus', ''],
      ['', '', '', '', 'A1', '', '', 'peut-être', 'Qualification inconnue', ''],
    ]
    const taken = await take('fiche.docx', await fillWord(await blank('docx'), { session: SESSION, notes }))
    expect(taken.added).toBe(1)
    expect(taken.issues.map(({ line, type, value }) => [line, type, value])).toEqual([
      [1, 'UnknownAxis', 'A9'],
      [2, 'AxisMissing', ''],
      [3, 'BadTime', '14 heures'],
      [4, 'EmptyText', ''],
      [6, 'UnknownStance', 'boude'],
      [6, 'UnknownKind', 'poème'],
      [7, 'UnknownScope', 'peut-être'],
    ])
  })

  it.each([
    [['Séance', '', '', '', '', '3'], 'DateMissing'],
    [['Séance', 'un jour', '', '', '', '3'], 'BadDate'],
    [['Séance', '7 mai 2021', '', '', 'Atlantide', '3'], 'UnknownRegion'],
    [['Séance', '7 mai 2021', '', '', '', '9'], 'UnknownLevel'],
  ])('takes nothing while the sitting is unclear: %j', async (session, type) => {
    const { side, blank, put, records } = await aProcess()
    const before = await records()
    const file = await put('fiche.docx', await fillWord(await blank('docx'), { session, notes: NOTES }))
    const preview = done(await side.client['form.preview']({ file }))
    expect([preview.session, preview.issues.map((issue) => issue.type)]).toEqual([null, [type]])
    expect(await side.client['form.import']({ file })).toMatchObject({
      failure: { type: 'FormUnreadable', reason: 'SessionUnclear' },
    })
    expect(await records()).toEqual(before)
  })

  it('joins the sitting that is here, and never loosens its rule', async () => {
    const { side, blank, take, records } = await aProcess()
    await take(
      'one.docx',
      await fillWord(await blank('docx'), { session: [...SESSION.slice(0, 5), '5'], notes: [NOTES[0] ?? []] }),
    )
    const sessions = (await records()).filter(({ kind }) => kind === 'session')
    const loose = [' consultation de la SECTION Afrique ', '2021-05-07', '', '', 'AFR', '1']
    await take('two.docx', await fillWord(await blank('docx'), { session: loose, notes: [NOTES[1] ?? []] }))
    const now = await records()
    expect(now.filter(({ kind }) => kind === 'session')).toEqual(sessions)
    expect(saidIn(now).map(({ level }) => level)).toEqual([5, 5])
    expect(done(await side.client['workspace.read']({})).records.length).toBe(now.length)
  })
})
