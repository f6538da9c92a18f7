import { describe, expect, it } from 'vitest'
import { selectComplete } from '#shared/exchange/select.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { projectOperations } from '#shared/privacy/project.ts'
import { dropsToSend } from '#node/exchange/make-bundle.ts'
import { dropsOf, type Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { checkAttribution, checkClear, checkRules } from '#shared/verify/check-rules.ts'
import { Findings } from '#shared/verify/findings.ts'
import type { Fault } from '#shared/verify/verification.ts'
import { someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { contentOf } from '../../build/placed.ts'
import { saysMoreThanPrivate } from '../../build/projected.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const faultsIn = (findings: Findings): readonly Fault[] =>
  findings.checks.flatMap(({ places }) => places.map(({ fault }) => fault))

function faultsOf(operations: readonly Operation[], kind: 'projection' | 'complete', drops?: Iterable<Drop>) {
  const findings = new Findings()
  checkRules(contentOf(operations, drops), kind, findings)
  return faultsIn(findings)
}

const hidden = (): Workspace =>
  aWorkspace()
    .session('Fermée', 5)
    .speaker('Awa Diop', { organisation: 'Ville de Dakar', phone: '+221 33' })
    .note('Sous la règle')
    .note('Entre nous', { level: 6 })

describe('The rules of a bundle', () => {
  law('are kept by every projection that this program makes', someSteps(), (steps) => {
    const world = World.after(steps)
    const fold = world.fold()
    // What hangs on a session of which nothing is left to say comes without it.
    const sessions = [...readRecords(fold).values()].filter(({ kind }) => kind === 'session')
    if (!sessions.every(saysMoreThanPrivate)) return
    const sent = projectOperations(world.operations, fold)
    expect(faultsOf(sent, 'projection', dropsToSend(sent, fold, 'projection'))).toEqual([])
  })

  law('are kept by every complete bundle that this program makes', someSteps(), (steps) => {
    const world = World.after(steps)
    const fold = world.fold()
    expect(faultsOf(selectComplete(world.operations, fold), 'complete', dropsOf(fold))).toEqual([])
  })

  it('are broken by a projection that says who wrote, what is private, or what its rule keeps', () => {
    const { operations } = hidden()
    expect(new Set(faultsOf(operations, 'projection'))).toEqual(
      new Set(['stamp-given', 'private-given', 'above-audience']),
    )
  })

  it('are broken by a complete bundle with what is private or off the record', () => {
    expect(new Set(faultsOf(hidden().operations, 'complete'))).toEqual(new Set(['private-inside', 'off-the-record']))
  })

  it('are broken by a backup that lies about in clear with what asks for a lock', () => {
    const findings = new Findings()
    checkClear(contentOf(hidden().operations), 'ops.ndjson', findings)
    expect(faultsIn(findings)).toEqual(['in-clear'])
    const open = new Findings()
    checkClear(contentOf(aWorkspace().session('Publique', 1).note('En public').operations), 'ops.ndjson', open)
    expect(faultsIn(open)).toEqual([])
  })
})

describe('A loosening', () => {
  const told = aWorkspace().session('Fermée', 5).note('Une digue', { level: 5 }).loosen('Une digue', 2)

  it('that nobody here has accepted is told', () => {
    const findings = new Findings()
    checkAttribution(contentOf(told.operations), findings)
    expect(faultsIn(findings)).toEqual(['loosening-waits'])
  })

  it('that was accepted is not', () => {
    const findings = new Findings()
    checkAttribution({ ...contentOf(told.operations), fold: told.device.fold }, findings)
    expect(faultsIn(findings)).toEqual([])
  })
})
