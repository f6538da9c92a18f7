import { describe, expect, it } from 'vitest'
import { backupNeedsEncryption, selectComplete } from '#shared/exchange/select.ts'
import { isKind } from '#shared/model/record.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { levelOfNote, levelOfSession } from '#shared/privacy/levels.ts'
import { bundleOf } from '../../build/bundle.ts'
import { someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { saysMoreThanPrivate } from '../../build/projected.ts'
import { foldOf } from '../../build/said.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const completeTextOf = ({ operations, device }: Workspace): string =>
  Object.values(bundleOf(selectComplete(operations, device.fold))).join('\n')

describe('A complete bundle', () => {
  law('holds all that is neither private nor off the record, with its stamps', someSteps(), (steps) => {
    const world = World.after(steps)
    const fold = world.fold()
    const records = readRecords(fold)
    const sent = selectComplete(world.operations, fold)
    const received = readRecords(foldOf(sent, world.drops, world.accepted))
    expect(JSON.stringify(sent)).not.toMatch(/CANARI-(lien|telephone)/u)
    const whole = new Map(sent.map((operation) => [operation.id, operation]))
    const text = JSON.stringify(sent)
    for (const record of records.values()) {
      const isOff =
        (isKind(record, 'note') && levelOfNote(records, record) === 6) ||
        (isKind(record, 'session') && levelOfSession(records, record) === 6)
      if (isOff) expect(text).not.toContain(record.id)
      else if (
        ['note', 'session', 'theme'].includes(record.kind) &&
        saysMoreThanPrivate(record) &&
        record.kept !== true
      )
        expect(received.has(record.id)).toBe(true)
    }
    for (const { id, head, stamp, body } of world.operations) {
      const operation = whole.get(id)
      if (head.k === 'p') expect(operation).toBeUndefined()
      if (operation !== undefined) expect([operation.body, operation.stamp]).toEqual([body, stamp])
    }
  })

  it('leaves out an off-the-record session with its notes, speakers, voices, people and polls', () => {
    const told = aWorkspace()
      .session('Publique', 1)
      .speaker('Awa Diop', { organisation: 'Ville de Dakar' })
      .note('En public')
    told
      .session('À huis clos', 6)
      .speaker('Bo Li', { organisation: 'Ville de Chengdu', phone: '+86 1' })
      .note('Entre nous')
    told.speaker('Awa Diop à huis clos', { organisation: 'Ville de Dakar' })
    told.save('poll', 'Sondage', { session: told.id('À huis clos'), question: 'Qui part ?' })
    const text = completeTextOf(told)
    for (const words of ['À huis clos', 'Bo Li', 'Ville de Chengdu', 'Entre nous', '+86 1', 'Qui part ?'])
      expect(text).not.toContain(words)
    for (const words of ['Publique', 'Awa Diop', 'Ville de Dakar', 'En public']) expect(text).toContain(words)
    for (const words of ['À huis clos', 'Bo Li', 'Entre nous', 'Sondage']) expect(text).not.toContain(told.id(words))
  })

  it('leaves out a consent that names a withheld note', () => {
    const told = aWorkspace().session('Session', 1).note('Une digue', { level: 5 }).loosen('Une digue', 2)
    expect(completeTextOf(told)).toContain(told.id('consent for Une digue'))
    told.tighten('Une digue', 6)
    expect(completeTextOf(told)).not.toContain(told.id('consent for Une digue'))
    expect(completeTextOf(told)).not.toContain(told.id('Une digue'))
  })

  it('leaves out an off-the-record note and the people who spoke there, once they were undone', () => {
    const told = aWorkspace().session('À huis clos', 6).speaker('Bo Li').note('Entre nous')
    told.device.undo()
    told.device.undo()
    for (const words of ['Bo Li', 'Entre nous']) expect(completeTextOf(told)).not.toContain(words)
  })

  it('leaves out the deletion of an off-the-record note', () => {
    const told = aWorkspace().session('Session', 1).note('Entre nous', { level: 6 })
    told.run({ type: 'notes.remove', notes: [told.id('Entre nous')] })
    expect(completeTextOf(told)).not.toContain(told.id('Entre nous'))
  })
})

describe('A backup', () => {
  it('lies in clear when it holds nothing that is protected or private', () => {
    const told = aWorkspace().session('Session', 4).speaker('Awa Diop').note('Une digue')
    expect(backupNeedsEncryption(told.device.fold)).toBe(0)
  })

  it('needs encryption for closed sessions, their notes and what is private, put away or not', () => {
    const told = aWorkspace().session('Fermée', 5).speaker('Awa Diop', { phone: '+221 1' }).note('Une digue')
    expect(backupNeedsEncryption(told.device.fold)).toBe(3)
    told.run({ type: 'notes.remove', notes: [told.id('Une digue')] })
    expect(backupNeedsEncryption(told.device.fold)).toBe(3)
  })
})
