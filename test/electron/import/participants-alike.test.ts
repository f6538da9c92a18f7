import { beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../build/desktop.ts'
import { LIST, NOTHING_SAID, Secretariat } from './a-list.ts'

let here: Secretariat
beforeEach(async () => {
  here = await Secretariat.open()
})

describe('someone who looks like someone who is here', () => {
  const CORRECTED = LIST.replace('Maire;', 'Maire sortante;').replace('+221 1', '+221 2')

  it('is asked about, and is another as long as nobody has answered', async () => {
    await here.putIn(await here.give(LIST))
    const preview = await here.putIn(await here.give(CORRECTED, 'corrected.csv'))
    expect(preview.counts).toEqual({ new: 6, here: 0, changed: 0, asked: 6 })
    expect(preview.questions.map(({ question }) => question?.by)).toEqual([
      'email-and-name',
      'email-and-name',
      'name-and-organisation',
      'email-and-name',
      'name-and-organisation',
      'name-and-organisation',
    ])
    expect(await here.standing('person')).toHaveLength(12)
  })

  it('is corrected once everyone was said to be the same, who are not asked about again', async () => {
    await here.putIn(await here.give(LIST))
    const corrected = await here.give(CORRECTED, 'corrected.csv')
    const preview = await here.putIn(corrected, { ...NOTHING_SAID, bulk: 'same' })
    expect(preview.counts).toEqual({ new: 0, here: 5, changed: 1, asked: 6 })
    expect(preview.questions[0]?.question?.changes).toEqual(['phone', 'function'])
    expect(await here.standing('person')).toHaveLength(6)
    expect(await here.all('speaker')).toHaveLength(6)
    expect((await here.standing('person')).find(({ f }) => f['givenName'] === 'Awa')?.f['phone']).toBe('+221 2')
    expect((await here.all('speaker')).map(({ f }) => f['function'])).toContain('Maire sortante')
    const before = await here.whole()
    expect((await here.putIn(corrected)).counts).toEqual({ new: 0, here: 6, changed: 0, asked: 0 })
    expect(await here.whole()).toBe(before)
  })

  it('may be answered line by line, over what was said of all', async () => {
    await here.putIn(await here.give(LIST))
    const corrected = await here.give(CORRECTED, 'corrected.csv')
    const { questions } = await here.putIn(corrected, {
      ...NOTHING_SAID,
      bulk: 'email-and-name',
      people: [{ line: 3, same: null }],
    })
    expect(questions.map(({ question }) => question?.isSame)).toEqual([true, false, false, true, false, false])
    const ines = (await here.standing('person')).filter(({ f }) => f['givenName'] === 'Inés')
    expect(ines).toHaveLength(2)
    expect(ines.some(({ f }) => Object.keys(f).some((field) => field.startsWith('apart:')))).toBe(true)
  })

  it('is never taken for someone by the name alone, nor by the answer about someone else', async () => {
    await here.putIn(await here.give(LIST))
    const names = await here.give('Nom complet\nAwa N’Diaye\nMaría José Ruiz\n', 'names.csv')
    expect((await here.putIn(names, { ...NOTHING_SAID, bulk: 'same' })).counts).toEqual({
      new: 2,
      here: 0,
      changed: 0,
      asked: 0,
    })
    const other = (await here.all('person')).find(({ f }) => f['givenName'] === 'Inés')?.id ?? ''
    const answers = { ...NOTHING_SAID, people: [{ line: 2, same: other }] }
    expect((await here.putIn(await here.give(CORRECTED, 'corrected.csv'), answers)).counts).toMatchObject({ new: 6 })
  })

  it('may come twice in one list, and take one seat', async () => {
    const twice = await here.give(
      'Nom;Prénom;Courriel;Organisation\nSarr;Ndeye;n@x.example;\nSARR;Ndèye;N@X.example;Ville de Pikor\n',
    )
    const asked = (await here.putIn(twice, { ...NOTHING_SAID, bulk: 'email-and-name' })).questions
    expect(asked.map(({ line, question }) => [line, question?.by, question?.changes])).toEqual([
      [3, 'email-and-name', ['organisation']],
    ])
    expect(await here.standing('person')).toHaveLength(1)
    expect(await here.all('speaker')).toHaveLength(1)
  })

  it('keeps the name as it is spelled here', async () => {
    await here.putIn(await here.give(LIST))
    const again = await here.give('Nom;Courriel\nNdiaye Awa;AWA@ndiareme.example\n', 'b.csv')
    const { questions } = await here.putIn(again, { ...NOTHING_SAID, bulk: 'same' })
    expect(questions[0]?.question).toMatchObject({ by: 'email-and-name', isSame: true, changes: [] })
    expect((await here.standing('person')).map(({ f }) => f['name'])).toContain('N’DIAYE')
  })
})

describe('an organisation of a list', () => {
  it('that looks like one that is here is asked about, and is another without an answer', async () => {
    await here.putIn(await here.give(LIST))
    const given = await here.give(
      'Nom;Organisation\nBa Omar;Villes de Ndiareme\nBa Aly;Municipio de Sacaba (Bolivia)\n',
      'b.csv',
    )
    const { organisations } = await here.putIn(given, NOTHING_SAID, null)
    expect(organisations.map(({ label, intoLabel, isSame }) => [label, intoLabel, isSame])).toEqual([
      ['Villes de Ndiareme', 'Ville de Ndiarème', false],
      ['Municipio de Sacaba (Bolivia)', 'Municipio de Sacaba', false],
    ])
    expect(await here.standing('organisation')).toHaveLength(6)
  })

  it('that is the same one is so for good', async () => {
    await here.putIn(await here.give(LIST))
    const given = await here.give('Nom;Organisation\nBa Omar;Villes de Ndiareme\n', 'b.csv')
    const [asked] = done(await here.side.client['participants.preview'](given)).organisations
    const organisations = [{ organisation: asked?.organisation ?? '', same: asked?.into ?? null }]
    await here.putIn(given, { ...NOTHING_SAID, organisations })
    expect(await here.standing('organisation')).toHaveLength(4)
    expect((await here.putIn(given)).counts).toEqual({ new: 0, here: 1, changed: 0, asked: 0 })
    const seats = (await here.all('speaker')).filter(({ f }) => f['function'] === undefined)
    const ville = (await here.standing('organisation')).find(({ f }) => f['name'] === 'Ville de Ndiarème')?.id
    expect(seats.map(({ f }) => f['organisation'])).toContain(ville)
  })

  it('of the same name in another country is another', async () => {
    const given = await here.give(
      'Nom;Organisation;Pays\nBa;Ministère des Villes;Sénégal\nHadj;Ministère des Villes;Algérie\nSy;Ministère des Villes;\n',
    )
    const { organisations } = await here.putIn(given)
    expect(organisations).toMatchObject([{ label: 'Ministère des Villes', line: 3 }])
    expect((await here.all('organisation')).map(({ f }) => f['country']).toSorted()).toEqual(['Algérie', 'Sénégal'])
  })
})
