import { describe, expect, it } from 'vitest'
import {
  freeSlot,
  isNobody,
  speakerAnswers,
  speakerCommand,
} from '../../../../renderer/features/records/speaker-values.ts'
import { commandSchema } from '../../../../shared/edit/command.ts'
import type { AnyRecord, Session, Speaker } from '../../../../shared/model/record.ts'

let made = 0
const newId = () => String((made += 1)).padStart(22, '_')
const id = (name: string) => name.padEnd(22, '_')
const session: Session = { id: id('seance'), kind: 'session', f: { region: id('afr') } }
const nobody = speakerAnswers(new Map(), undefined, session)
const place = {
  session: session.id,
  speaker: undefined,
  others: [],
  organisations: [{ id: id('commune'), name: 'Commune de Ndiarème' }],
}
const inSlot = (slot: number): Speaker => ({ id: `s${slot}`, kind: 'speaker', f: { slot } })

describe('someone who takes the floor', () => {
  it('starts with the section of the session, and is nobody until something is known', () => {
    expect(nobody.region).toBe(id('afr'))
    expect(isNobody(nobody)).toBe(true)
    expect(isNobody({ ...nobody, function: 'Maire' })).toBe(false)
  })

  it('belongs to the organisation of that name, else to a new one', () => {
    const known = speakerCommand({ ...nobody, organisation: 'commune de ndiareme' }, place, newId)
    expect(known).toMatchObject({ organisation: id('commune'), newOrganisation: null, slot: 1 })
    const made = speakerCommand({ ...nobody, organisation: 'Ville d’Antara' }, place, newId)
    expect(made).toMatchObject({ organisation: null, newOrganisation: { name: 'Ville d’Antara' } })
    expect(commandSchema.safeParse(made).success).toBe(true)
  })

  it('is filed under what is said, else under the name; the number of someone unidentified stays until then', () => {
    const files = (sortKey: string, speaker?: Speaker) =>
      speakerCommand({ ...nobody, name: 'de la Varga', sortKey }, { ...place, speaker }, newId).sortKey
    expect([files(' Varga '), files('')]).toEqual(['Varga', null])
    const unidentified: Speaker = { id: id('turn'), kind: 'speaker', f: { unidentified: 4 } }
    expect([files('', unidentified), files('Varga', unidentified)]).toEqual([undefined, 'Varga'])
  })

  it('takes the first free number, or none when nine are taken', () => {
    expect(freeSlot([inSlot(1), inSlot(3)])).toBe(2)
    expect(freeSlot([1, 2, 3, 4, 5, 6, 7, 8, 9].map(inSlot))).toBeNull()
  })

  it('keeps its person and its number when it is corrected', () => {
    const speaker: Speaker = { id: id('turn'), kind: 'speaker', f: { person: id('awa'), slot: 4, region: id('afr') } }
    const records = new Map<string, AnyRecord>([[id('awa'), { id: id('awa'), kind: 'person', f: { name: 'Diop' } }]])
    const answers = speakerAnswers(records, speaker, session)
    const command = speakerCommand({ ...answers, givenName: 'Awa' }, { ...place, speaker }, newId)
    expect(command).toMatchObject({ speaker: speaker.id, person: id('awa'), slot: 4, name: 'Diop', givenName: 'Awa' })
  })
})
