import { describe, expect, it } from 'vitest'
import type { PasteInput } from '#shared/contract/paste-calls.ts'
import { classOfField } from '#shared/model/fields.ts'
import { isKind, type AnyRecord, type RecordOf } from '#shared/model/record.ts'
import { agendaOfText } from '#shared/programme/paste/agenda.ts'
import { idOf } from '../../build/author.ts'
import { aDesktop, aFolder, done, type TestDesktop } from '../../build/desktop.ts'

const PROGRAMME = `Rencontre du 12 mars
10h Ouverture de la rive — Awa Diop, maire de Sel
10h10 – 10h25 Les crues par Jean Roux (Rive gauche)
11h30– 11h45 Pause
11h45 - 12h : Débat
https://zoom.example/j/123
ID de réunion : 123 4567 8901`

const SESSION = idOf('test', 'Séance')

async function aSession(): Promise<TestDesktop> {
  const side = await aDesktop(await aFolder())
  done(await side.client['consultation.create']({ template: '001' }))
  const set = { label: 'Séance', level: 3, link: 'Salle 4' }
  done(await side.client['edit.apply']({ type: 'record.save', kind: 'session', record: SESSION, set }))
  return side
}

function read(text: string): PasteInput {
  const { slots, links } = agendaOfText(text)
  return {
    session: SESSION,
    text,
    slots: slots.map(({ line, start, end, title, slotKind }) => ({ line, start, end, label: title, slotKind })),
    people: slots
      .flatMap(({ people }) => people)
      .map(({ name, givenName, organisation, function: held, country }, index) => ({
        line: index + 1,
        name,
        givenName,
        organisation,
        function: held,
        country,
      })),
    links: links.map(({ value }) => value),
    answers: { bulk: 'other', people: [], organisations: [] },
  }
}

const recordsOf = async (side: TestDesktop) => done(await side.client['workspace.read']({})).records

