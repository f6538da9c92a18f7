import { describe, expect, it } from 'vitest'
import { isKeptApart } from '#shared/edit/join-records.ts'
import { follow } from '#shared/evidence/follow.ts'
import { Device } from '../../build/device.ts'
import { editOf } from '../../build/history.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const away = (told: Workspace): Device => {
  const device = new Device('ailleurs')
  device.receive(told.operations)
  return device
}

/** Two notes of which each side has written a version. */
function twoConflicts() {
  const told = aWorkspace().session('Séance', 1).note('58 km').note('Une digue')
  const other = away(told)
  for (const [note, text] of [
    ['58 km', '8 km'],
    ['Une digue', 'Deux digues'],
  ] as const)
    other.run(editOf(told.id(note), { text }))
  told.edit('58 km', { set: { text: '5 km' } }).edit('Une digue', { set: { text: 'Trois digues' } })
  told.device.receive(other.operations.values())
  return { told, km: told.id('58 km'), dam: told.id('Une digue') }
}

describe('Versions that stand side by side', () => {
  it('are settled together, as one step to take back', () => {
    const { told, km, dam } = twoConflicts()
    told.run({
      type: 'conflicts.settle',
      choices: [
        { record: km, field: 'text', value: '8 km' },
        { record: dam, field: 'text', value: 'Une ou deux digues' },
      ],
    })
    expect(told.device.records.get(km)?.f['text']).toBe('8 km')
    expect(told.device.records.get(dam)?.f['text']).toBe('Une ou deux digues')
    expect(told.device.undo().ok).toBe(true)
    expect(told.device.records.get(km)?.conflicts?.['text']).toEqual(['5 km', '8 km'])
    expect(told.device.records.get(dam)?.conflicts?.['text']).toEqual(['Deux digues', 'Trois digues'])
  })

  it('leave a note its words, and pass over what is gone meanwhile', () => {
    const { told, km, dam } = twoConflicts()
    const blank = told.device.attempt({ type: 'conflict.settle', record: km, field: 'text', value: '  ' })
    expect(blank).toMatchObject({ ok: false, failure: { type: 'TextIsBlank' } })
    told.run({ type: 'notes.remove', notes: [dam] })
    const choices = [km, dam].map((record) => ({ record, field: 'text', value: 'x' }))
    told.run({ type: 'conflicts.settle', choices })
    expect(told.device.records.get(km)?.f['text']).toBe('x')
    expect(told.device.records.has(dam)).toBe(false)
  })
})

describe('A note put away while someone was writing in it', () => {
  const kept = () => {
    const told = aWorkspace().session('Séance', 1).note('58 km')
    const [other, id] = [away(told), told.id('58 km')]
    other.run({ type: 'notes.remove', notes: [id] })
    told.edit('58 km', { set: { text: '5 km' } })
    told.device.receive(other.operations.values())
    return { told, id }
  }

  it('is kept for good by a person, who can change their mind', () => {
    const { told, id } = kept()
    expect(told.device.records.get(id)?.kept).toBe(true)
    told.run({ type: 'kept.settle', records: [id], keep: true })
    expect(told.device.records.get(id)).toMatchObject({ f: { text: '5 km' } })
    expect(told.device.records.get(id)?.kept).toBeUndefined()
    expect(told.device.undo().ok).toBe(true)
    expect(told.device.records.get(id)?.kept).toBe(true)
  })

  it('is put away after all, and comes back by an undo', () => {
    const { told, id } = kept()
    told.run({ type: 'kept.settle', records: [id], keep: false })
    expect(told.device.records.has(id)).toBe(false)
    expect(told.device.undo().ok).toBe(true)
    expect(told.device.records.get(id)?.kept).toBe(true)
  })
})

describe('Records joined', () => {
  const themes = () =>
    aWorkspace().save('theme', 'Nappes', { label: 'Nappes' }).save('theme', 'Eaux', { label: 'Eaux' })

  it('count as the other one, until the joining is taken back', () => {
    const told = themes()
    const [from, into] = [told.id('Nappes'), told.id('Eaux')]
    told.run({ type: 'records.join', joins: [{ record: from, into }] })
    expect(follow(told.device.records, from, 'into')).toBe(into)
    told.run({ type: 'records.join', joins: [{ record: from, into: null }] })
    expect(follow(told.device.records, from, 'into')).toBe(from)
  })

  it('never run in a circle, join only what is of one kind, and can be turned round', () => {
    const told = themes()
    const [from, into] = [told.id('Nappes'), told.id('Eaux')]
    told.run({ type: 'records.join', joins: [{ record: from, into }] })
    for (const [record, target, type] of [
      [into, from, 'JoinsInCircle'],
      [from, from, 'JoinsInCircle'],
      [from, told.id('Eau'), 'NotEditable'],
      [from, 'AAAAAAAAAAAAAAAAAAAAAA', 'RecordNotFound'],
    ] as const)
      expect(told.device.attempt({ type: 'records.join', joins: [{ record, into: target }] })).toMatchObject({
        ok: false,
        failure: { type },
      })
    const both = [
      { record: from, into: null },
      { record: into, into: from },
    ]
    expect(told.device.attempt({ type: 'records.join', joins: both }).ok).toBe(true)
  })

  it('or said to be two: nobody is asked again, on either side', () => {
    const told = themes()
    const [one, other] = [told.id('Nappes'), told.id('Eaux')]
    told.run({ type: 'records.keepApart', pairs: [{ record: one, other }] })
    const [a, b] = [told.device.records.get(one), told.device.records.get(other)]
    if (a === undefined || b === undefined) throw new Error('Both themes should be there')
    expect([isKeptApart(a, b), isKeptApart(b, a)]).toEqual([true, true])
    told.device.undo()
    const again = told.device.records.get(one)
    expect(again !== undefined && isKeptApart(again, b)).toBe(false)
  })
})
