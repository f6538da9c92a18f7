import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { selectComplete } from '#shared/exchange/select.ts'
import { activeOperations } from '#shared/merge/active.ts'
import { pairId } from '#shared/model/pair.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { projectOperations, projectRecords } from '#shared/privacy/project.ts'
import { Device } from '../../build/device.ts'
import { law } from '../../build/law.ts'
import { foldOf } from '../../build/said.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const NAMES = ['La digue', 'Une digue', 'Des digues'] as const
type Name = (typeof NAMES)[number]
const level = fc.integer({ min: 1, max: 6 })

const scenes = fc.record({
  taken: fc.tuple(level, level, level),
  tightened: fc.array(fc.record({ note: fc.constantFrom(...NAMES), level }), { maxLength: 3 }),
  pairs: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)), { maxLength: 4 }),
})

/** Three notes of one session, each under its own rule, tightened before and after someone said which are the same. */
function play({ taken, tightened, pairs }: typeof scenes extends fc.Arbitrary<infer T> ? T : never): Workspace {
  const workspace = aWorkspace('the same randomness').session('Session', 1)
  for (const [index, name] of NAMES.entries())
    workspace.speaker(`Voix ${index}`).note(name, { level: taken[index] ?? 1 })
  const [before, after] = [tightened.slice(0, 1), tightened.slice(1)]
  for (const { note, level } of before) tighten(workspace, note, level)
  for (const [one, other] of pairs) if (one !== other) judge(workspace, one, other)
  for (const { note, level } of after) tighten(workspace, note, level)
  return workspace
}

const tighten = (workspace: Workspace, note: Name, level: number): void =>
  void workspace.device.attempt({ type: 'level.tighten', records: [workspace.id(note)], level })

const judge = (workspace: Workspace, one: string, other: string): Workspace =>
  workspace.run({
    type: 'pairs.judge',
    pairs: [{ one: workspace.id(one), other: workspace.id(other) }],
    judgement: 'same',
  })

const levelOf = (workspace: Workspace, name: Name): number => {
  const { level = 1, promised = 1 } = (workspace.device.records.get(workspace.id(name))?.f ?? {}) as Record<
    string,
    number
  >
  return Math.max(level, promised)
}

const sentOf = (workspace: Workspace) => projectOperations(workspace.operations, workspace.device.fold)

describe('What says that two notes are of one intervention', () => {
  law('never leaves without both notes, nor tells that a note that stays here exists', scenes, (scene) => {
    const workspace = play(scene)
    const sent = sentOf(workspace)
    const received = readRecords(foldOf(sent))
    const all = JSON.stringify(sent)
    for (const name of NAMES) {
      if (levelOf(workspace, name) < 6) continue
      const id = workspace.id(name)
      expect(all).not.toContain(id)
      for (const other of NAMES) if (other !== name) expect(all).not.toContain(pairId(id, workspace.id(other)))
    }
    for (const { kind, f } of received.values())
      if (kind === 'pair') expect([f['one'], f['other']].every((id) => received.has(String(id)))).toBe(true)
  })

  law(
    'leaves only between notes under one rule: a named one does not name who spoke in a protected one',
    scenes,
    (scene) => {
      const workspace = play(scene)
      const received = readRecords(foldOf(sentOf(workspace)))
      for (const [one, other] of scene.pairs.filter(([a, b]) => a !== b)) {
        const levels = [levelOf(workspace, one), levelOf(workspace, other)]
        const isEqual = levels[0] === levels[1] && levels[0] !== 6
        expect(received.has(pairId(workspace.id(one), workspace.id(other)))).toBe(isEqual)
      }
    },
  )

  law('changes no byte of what is sent when it joins notes under two rules', level, (strict) => {
    const told = () =>
      aWorkspace('same').session('Session', 1).note(NAMES[0], { level: 1 }).note(NAMES[1], { level: strict })
    const without = sentOf(told())
    const joined = sentOf(judge(told(), NAMES[0], NAMES[1]))
    expect(JSON.stringify(joined) === JSON.stringify(without)).toBe(strict > 1)
  })

  law('is in documents as in files', scenes, (scene) => {
    const workspace = play(scene)
    const [shown, received] = [projectRecords(workspace.device.records), readRecords(foldOf(sentOf(workspace)))]
    const pairsIn = (records: ReadonlyMap<string, { kind: string }>) =>
      [...records].flatMap(([id, { kind }]) => (kind === 'pair' ? [id] : [])).toSorted()
    expect(pairsIn(shown)).toEqual(pairsIn(received))
  })

  it('stays here, even among colleagues, when one of the notes is off the record', () => {
    const workspace = aWorkspace().session('Session', 1).note(NAMES[0], { level: 1 }).note(NAMES[1], { level: 6 })
    judge(workspace, NAMES[0], NAMES[1])
    const sent = selectComplete(workspace.operations, workspace.device.fold)
    const pair = pairId(workspace.id(NAMES[0]), workspace.id(NAMES[1]))
    expect(sent.some(({ head }) => head.r === pair)).toBe(false)
  })

  it('does not hold back notes whose contributions are withdrawn, and waits for them to come back', () => {
    const ours = aWorkspace('a').session('Session', 1).note(NAMES[0])
    const away = new Device('b')
    away.receive(ours.operations)
    const brought = aWorkspace(away).session('Ailleurs', 1).note(NAMES[1])
    const theirs = [...away.operations.values()].filter(({ id }) => !ours.device.operations.has(id))
    ours.device.receive(theirs)
    ours.named(NAMES[1], brought.id(NAMES[1]))
    judge(ours, NAMES[0], NAMES[1])
    const withdrawing = (withdrawn: boolean) => {
      const active = activeOperations(
        ours.operations,
        [{ operations: theirs.map(({ id }) => id), withdrawn }],
        ours.device.own,
      )
      return readRecords(foldOf(ours.operations.filter(({ id }) => active.has(id)))).has(brought.id(NAMES[1]))
    }
    expect([withdrawing(true), withdrawing(false)]).toEqual([false, true])
  })
})