async function ofKind<K extends 'slot' | 'speaker' | 'person' | 'session'>(
  side: TestDesktop,
  kind: K,
): Promise<readonly RecordOf<K>[]> {
  const found = (await recordsOf(side)).filter((one): one is RecordOf<K> => isKind(one, kind))
  return found.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = ({ f }: AnyRecord): number => Number(f['order'] ?? f['slot'] ?? 0)

describe('a programme pasted into a session', () => {
  it('creates what the preview said: slots, people of the dock, and one step to take back', async () => {
    const side = await aSession()
    const preview = done(await side.client['programme.preview'](read(PROGRAMME)))
    expect(preview).toMatchObject({ slots: { new: 4, here: 0 }, counts: { new: 2, asked: 0 } })
    expect(await ofKind(side, 'slot')).toEqual([])
    const created = done(await side.client['programme.create'](read(PROGRAMME)))
    expect(created).toMatchObject({ slots: preview.slots, counts: preview.counts })
    expect((await ofKind(side, 'slot')).map(({ f }) => [f.start, f.end, f.label, f.slotKind])).toEqual([
      ['10:00', undefined, 'Ouverture de la rive', 'opening'],
      ['10:10', '10:25', 'Les crues', 'talk'],
      ['11:30', '11:45', 'Pause', 'break'],
      ['11:45', '12:00', 'Débat', 'debate'],
    ])
    expect((await ofKind(side, 'speaker')).map(({ f }) => [f.session, f.slot, f.function])).toEqual([
      [SESSION, 1, 'maire'],
      [SESSION, 2, undefined],
    ])
    done(await side.client['edit.undo']({}))
    expect([
      ...(await ofKind(side, 'slot')),
      ...(await ofKind(side, 'speaker')),
      ...(await ofKind(side, 'person')),
    ]).toEqual([])
  })

  it('A003-2 keeps the address and the number of the meeting private, and in the session alone', async () => {
    const side = await aSession()
    done(await side.client['programme.create'](read(PROGRAMME)))
    expect((await ofKind(side, 'session'))[0]?.f.link).toBe(
      'Salle 4\nhttps://zoom.example/j/123\nID de réunion : 123 4567 8901',
    )
    expect(classOfField('session', 'link')).toBe('p')
    const others = (await recordsOf(side)).filter(({ kind }) => kind !== 'session')
    expect(JSON.stringify(others)).not.toMatch(/zoom\.example|4567/u)
  })

  it('adds nothing when it is pasted again, and keeps what was corrected since', async () => {
    const side = await aSession()
    done(await side.client['programme.create'](read(PROGRAMME)))
    const [first] = await ofKind(side, 'slot')
    const set = { label: 'Accueil' }
    done(await side.client['edit.apply']({ type: 'record.save', kind: 'slot', record: first?.id ?? '', set }))
    const before = (await recordsOf(side)).length
    const again = done(await side.client['programme.create'](read(PROGRAMME)))
    expect(again).toMatchObject({ slots: { new: 0, here: 4 }, counts: { new: 0 } })
    expect((await recordsOf(side)).length).toBe(before)
    expect((await ofKind(side, 'slot'))[0]?.f.label).toBe('Accueil')
  })

  it('never takes someone for a person of the same name; with the same organisation it asks', async () => {
    const side = await aSession()
    done(await side.client['programme.create'](read('10h Eau — Awa Diop, maire de Sel')))
    const homonym = read('14h Terre — Awa Diop, maire de Dune')
    expect(done(await side.client['programme.preview'](homonym))).toMatchObject({ counts: { new: 1, asked: 0 } })
    const same = read('15h Air — Awa Diop, maire de Sel')
    const asked = done(await side.client['programme.preview'](same))
    expect(asked.questions).toHaveLength(1)
    done(await side.client['programme.create'](same))
    expect(new Set((await ofKind(side, 'person')).map(({ id }) => id)).size).toBe(2)
  })

  it('refuses a session that is not here, a time that is none and a slot without words', async () => {
    const side = await aSession()
    const paste = read(PROGRAMME)
    const elsewhere = { ...paste, session: idOf('test', 'ailleurs') }
    expect(await side.client['programme.create'](elsewhere)).toMatchObject({
      ok: false,
      failure: { type: 'RecordNotFound' },
    })
    for (const slot of [{ start: '25:00' }, { label: ' ' }, { line: 0 }]) {
      const slots = [{ line: 1, start: '', end: '', label: 'A', slotKind: 'talk', ...slot }]
      expect(await side.client['programme.create']({ ...paste, slots })).toMatchObject({
        ok: false,
        failure: { type: 'InvalidInput' },
      })
    }
    const people = [{ line: 1, name: ' ', givenName: '', organisation: '', function: '', country: '' }]
    expect(await side.client['programme.create']({ ...paste, people })).toMatchObject({
      ok: false,
      failure: { type: 'InvalidInput' },
    })
    expect(await ofKind(side, 'slot')).toEqual([])
  })
})

describe('a session on its programme', () => {
  it('notes when a slot began and ended; back to it, what began after had not', async () => {
    const side = await aSession()
    done(await side.client['programme.create'](read(PROGRAMME)))
    const [first = '', second = ''] = (await ofKind(side, 'slot')).map(({ id }) => id)
    const times = async () => (await ofKind(side, 'slot')).map(({ f }) => [f.began, f.ended])
    const go = async (slot: string, at: string) => done(await side.client['edit.apply']({ type: 'slot.go', slot, at }))
    await go(first, '10:04')
    await go(second, '10:16')
    expect((await times()).slice(0, 2)).toEqual([
      ['10:04', '10:16'],
      ['10:16', undefined],
    ])
    await go(first, '10:17')
    expect((await times()).slice(0, 2)).toEqual([
      ['10:04', undefined],
      [undefined, undefined],
    ])
    expect((await ofKind(side, 'slot'))[0]?.f.start).toBe('10:00')
  })
})
