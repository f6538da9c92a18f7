import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeOperations } from '#shared/merge/active.ts'
import { planWithdrawal } from '#shared/merge/plan-withdrawal.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { Device } from '../../build/device.ts'
import { editOf, someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { START } from '../../build/start.ts'
import { aWorkspace } from '../../build/workspace.ts'

const byId = (operations: Iterable<Operation>): Map<string, Operation> =>
  new Map([...operations].map((operation) => [operation.id, operation]))
const importOf = (id: string, operations: readonly Operation[], withdrawn = false) => ({
  id,
  operations: operations.map((operation) => operation.id),
  withdrawn,
})

const cases = fc.record({
  steps: someSteps(),
  target: fc.integer({ min: 0, max: 2 }),
  withdrawn: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
})

describe('What withdrawing an import would do', () => {
  law('is what it does, told before and after alike', cases, ({ steps, target, withdrawn }) => {
    const world = World.after(steps)
    const [ours = new Device('none'), ...others] = world.devices
    const bundles = [START.operations, ...others.map(({ operations }) => [...operations.values()])]
    const imports = bundles.map((operations, n) => importOf(String(n), operations, withdrawn[n] ?? false))
    const all = byId(world.operations)
    const id = String(Math.min(target, imports.length - 1))
    const plan = planWithdrawal(all, imports, ours.own, id)
    const turned = (out: boolean) => imports.map((one) => (one.id === id ? { ...one, withdrawn: out } : one))
    const [standing, without] = [false, true].map((out) => activeOperations(all.values(), turned(out), ours.own))
    expect(new Set([...(without ?? []), ...plan.leaving])).toEqual(standing)
    for (const left of plan.leaving) expect(without?.has(left)).toBe(false)
    for (const stays of [...plan.staying, ...plan.rules]) {
      expect(without?.has(stays)).toBe(true)
      expect(ours.own.has(stays)).toBe(false)
    }
    expect(planWithdrawal(all, turned(true), ours.own, id)).toEqual(plan)
  })

  it('names what own work rests on, and lets the rest leave', () => {
    const theirs = aWorkspace('theirs').session('Ailleurs', 1).note('Une digue').note('Un barrage')
    const ours = new Device('ours')
    ours.receive(theirs.operations)
    ours.run(editOf(theirs.id('Une digue'), { text: 'Deux digues' }))
    const all = byId(ours.operations.values())
    const { leaving, staying, rules } = planWithdrawal(all, [importOf('i', theirs.operations)], ours.own, 'i')
    const recordsOf = (ids: ReadonlySet<string>) => new Set([...ids].map((id) => all.get(id)?.head.r))
    expect(recordsOf(leaving).has(theirs.id('Un barrage'))).toBe(true)
    expect(recordsOf(staying)).toContain(theirs.id('Une digue'))
    expect(recordsOf(staying)).toContain(theirs.id('Ailleurs'))
    expect(recordsOf(staying).has(theirs.id('Un barrage'))).toBe(false)
    expect([...rules].some((id) => staying.has(id) || leaving.has(id))).toBe(false)
  })

  it('lets nothing leave that another import brought too', () => {
    const theirs = aWorkspace('theirs').session('Ailleurs', 1).note('Une digue')
    const all = byId(theirs.operations)
    const twice = [importOf('first', theirs.operations), importOf('again', theirs.operations)]
    const { leaving, staying } = planWithdrawal(all, twice, new Set(), 'first')
    expect([leaving.size, staying.size]).toEqual([0, 0])
    const [first, again] = [importOf('first', theirs.operations), importOf('again', theirs.operations, true)]
    expect(planWithdrawal(all, [first, again], new Set(), 'first').leaving.size).toBeGreaterThan(0)
  })

  it('tells apart a stricter rule that stays', () => {
    const ours = aWorkspace('ours').session('Session', 1).note('Une digue')
    const away = new Device('away')
    away.receive(ours.operations)
    const tightened = away.run({ type: 'level.tighten', records: [ours.id('Une digue')], level: 4 })
    const all = byId([...ours.operations, ...tightened])
    const plan = planWithdrawal(all, [importOf('i', tightened)], ours.device.own, 'i')
    expect(plan).toEqual({ leaving: new Set(), staying: new Set(), rules: new Set(tightened.map(({ id }) => id)) })
  })
})
