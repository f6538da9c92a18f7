import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '#shared/model/record.ts'
import { dropsOf } from '#shared/operation/drop.ts'
import { addOperation } from '#shared/operation/fold.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { projectOperations, projectRecords } from '#shared/privacy/project.ts'
import { Device } from '../../build/device.ts'
import { editOf, someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { consentsStayHere, settled, shownOf } from '../../build/projected.ts'
import { foldOf, saidIn } from '../../build/said.ts'
import { aWorkspace } from '../../build/workspace.ts'

/** A history, and how many of its steps came before a first projection was sent. */
const histories = fc.record({ steps: someSteps(), first: fc.nat(40), sender: fc.nat(2) })

const projectionOf = (operations: Iterable<Operation>, fold: FoldState): readonly Operation[] =>
  projectOperations(operations, fold)

/** What someone has who is sent these operations after others: drops travel with them, and hold before anything is taken in. */
function receivedFrom(
  sender: FoldState,
  sent: readonly Operation[],
  accepted: Iterable<string>,
  earlier: readonly Operation[] = [],
): FoldState {
  const fold = foldOf(earlier, dropsOf(sender), accepted)
  for (const operation of sent) addOperation(fold, operation)
  return fold
}

describe('Projection', () => {
  law('shows a receiver who had nothing what the sender’s records show', someSteps(), (steps) => {
    const world = World.after(steps)
    const sender = world.fold()
    if (consentsStayHere(readRecords(sender))) return
    const sent = projectionOf(world.operations, sender)
    const received = readRecords(receivedFrom(sender, sent, world.accepted))
    expect(saidIn(received)).toBe(saidIn(projectRecords(readRecords(sender))))
  })

  law('shows the same to a receiver of an earlier projection, without a false conflict', histories, (example) => {
    const world = new World()
    for (const step of example.steps.slice(0, example.first)) world.play(step)
    const early = world.devices[example.sender]
    if (early === undefined) return
    const earlier = projectionOf(early.operations.values(), early.fold)
    for (const step of example.steps.slice(example.first)) world.play(step)
    const sender = world.fold()
    const sent = projectionOf(world.operations, sender)
    const received = readRecords(receivedFrom(sender, sent, world.accepted, earlier))
    const ours = readRecords(sender)
    if (consentsStayHere(ours)) return
    expect(saidIn(shownOf(received, ours))).toBe(saidIn(settled(ours)))
  })

  it('tells what a note was promised even when all else of its creation was taken back', () => {
    const told = aWorkspace('a').session('Session', 3).note('Une digue')
    const away = new Device('b')
    away.receive(told.operations)
    told.device.receive(away.run(editOf(told.id('Une digue'), { text: 'Deux digues' })))
    expect(told.device.undo(true).ok).toBe(true)
    const received = readRecords(foldOf(projectionOf(told.operations, told.device.fold)))
    expect(received.get(told.id('Une digue'))?.f).toEqual({ text: 'Deux digues', level: 3, promised: 3 })
    expect(saidIn(received)).toBe(saidIn(projectRecords(told.device.records)))
  })

  it('would show false conflicts if what was replaced were left out', () => {
    const told = aWorkspace().session('Plénière', 1).note('58 km')
    const earlier = projectionOf(told.operations, told.device.fold)
    told.edit('58 km', { set: { text: '50 km' } }).edit('58 km', { set: { text: '8 km' } })
    const sent = projectionOf(told.operations, told.device.fold)
    const textAfter = (operations: readonly Operation[]): AnyRecord | undefined =>
      readRecords(foldOf([...earlier, ...operations])).get(told.id('58 km'))
    expect(textAfter(sent)?.f['text']).toBe('8 km')
    expect(textAfter(sent.filter(({ body }) => body !== undefined))?.conflicts).toEqual({ text: ['58 km', '8 km'] })
  })

  law('is the same whatever order the sender’s operations came in', someSteps(), (steps) => {
    const world = World.after(steps)
    const reversed = world.operations.toReversed()
    const other = foldOf(reversed, world.drops, world.accepted)
    expect(projectionOf(reversed, other)).toEqual(projectionOf(world.operations, world.fold()))
  })
})
