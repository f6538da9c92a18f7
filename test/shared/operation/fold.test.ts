import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDropped } from '#shared/operation/drop.ts'
import { addOperation, dropOperation, dropOperations } from '#shared/operation/fold.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { emptyFold, forkFold } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecord } from '#shared/operation/read-record.ts'
import { sha256 } from '../../build/author.ts'
import { Device } from '../../build/device.ts'
import { editOf, someSteps, World } from '../../build/history.ts'
import { law, shuffled } from '../../build/law.ts'
import { foldOf, saidBy } from '../../build/said.ts'
import { aWorkspace } from '../../build/workspace.ts'

const bare = ({ id, head }: Operation): Operation => ({ id, head })
const histories = fc.record({ steps: someSteps(), order: fc.nat() })

describe('Fold of any delivery order', () => {
  law('is the same whatever order operations and drops arrive in', histories, ({ steps, order }) => {
    const world = World.after(steps)
    const fold = world.fold()
    const other = emptyFold()
    const drops = [...world.drops]
    for (const id of world.accepted) other.accepted.add(id)
    const cut = order % (drops.length + 1)
    dropOperations(other, drops.slice(0, cut))
    for (const operation of shuffled(world.operations, order)) addOperation(other, operation)
    dropOperations(other, drops.slice(cut))
    expect(saidBy(other)).toBe(saidBy(fold))
    expect(canonicalHash(other, sha256)).toBe(canonicalHash(fold, sha256))
  })

  law('is the same when bare heads come first and bodies later', histories, ({ steps, order }) => {
    const world = World.after(steps)
    const heads = shuffled(world.operations, order).map(bare)
    const later = shuffled(world.operations, order + 1)
    const fold = foldOf([...heads, ...later, ...heads], world.drops, world.accepted)
    expect(saidBy(fold)).toBe(saidBy(world.fold()))
    expect(canonicalHash(fold, sha256)).toBe(canonicalHash(world.fold(), sha256))
  })

  law('is the same after a partial arrival completed later', histories, ({ steps, order }) => {
    const world = World.after(steps)
    const part = world.operations.filter((_, index) => (index * 13 + order) % 3 !== 0)
    const fold = foldOf([...part, ...shuffled(world.operations, order)], world.drops, world.accepted)
    expect(saidBy(fold)).toBe(saidBy(world.fold()))
  })
})

describe('Union of what installations hold', () => {
  law('commutes, associates and is idempotent', someSteps(), (steps) => {
    const world = World.after(steps)
    const [a, b, c] = world.devices.map(({ operations }) => [...operations.values()])
    if (a === undefined || b === undefined || c === undefined) throw new Error('three installations')
    const said = (...parts: readonly (readonly Operation[])[]): string =>
      saidBy(foldOf(parts.flat(), world.drops, world.accepted))
    expect(said(b, a)).toBe(said(a, b))
    expect(said(c, [...b, ...a])).toBe(said([...c, ...b], a))
    expect(said(a, b, a, a, b)).toBe(said(a, b))
  })

  law('loses no text: each is a value, or someone who had read it replaced it', someSteps(), (steps) => {
    const world = World.after(steps)
    const fold = world.fold()
    const replaced = new Set(world.operations.flatMap(({ head }) => head.o?.['text'] ?? []))
    for (const { id, head, body } of world.operations) {
      if (body?.set['text'] === undefined || isDropped(fold, { id, head })) continue
      const stands = fold.records.get(head.r)?.fields.get('text')?.heads.has(id) ?? false
      expect(stands || replaced.has(id)).toBe(true)
    }
  })

  it('keeps two texts written apart side by side', () => {
    const told = aWorkspace('a').session('Plénière', 1).note('58 km de canal')
    const away = new Device('b')
    away.receive(told.operations)
    told.edit('58 km de canal', { set: { text: '5 km de canal' } })
    away.run(editOf(told.id('58 km de canal'), { text: '8 km de canal' }))
    away.receive(told.operations)
    expect(readRecord(away.fold, told.id('58 km de canal'))?.conflicts).toEqual({
      text: ['5 km de canal', '8 km de canal'],
    })
  })
})

describe('A dropped operation', () => {
  law('never shows its body again, whatever comes after', histories, ({ steps, order }) => {
    const world = World.after(steps)
    const writings = world.operations.filter(({ body }) => typeof body?.set['text'] === 'string')
    const target = writings[order % Math.max(1, writings.length)]
    if (target === undefined) return
    const words = String(target.body?.set['text'])
    // Words that something else says too, or is named by, as a note that was cut or joined, may well be read.
    if (world.operations.some((one) => one.id !== target.id && JSON.stringify(one).includes(words))) return
    for (const before of [true, false]) {
      const fold = emptyFold()
      if (before) dropOperation(fold, target.id)
      for (const operation of shuffled(world.operations, order)) addOperation(fold, operation)
      if (!before) dropOperation(fold, target.id)
      for (const operation of world.operations) addOperation(fold, operation)
      expect(saidBy(fold)).not.toContain(words)
    }
  })

  it('leaves in force the level that it set, for a drop from elsewhere must loosen nothing', () => {
    const told = aWorkspace('a').session('Plénière', 1).note('Sans nom').tighten('Sans nom', 5)
    const tightening = told.operations.find(({ head, body }) => head.t === 'note' && body?.set['level'] === 5)
    dropOperation(told.device.fold, tightening?.id ?? '')
    expect(readRecord(told.device.fold, told.id('Sans nom'))?.f['level']).toBe(5)
  })

  it('stays put away when what is dropped is its deletion', () => {
    const told = aWorkspace('a').session('Plénière', 1).note('À oublier')
    const [deletion] = told.device.run({ type: 'notes.remove', notes: [told.id('À oublier')] })
    dropOperation(told.device.fold, deletion?.id ?? '')
    expect(readRecord(told.device.fold, told.id('À oublier'))).toBeNull()
  })
})

describe('A record that operations claim for two kinds', () => {
  it('shows nothing, so that a forged kind opens no note', () => {
    const told = aWorkspace('a').session('Fermée', 6).note('Entre nous')
    const text = told.operations.find(({ body }) => body?.set['text'] === 'Entre nous')
    if (text === undefined) throw new Error('no text')
    const forged = { ...text, id: sha256('forged'), head: { ...text.head, t: 'challenge', o: {} } }
    for (const order of [
      [...told.operations, forged],
      [forged, ...told.operations],
    ])
      expect(readRecord(foldOf(order), told.id('Entre nous'))).toBeNull()
  })
})

describe('A state forked from another', () => {
  law('takes operations without touching it', someSteps(), (steps) => {
    const world = World.after(steps)
    const [first, ...others] = world.devices
    if (first === undefined) return
    const before = saidBy(first.fold)
    const fork = forkFold(first.fold)
    for (const device of others) for (const operation of device.operations.values()) addOperation(fork, operation)
    for (const id of [...first.operations.keys()].slice(0, 5)) dropOperation(fork, id)
    expect(saidBy(first.fold)).toBe(before)
  })
})
