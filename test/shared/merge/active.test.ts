import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeOperations } from '#shared/merge/active.ts'
import { isKind } from '#shared/model/record.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { sha256 } from '../../build/author.ts'
import { Device } from '../../build/device.ts'
import { editOf, someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { foldOf, saidBy } from '../../build/said.ts'
import { START } from '../../build/start.ts'
import { aWorkspace } from '../../build/workspace.ts'

const cases = fc.record({ steps: someSteps(), withdrawn: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }) })

/** The first installation, for which everything of the others and the common start are imports. */
function importing(steps: Parameters<typeof World.after>[0]) {
  const world = World.after(steps)
  const [ours = new Device('none'), ...others] = world.devices
  const bundles = [
    START.operations.map(({ id }) => id),
    ...others.map(({ operations }) => Array.from(operations.keys())),
  ]
  return { world, ours, bundles, all: world.operations }
}

const chosen = (all: readonly Operation[], active: ReadonlySet<string>): readonly Operation[] =>
  all.filter(({ id }) => active.has(id))

/** What was written at once with the name of a session: a place first said later is no part of its beginning. */
function beginningOf(all: readonly Operation[], session: string): readonly Operation[] {
  const own = all.filter(({ head }) => head.r === session && head.o === undefined && head.seen === undefined)
  const named = new Set(own.filter(({ body }) => body?.set['label'] !== undefined).map(({ stamp }) => stamp?.batch))
  return own.filter(({ stamp }) => named.has(stamp?.batch))
}

describe('What counts once imports are withdrawn', () => {
  law(
    'is everything when none is, one’s own at least, and nothing but what was put in',
    cases,
    ({ steps, withdrawn }) => {
      const { ours, bundles, all } = importing(steps)
      const asImports = (out: readonly boolean[]) =>
        bundles.map((operations, n) => ({ operations, withdrawn: out[n] ?? false }))
      const everything = activeOperations(all, asImports([]), ours.own)
      expect(everything).toEqual(new Set(all.map(({ id }) => id)))
      const some = activeOperations(all, asImports(withdrawn), ours.own)
      for (const id of ours.own) expect(some.has(id)).toBe(true)
      for (const id of some) expect(everything.has(id)).toBe(true)
      for (const [n, operations] of bundles.entries())
        if (withdrawn[n] === false) for (const id of operations) expect(some.has(id)).toBe(true)
    },
  )

  law(
    'holds all that one’s own operations replace, and the beginning of the sessions that they name',
    cases,
    (example) => {
      const { ours, bundles, all } = importing(example.steps)
      const imports = bundles.map((operations) => ({ operations, withdrawn: true }))
      const active = activeOperations(all, imports, ours.own)
      for (const operation of chosen(all, ours.own)) {
        for (const id of Object.values(operation.head.o ?? {}).flat())
          if (all.some((other) => other.id === id)) expect(active.has(id)).toBe(true)
        const session = operation.body?.set['session']
        if (typeof session === 'string') {
          for (const { id } of beginningOf(all, session)) expect(active.has(id)).toBe(true)
        }
      }
    },
  )

  law('comes back whole when what was withdrawn is put in again', cases, ({ steps, withdrawn }) => {
    const { world, ours, bundles, all } = importing(steps)
    const imports = bundles.map((operations, n) => ({ operations, withdrawn: withdrawn[n] ?? false }))
    const again = [...imports, ...bundles.map((operations) => ({ operations, withdrawn: false }))]
    const fold = foldOf(chosen(all, activeOperations(all, again, ours.own)), world.drops, world.accepted)
    const whole = foldOf(all, world.drops, world.accepted)
    expect(saidBy(fold)).toBe(saidBy(whole))
    expect(canonicalHash(fold, sha256)).toBe(canonicalHash(whole, sha256))
  })

  law('never loosens a note that is still shown', cases, ({ steps, withdrawn }) => {
    const { world, ours, bundles, all } = importing(steps)
    const imports = bundles.map((operations, n) => ({ operations, withdrawn: withdrawn[n] ?? false }))
    const before = readRecords(foldOf(all, world.drops, ours.fold.accepted))
    const after = readRecords(
      foldOf(chosen(all, activeOperations(all, imports, ours.own)), world.drops, ours.fold.accepted),
    )
    for (const note of after.values()) {
      const former = before.get(note.id)
      if (!isKind(note, 'note') || note.f.text === undefined || former === undefined || !isKind(former, 'note'))
        continue
      expect(levelOfNote(after, note)).toBeGreaterThanOrEqual(levelOfNote(before, former))
    }
  })

  it('leaves out a withdrawn bundle on which nothing rests, and what stood before stands again', () => {
    const ours = aWorkspace('ours').session('Session', 1).note('58 km')
    const before = saidBy(ours.device.fold)
    const theirs = aWorkspace('theirs').session('Ailleurs', 1).note('Une digue')
    const away = new Device('away')
    away.receive(ours.operations)
    const edited = away.run(editOf(ours.id('58 km'), { text: '5 km' }))
    const all = [...ours.operations, ...theirs.operations, ...edited]
    const imports = [{ operations: [...theirs.operations, ...edited].map(({ id }) => id), withdrawn: true }]
    const active = activeOperations(all, imports, ours.device.own)
    expect(saidBy(foldOf(chosen(all, active)))).toBe(before)
  })

  it('keeps the note, its voice and its session under a correction made here', () => {
    const theirs = aWorkspace('theirs').session('Ailleurs', 1).speaker('Awa').note('Une digue').note('Un barrage')
    const ours = new Device('ours')
    ours.receive(theirs.operations)
    ours.run(editOf(theirs.id('Une digue'), { text: 'Deux digues' }))
    const all = [...ours.operations.values()]
    const imports = [{ operations: theirs.operations.map(({ id }) => id), withdrawn: true }]
    const records = readRecords(foldOf(chosen(all, activeOperations(all, imports, ours.own))))
    const note = records.get(theirs.id('Une digue'))
    expect(note?.f['text']).toBe('Deux digues')
    expect(records.get(String(note?.f['session']))?.f['label']).toBe('Ailleurs')
    expect(records.get(String(records.get(String(note?.f['voice']))?.f['person']))?.f['name']).toBe('Awa')
    expect(records.has(theirs.id('Un barrage'))).toBe(false)
  })

  it('keeps the tightening and the withdrawal of a consent that a withdrawn bundle brought', () => {
    const ours = aWorkspace('ours').session('Session', 1).note('Une digue').note('Un barrage', { level: 5 })
    ours.loosen('Un barrage', 2)
    const away = new Device('away')
    away.receive(ours.operations)
    const brought = [
      ...away.run({ type: 'level.tighten', records: [ours.id('Une digue')], level: 4 }),
      ...away.run({ type: 'consent.withdraw', consent: ours.id('consent for Un barrage') }),
    ]
    const all = [...ours.operations, ...brought]
    const imports = [{ operations: brought.map(({ id }) => id), withdrawn: true }]
    const active = activeOperations(all, imports, ours.device.own)
    const records = readRecords(foldOf(chosen(all, active), [], ours.device.fold.accepted))
    expect(records.get(ours.id('Une digue'))?.f['level']).toBe(4)
    expect(records.get(ours.id('Un barrage'))?.f['level']).toBe(5)
  })

  it('keeps what the template gives', () => {
    const [first] = START.operations
    if (first === undefined) throw new Error('an operation')
    const genesis = { ...first, head: { ...first.head, g: 1 } }
    expect(activeOperations([genesis], [{ operations: [genesis.id], withdrawn: true }], new Set())).toEqual(
      new Set([genesis.id]),
    )
  })
})
