import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { applyChange } from '#shared/model/change.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { dropsOf, type Drop } from '#shared/operation/drop.ts'
import { emptyFold, type FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { idOf, sha256 } from '../../build/author.ts'
import { Device } from '../../build/device.ts'
import { forged } from '../../build/forge.ts'
import { editOf, someSteps, World } from '../../build/history.ts'
import { law, shuffled } from '../../build/law.ts'
import { foldOf, saidBy, saidIn } from '../../build/said.ts'
import { aNote } from '../../build/note.ts'
import { aWorkspace } from '../../build/workspace.ts'

const merged = (fold: FoldState, operations: readonly Operation[], drops: readonly Drop[] = []) =>
  planMerge(fold, readRecords(fold), operations, drops)

const total = (counts: Readonly<Record<string, object>>): number =>
  Object.values(counts)
    .flatMap((byOutcome) => Object.values(byOutcome) as number[])
    .reduce((sum, n) => sum + n, 0)

describe('A merge', () => {
  law('does what its dry run shows, and leaves the state it was tried on as it was', someSteps(), (steps) => {
    const world = World.after(steps)
    const [ours, theirs] = world.devices
    if (ours === undefined || theirs === undefined) return
    const before = saidBy(ours.fold)
    const records = readRecords(ours.fold)
    const { plan, fold, aside } = merged(ours.fold, [...theirs.operations.values()], dropsOf(theirs.fold))
    expect(saidBy(ours.fold)).toBe(before)
    expect(saidIn(applyChange(records, plan.change))).toBe(saidBy(fold))
    // What rests on words destroyed here waits for a person; one who simply takes all in shows it.
    if (aside.length > 0) return
    ours.receive(theirs.operations.values(), dropsOf(theirs.fold))
    expect(saidBy(fold)).toBe(saidBy(ours.fold))
  })

  law('put in twice changes nothing the second time', someSteps(), (steps) => {
    const world = World.after(steps)
    const [ours, theirs] = world.devices
    if (ours === undefined || theirs === undefined) return
    const once = merged(ours.fold, [...theirs.operations.values()], dropsOf(theirs.fold))
    const twice = merged(once.fold, [...theirs.operations.values()], dropsOf(theirs.fold))
    expect([twice.plan.newOperations, twice.fresh, twice.plan.change, twice.plan.replacesOurs]).toEqual([0, [], {}, 0])
  })

  law('counts once each record that the bundle speaks of and that is here before or after', someSteps(), (steps) => {
    const world = World.after(steps)
    const [ours, theirs] = world.devices
    if (ours === undefined || theirs === undefined) return
    const before = readRecords(ours.fold)
    const operations = [...theirs.operations.values()]
    const { plan, fold } = merged(ours.fold, operations)
    const after = readRecords(fold)
    const spokenOf = new Set(operations.map(({ head }) => head.r))
    const counted = [...spokenOf].filter((id) => before.has(id) || after.has(id))
    expect(total(plan.counts)).toBe(counted.length)
    expect(plan.newOperations + plan.knownOperations + plan.aside).toBe(operations.length)
    const unsettled = [...spokenOf].flatMap((id) => Object.keys(after.get(id)?.conflicts ?? {}))
    expect(plan.conflicts).toHaveLength(unsettled.length)
    for (const { record, field, ours: former } of plan.conflicts) expect(before.get(record)?.f[field]).toEqual(former)
  })

  it('keeps no words of what is destroyed, though it rests on what is destroyed too', () => {
    const device = new Device('someone')
    const [note, session, axis] = [idOf('a note'), idOf('session'), idOf('axis')]
    for (const [kind, record] of Object.entries({ session, axis }))
      device.run({ type: 'record.save', kind: kind as 'session' | 'axis', record, set: { label: kind } })
    device.run(aNote({ note, text: 'Comme elle l’a dit', session, axis }))
    device.run(editOf(note, { text: 'Elle l’a dit' }))
    const said = [...device.operations.values()].filter(({ body }) => body?.set['text'] !== undefined)
    const drops = said.map(({ id }) => id)
    const { fresh, aside } = merged(foldOf([], drops), [...device.operations.values()])
    expect(said).toHaveLength(2)
    expect(aside).toEqual([])
    expect(JSON.stringify(fresh)).not.toContain('l’a dit')
  })

  it('lets what waits for a person wait on when its head alone comes again', () => {
    const device = new Device('someone')
    const [note, session, axis] = [idOf('another note'), idOf('session'), idOf('axis')]
    for (const [kind, record] of Object.entries({ session, axis }))
      device.run({ type: 'record.save', kind: kind as 'session' | 'axis', record, set: { label: kind } })
    device.run(aNote({ note, text: '58 km', session, axis }))
    device.run(editOf(note, { text: '50 km' }))
    const all = [...device.operations.values()]
    const first = all.find(({ body }) => body?.set['text'] === '58 km')
    const { fold, aside } = merged(foldOf([], [first?.id ?? '']), all)
    expect(aside.map(({ body }) => body?.set)).toEqual([{ text: '50 km' }])
    const heads = merged(
      { ...fold, owned: null },
      all.map(({ id, head }) => ({ id, head })),
    )
    expect([heads.plan.newOperations, [...heads.fold.aside]]).toEqual([0, aside.map(({ id }) => id)])
  })

  const sixBundles = fc.record({ steps: someSteps(), order: fc.nat() })
  law(
    'of six bundles in any order gives one hash and one set of records',
    sixBundles,
    ({ steps, order }) => {
      const world = World.after(steps)
      const bundles = Array.from({ length: 6 }, (_, n) =>
        world.operations.filter((_, index) => (index * 31 + n) % 5 < 2),
      )
      const put = (sequence: readonly (readonly Operation[])[]): FoldState =>
        sequence.reduce((fold, bundle) => merged(fold, bundle).fold, foldOf([], [], world.accepted))
      const reference = put(bundles)
      for (let turn = 0; turn < 4; turn += 1) {
        const fold = put(shuffled(bundles, order + turn))
        expect(canonicalHash(fold, sha256)).toBe(canonicalHash(reference, sha256))
        expect(saidBy(fold)).toBe(saidBy(reference))
      }
    },
    0.5,
  )

  it('of six bundles in a hundred orders gives one hash and one set of records', () => {
    const section = aWorkspace('section').session('Session', 2).speaker('Awa').note('58 km').note('Une digue')
    const bundles = Array.from({ length: 6 }, (_, n) => {
      const device = new Device(`rapporteur ${n}`)
      device.receive(section.operations)
      device.run(editOf(section.id('58 km'), { text: `${n % 4} km` }))
      if (n === 2) device.run({ type: 'notes.remove', notes: [section.id('Une digue')] })
      if (n === 4) device.run(editOf(section.id('Une digue'), { stance: 'opposes' }))
      if (n === 5) device.run({ type: 'level.tighten', records: [section.id('Session')], level: 5 })
      return [...device.operations.values()]
    })
    const outcomes = new Set<string>()
    for (let order = 0; order < 100; order += 1) {
      let fold = emptyFold()
      for (const bundle of shuffled(bundles, order)) fold = merged(fold, bundle).fold
      outcomes.add(`${canonicalHash(fold, sha256)} ${saidBy(fold)}`)
    }
    expect(outcomes.size).toBe(1)
    expect([...outcomes][0]).toContain('"conflicts":{"text":["0 km","1 km","2 km","3 km"]}')
  })
})

const scene = () => {
  const told = aWorkspace('a').session('Session', 1).note('58 km').note('Une digue').note('Un barrage')
  const away = new Device('b')
  away.receive(told.operations)
  return { told, away, id: (words: string) => told.id(words) }
}

describe('The preview of a merge', () => {
  it('shows a conflict with both values, ours named', () => {
    const { told, away, id } = scene()
    told.edit('58 km', { set: { text: '5 km' } })
    const theirs = away.run(editOf(id('58 km'), { text: '8 km' }))
    const { plan } = merged(told.device.fold, theirs)
    expect(plan.conflicts).toEqual([
      { record: id('58 km'), kind: 'note', field: 'text', values: ['5 km', '8 km'], ours: '5 km', standing: false },
    ])
    expect(plan.counts).toEqual({
      note: { added: 0, updated: 0, identical: 0, conflicting: 1, removed: 0, kept: 0 },
    })
    expect(plan.replacesOurs).toBe(0)
  })

  it('counts apart what replaces our values, what is removed and what is kept', () => {
    const { told, away, id } = scene()
    told.edit('Un barrage', { set: { stance: 'opposes' } })
    const theirs = [
      ...away.run(editOf(id('58 km'), { text: '8 km' })),
      ...away.run({ type: 'notes.remove', notes: [id('Une digue'), id('Un barrage')] }),
    ]
    const { plan } = merged(told.device.fold, theirs)
    expect(plan.counts['note']).toEqual({ added: 0, updated: 1, identical: 0, conflicting: 0, removed: 1, kept: 1 })
    expect(plan.replacesOurs).toBe(1)
  })

  it('lists no conflict of records that the bundle does not speak of, even when it drops or consents', () => {
    const { told, away, id } = scene()
    told.edit('58 km', { set: { text: '5 km' } })
    told.device.receive(away.run(editOf(id('58 km'), { text: '8 km' })))
    const consent = { consent: 'K'.repeat(22), who: 'Awa', at: '2026-01-06', basis: 'accord' }
    const theirs = away.run({ type: 'level.loosen', records: [id('Une digue')], level: 1, ...consent })
    expect(merged(told.device.fold, theirs, [sha256('x')]).plan.conflicts).toEqual([])
  })

  it('counts a kind called constructor as any other', () => {
    const operation = forged({ record: 'N'.repeat(22), kind: 'constructor', set: { label: 'x' } })
    const { plan } = merged(emptyFold(), [operation])
    expect(Object.keys(plan.counts)).toEqual(['constructor'])
    expect('added' in Object).toBe(false)
  })
})
