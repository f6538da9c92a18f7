import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKind } from '#shared/model/record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { Device } from '../../build/device.ts'
import { ACTIONS, editOf, someSteps, World, type Step } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { saidIn } from '../../build/said.ts'
import { aWorkspace } from '../../build/workspace.ts'

const LOCAL = ['text', 'stance', 'theme', 'speaker', 'remove', 'settle', 'session place', 'capture'] as const
const example = fc.record({
  before: someSteps(ACTIONS.filter((action) => action !== 'drop' && action !== 'erase')),
  edits: someSteps(LOCAL, 6),
})

/** What an installation did, told as what it shows after each command that wrote something. */
function editing(world: World, edits: readonly Step[]): { device: Device; shown: readonly string[] } {
  const [device = new Device('none')] = world.devices
  const shown = [saidIn(device.records)]
  for (const step of edits) {
    const written = device.own.size
    world.play({ ...step, who: 0 })
    if (device.own.size > written) shown.push(saidIn(device.records))
  }
  return { device, shown }
}

describe('Undo', () => {
  law('leads back through what was shown, and redo forth again', example, ({ before, edits }) => {
    const { device, shown } = editing(World.after(before), edits)
    for (const former of shown.slice(0, -1).toReversed()) {
      expect(device.undo().ok).toBe(true)
      expect(saidIn(device.records)).toBe(former)
    }
    for (const next of shown.slice(1)) {
      expect(device.redo().ok).toBe(true)
      expect(saidIn(device.records)).toBe(next)
    }
  })

  law('never loosens the level a note is held to', someSteps(), (steps) => {
    const world = World.after(steps)
    for (const device of world.devices) {
      const levels = new Map(
        [...device.records.values()].flatMap((record) =>
          isKind(record, 'note') ? [[record.id, levelOfNote(device.records, record)] as const] : [],
        ),
      )
      for (const take of ['undo', 'redo', 'undo', 'undo'] as const) device[take](true)
      for (const [id, level] of levels) {
        const note = device.records.get(id)
        if (note !== undefined && isKind(note, 'note'))
          expect(levelOfNote(device.records, note)).toBeGreaterThanOrEqual(level)
      }
    }
  })

  it('of a settlement brings both texts back side by side', () => {
    const told = aWorkspace('a').session('Session', 1).note('58 km')
    const away = new Device('b')
    away.receive(told.operations)
    told.edit('58 km', { set: { text: '5 km' } })
    told.device.receive(away.run(editOf(told.id('58 km'), { text: '8 km' })))
    told.run({ type: 'conflict.settle', record: told.id('58 km'), field: 'text', value: '5 km' })
    expect(told.device.undo().ok).toBe(true)
    expect(told.device.records.get(told.id('58 km'))?.conflicts).toEqual({ text: ['5 km', '8 km'] })
  })

  it('of a creation leaves nothing', () => {
    const told = aWorkspace().session('Session', 1).speaker('Awa')
    const before = saidIn(told.device.records)
    told.note('Une digue', { level: 4, themes: ['Crues'] })
    expect(told.device.undo().ok).toBe(true)
    expect(saidIn(told.device.records)).toBe(before)
  })

  it('of a deletion, redone, keeps the note that someone has edited meanwhile', () => {
    const told = aWorkspace('a').session('Session', 1).note('Une digue')
    const away = new Device('b')
    away.receive(told.operations)
    told.run({ type: 'notes.remove', notes: [told.id('Une digue')] })
    expect([told.device.undo().ok, told.device.redo().ok]).toEqual([true, true])
    expect(told.device.records.has(told.id('Une digue'))).toBe(false)
    told.device.receive(away.run(editOf(told.id('Une digue'), { text: 'Deux digues' })))
    expect(told.device.records.get(told.id('Une digue'))).toMatchObject({ f: { text: 'Deux digues' }, kept: true })
  })

  it('of a deletion, redone beside what someone wrote, removes the note once that is taken out', () => {
    const told = aWorkspace('a').session('Session', 1).note('Une digue')
    const away = new Device('b')
    away.receive(told.operations)
    told.run({ type: 'notes.remove', notes: [told.id('Une digue')] })
    const theirs = away.run(editOf(told.id('Une digue'), { text: 'Deux digues' }))
    expect(told.device.undo().ok).toBe(true)
    told.device.receive(theirs)
    expect(told.device.redo().ok).toBe(true)
    expect(told.device.records.get(told.id('Une digue'))).toMatchObject({ kept: true })
    const without = new Device('c')
    without.receive([...told.device.operations.values()].filter(({ id }) => theirs.every((one) => one.id !== id)))
    expect(without.records.has(told.id('Une digue'))).toBe(false)
  })

  it('is refused when someone has written over it since, and names what', () => {
    const told = aWorkspace('a')
      .session('Session', 1)
      .note('58 km')
      .edit('58 km', { set: { text: '5 km' } })
    const away = new Device('b')
    away.receive(told.operations)
    told.device.receive(away.run(editOf(told.id('58 km'), { text: '8 km' })))
    const records = [told.id('58 km')]
    expect(told.device.undo()).toEqual({ ok: false, failure: { type: 'ReplacedSince', records } })
    expect(told.device.records.get(told.id('58 km'))?.f['text']).toBe('8 km')
  })

  it.each([1, undefined])('of a tightening is refused, whether a level stood before (%s) or not', (level) => {
    const told = aWorkspace().session('Session', level).speaker('Awa').note('Une digue').tighten('Session', 5)
    const done = told.device.undo()
    expect(done.ok ? 'done' : done.failure.type).toBe('TighteningStays')
    expect(told.device.records.get(told.id('Session'))?.f['level']).toBe(5)
  })

  it('of a loosening holds the note again, and redoing it takes a new consent', () => {
    const told = aWorkspace().session('Session', 1).note('Une digue', { level: 5 }).loosen('Une digue', 2)
    const level = () => told.device.records.get(told.id('Une digue'))?.f['level']
    expect(level()).toBe(2)
    expect(told.device.undo().ok).toBe(true)
    expect(level()).toBe(5)
    const again = told.device.redo()
    expect(again.ok ? 'done' : again.failure.type).toBe('TighteningStays')
  })

  it('of the withdrawal of a consent is refused', () => {
    const told = aWorkspace().session('Session', 1).note('Une digue', { level: 5 }).loosen('Une digue', 2)
    told.run({ type: 'consent.withdraw', consent: told.id('consent for Une digue') })
    const done = told.device.undo()
    expect(done.ok ? 'done' : done.failure.type).toBe('TighteningStays')
    expect(told.device.records.get(told.id('Une digue'))?.f['level']).toBe(5)
  })
})
