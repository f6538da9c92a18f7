import { beforeEach, describe, expect, it } from 'vitest'
import { idOf } from '../../build/author.ts'
import { done } from '../../build/desktop.ts'
import { LIST, NOTHING_SAID, Secretariat } from './a-list.ts'

let here: Secretariat
beforeEach(async () => {
  here = await Secretariat.open()
})

describe('a list of participants', () => {
  it('brings people, their organisations and their seats, with what each may say of them', async () => {
    const preview = await here.putIn(await here.give(LIST))
    expect(preview).toMatchObject({ rows: 6, counts: { new: 6, here: 0, changed: 0, asked: 0 } })
    expect(preview.newOrganisations).toEqual([
      'Ville de Ndiarème',
      'Municipio de Sacaba',
      'بلدية تازارت',
      'Город Рутень',
    ])
    const [people, organisations, seats] = [
      await here.all('person'),
      await here.all('organisation'),
      await here.all('speaker'),
    ]
    const awa = people.find(({ f }) => f['givenName'] === 'Awa')
    const ville = organisations.find(({ f }) => f['name'] === 'Ville de Ndiarème')
    const regions = await here.all('region')
    const africa = regions.find(({ f }) => f['code'] === 'AFR')?.id
    expect(awa?.f).toMatchObject({ name: 'N’DIAYE', email: 'awa@ndiareme.example', phone: '+221 1' })
    expect(ville?.f).toMatchObject({ country: 'Sénégal', region: africa })
    const seat = seats.find(({ f }) => f['person'] === awa?.id)?.f
    expect(seat).toMatchObject({
      session: here.session,
      organisation: ville?.id,
      function: 'Maire',
      gender: 'woman',
      slot: 1,
    })
    expect(seats.map(({ f }) => f['slot']).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
    expect(people.filter(({ f }) => f['name'] === 'RUIZ')).toHaveLength(2)
    expect(people.map(({ f }) => f['name'])).toContain('السعيد')
  })

  it('adds nothing when it comes again, with or without a session', async () => {
    const given = await here.give(LIST)
    await here.putIn(given, NOTHING_SAID, null)
    expect(await here.all('speaker')).toEqual([])
    expect((await here.putIn(given)).counts).toEqual({ new: 0, here: 0, changed: 6, asked: 0 })
    const before = await here.whole()
    expect((await here.putIn(given)).counts).toEqual({ new: 0, here: 6, changed: 0, asked: 0 })
    expect((await here.putIn({ cells: LIST }, { ...NOTHING_SAID, bulk: 'same' })).counts).toMatchObject({ here: 6 })
    expect(await here.whole()).toBe(before)
  })

  it('is one step to take back, and comes again after that', async () => {
    const before = await here.whole()
    const given = await here.give(LIST)
    await here.putIn(given)
    const after = await here.whole()
    done(await here.side.client['edit.undo']({}))
    expect(await here.whole()).toBe(before)
    expect((await here.putIn(given)).counts).toMatchObject({ new: 6 })
    expect(await here.whole()).toBe(after)
  })

  it('undoes no correction that was made by hand', async () => {
    const given = await here.give(LIST)
    await here.putIn(given)
    const seat = (await here.all('speaker')).find(({ f }) => f['function'] === 'Maire')?.id ?? ''
    const awa = (await here.all('person')).find(({ f }) => f['givenName'] === 'Awa')?.id ?? ''
    const set = { email: 'mairie@ndiareme.example' }
    done(await here.side.client['edit.apply']({ type: 'record.save', kind: 'person', record: awa, set }))
    const before = await here.whole()
    expect((await here.putIn(given)).counts).toMatchObject({ here: 6 })
    expect(await here.whole()).toBe(before)
    expect(seat).not.toBe('')
  })
})

describe('a report of who was in a call', () => {
  it.each([
    [
      'Zoom',
      `Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
123 456,Séance,05/07/2021 02:00:00 PM,05/07/2021 03:00:00 PM,hote@x.example,60,3

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Ndeye Sarr,n@pikor.example,05/07/2021 02:00:00 PM,05/07/2021 02:20:00 PM,20,Yes
Inés,,05/07/2021 02:01:00 PM,05/07/2021 03:00:00 PM,59,Yes
Ndeye Sarr,n@pikor.example,05/07/2021 02:25:00 PM,05/07/2021 03:00:00 PM,35,Yes
`,
    ],
    [
      'a plain one',
      'Full Name\tUser Action\tTimestamp\nNdeye Sarr\tJoined\t5/7/2021, 2:00:00 PM\nInés\tJoined\t5/7/2021, 2:01:00 PM\nNdeye Sarr\tLeft\t5/7/2021, 3:00:00 PM\n',
    ],
  ])('gives the people of %s, each once, and no voice', async (_, report) => {
    const preview = await here.putIn(await here.give(report, 'call.csv'))
    expect(preview.counts).toEqual({ new: 2, here: 0, changed: 0, asked: 0 })
    expect((await here.all('person')).map(({ f }) => f['name']).toSorted()).toEqual(['Inés', 'Ndeye Sarr'])
    expect(await here.all('voice')).toEqual([])
  })
})

describe('what a list may not do', () => {
  it('is to bring back someone who was erased', async () => {
    const given = await here.give(LIST)
    await here.putIn(given)
    const person = (await here.all('person')).find(({ f }) => f['givenName'] === 'Awa')?.id ?? ''
    done(await here.side.client['erasure.erase']({ person, replaced: [], mark: 'une personne', job: 'erase' }))
    const before = await here.whole()
    const preview = await here.putIn(given)
    expect(preview.counts).toEqual({ new: 0, here: 5, changed: 0, asked: 0 })
    expect(preview.errors).toEqual([{ line: 2, column: null, type: 'PersonErased', value: '' }])
    expect(await here.putIn(given, NOTHING_SAID, await here.aSession('Une autre séance'))).toMatchObject({
      counts: { changed: 5 },
    })
    expect(before).not.toContain('DIAYE')
    expect(await here.whole()).not.toContain('DIAYE')
  })

  it('is to go into a session that is not there, or to be read without a name', async () => {
    const given = await here.give(LIST)
    const options = { map: 'fullName="NOM Prénom"', session: idOf('test', 'nowhere'), answers: NOTHING_SAID }
    expect(await here.side.client['participants.import']({ ...given, ...options })).toMatchObject({
      ok: false,
      failure: { type: 'RecordNotFound' },
    })
    const nameless = { ...options, session: null, map: 'email=Courriel' }
    expect(await here.side.client['participants.import']({ ...given, ...nameless })).toMatchObject({
      ok: false,
      failure: { type: 'MapInvalid', reason: 'NameNotMapped' },
    })
    expect(await here.side.client['participants.preview']({ file: 'nothing' })).toMatchObject({ ok: false })
    expect(await here.all('person')).toEqual([])
  })

  it.each([
    { cells: '' },
    { cells: 'x'.repeat(5_000_001) },
    { cells: LIST, options: { map: 'fullName=Nom', session: '../etc', answers: NOTHING_SAID } },
    { cells: LIST, options: { map: 'fullName=Nom', session: null, answers: { ...NOTHING_SAID, bulk: 'all' } } },
    {
      cells: LIST,
      options: { map: '', session: null, answers: { ...NOTHING_SAID, people: [{ line: -1, same: '__proto__' }] } },
    },
  ])('is to be asked otherwise than the page asks (%#)', async (asked) => {
    expect(await here.side.client['participants.preview'](asked as never)).toMatchObject({
      ok: false,
      failure: { type: 'InvalidInput' },
    })
  })
})
