import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/edit/command.ts'
import { judgementOn, pairedNotes, pairId } from '#shared/model/pair.ts'
import { isRecordId } from '#shared/kit/id.ts'
import { Device } from '../../build/device.ts'
import { aWorkspace } from '../../build/workspace.ts'

const told = () => aWorkspace('a').session('Session', 1).note('3 km de canal').note('8 km de canal')
const judging = (one: string, other: string, judgement: 'same' | 'different' | null = 'same'): Command => ({
  type: 'pairs.judge',
  pairs: [{ one, other }],
  judgement,
})

describe('saying that two notes are of one intervention', () => {
  it('leaves both notes as they are, with their authors', () => {
    const workspace = told()
    const [one, other] = [workspace.id('3 km de canal'), workspace.id('8 km de canal')]
    const before = [workspace.device.records.get(one), workspace.device.records.get(other)]
    workspace.run(judging(one, other))
    expect([workspace.device.records.get(one), workspace.device.records.get(other)]).toEqual(before)
    expect(judgementOn(workspace.device.records, other, one)).toBe('same')
  })

  it('is taken back by one undo, and said again by a redo', () => {
    const workspace = told()
    const [one, other] = [workspace.id('3 km de canal'), workspace.id('8 km de canal')]
    workspace.run(judging(one, other))
    const said = () => judgementOn(workspace.device.records, one, other)
    workspace.device.undo()
    const undone = [said(), workspace.device.records.has(pairId(one, other))]
    workspace.device.redo()
    expect([undone, said()]).toEqual([[null, false], 'same'])
  })

  it('is one record whoever says it and in whatever order, so that two who agree do not conflict', () => {
    const workspace = told()
    const [one, other] = [workspace.id('3 km de canal'), workspace.id('8 km de canal')]
    const away = new Device('b')
    away.receive(workspace.operations)
    away.run(judging(other, one))
    workspace.run(judging(one, other))
    workspace.device.receive(away.operations.values())
    const pair = workspace.device.records.get(pairId(one, other))
    expect([pair?.conflicts, judgementOn(workspace.device.records, one, other)]).toEqual([undefined, 'same'])
  })

  it('stands side by side with the contrary until a person settles it, and links nothing meanwhile', () => {
    const workspace = told()
    const [one, other] = [workspace.id('3 km de canal'), workspace.id('8 km de canal')]
    const away = new Device('b')
    away.receive(workspace.operations)
    away.run(judging(one, other, 'different'))
    workspace.run(judging(one, other))
    workspace.device.receive(away.operations.values())
    const record = pairId(one, other)
    const said = () => judgementOn(workspace.device.records, one, other)
    expect([workspace.device.records.get(record)?.conflicts, said()]).toEqual([
      { judgement: ['different', 'same'] },
      null,
    ])
    workspace.run({ type: 'conflict.settle', record, field: 'judgement', value: 'same' })
    expect(said()).toBe('same')
  })

  it('can be unsaid', () => {
    const workspace = told()
    const [one, other] = [workspace.id('3 km de canal'), workspace.id('8 km de canal')]
    workspace.run(judging(one, other)).run(judging(one, other, null))
    expect(judgementOn(workspace.device.records, one, other)).toBeNull()
  })

  it('is refused of a note with itself, and of what is no note', () => {
    const workspace = told()
    const note = workspace.id('3 km de canal')
    const attempts = [judging(note, note), judging(note, workspace.id('Session'))]
    expect(attempts.map((command) => workspace.device.attempt(command))).toMatchObject([
      { ok: false, failure: { type: 'InvalidValue' } },
      { ok: false, failure: { type: 'RecordNotFound' } },
    ])
  })

  it('cannot be written around by the command that saves any record', () => {
    const workspace = told()
    const attempt = workspace.device.attempt({ type: 'record.save', kind: 'pair', record: 'p'.repeat(22), set: {} })
    expect(attempt).toMatchObject({ ok: false, failure: { type: 'NotEditable' } })
  })

  it('names a record like any other, from which each note leads to the other', () => {
    const workspace = told()
    const [one, other] = [workspace.id('3 km de canal'), workspace.id('8 km de canal')]
    const pair = pairId(one, other)
    expect([isRecordId(pair), pairId(other, one) === pair, pairId(pair, one) === other]).toEqual([true, true, true])
    workspace.run(judging(one, other))
    expect(pairedNotes(workspace.device.records.get(pair) ?? { id: '', kind: '', f: {} })).toEqual(
      [one, other].toSorted(),
    )
  })
})
