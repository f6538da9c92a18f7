import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnyRecord, isKind, type Note } from '#shared/model/record.ts'
import type { Operation, Values } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { forged } from '../../build/forge.ts'
import { ACTIONS, someSteps, World } from '../../build/history.ts'
import { law, shuffled } from '../../build/law.ts'
import { foldOf } from '../../build/said.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

/** The level a note is held to; 6 when it is not shown at all. */
function levelOf(fold: FoldState, note: string): number {
  const records = readRecords(fold)
  const record = records.get(note)
  return record !== undefined && isKind(record, 'note') ? levelOfNote(records, record) : 6
}

/** Without partial arrivals, which are held to the strictest until they are completed. */
const wholeSends = someSteps(ACTIONS.filter((action) => action !== 'send partly' && action !== 'send heads'))

interface Ruling {
  readonly on: 'note' | 'session'
  readonly level: number
  /** How a loosening is consented to, when it is one. */
  readonly consent: 'none' | 'given' | 'withdrawn'
}

const isRule = ({ body }: Operation): boolean => body?.set['level'] !== undefined

const rulings = fc.record({
  session: fc.integer({ min: 1, max: 5 }),
  promised: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
  rules: fc.array(
    fc.record({
      on: fc.constantFrom('note' as const, 'session' as const),
      level: fc.integer({ min: 1, max: 6 }),
      consent: fc.constantFrom('none' as const, 'none' as const, 'given' as const, 'withdrawn' as const),
    }),
    { maxLength: 6 },
  ),
  order: fc.nat(),
})

function ruled({
  session,
  promised,
  rules,
}: {
  session: number
  promised: number | undefined
  rules: readonly Ruling[]
}) {
  const workspace = aWorkspace().session('Session', session).speaker('Awa')
  workspace.note('Une digue', promised === undefined ? {} : { level: promised })
  for (const { on, level, consent } of rules) rule(workspace, on === 'note' ? 'Une digue' : 'Session', level, consent)
  return workspace
}

function rule(workspace: Workspace, words: string, level: number, consent: Ruling['consent']): void {
  const { device } = workspace
  if (consent === 'none') {
    device.attempt({ type: 'level.tighten', records: [workspace.id(words)], level })
    return
  }
  const id = device.newId()
  const told = { who: 'Awa', at: '2026-01-06', basis: 'accord', consent: id }
  device.attempt({ type: 'level.loosen', records: [workspace.id(words)], level, ...told })
  if (consent === 'withdrawn') device.attempt({ type: 'consent.withdraw', consent: id })
}

describe('The level a note is held to', () => {
  law('is never looser than what was ruled, but for a consent that still stands', rulings, (example) => {
    const { session, promised, rules, order } = example
    const workspace = ruled(example)
    const written = [session, promised ?? 1, ...rules.filter(({ consent }) => consent === 'none').map((r) => r.level)]
    const consented = rules.filter(({ consent }) => consent === 'given').map((r) => r.level)
    const level = levelOf(workspace.device.fold, workspace.id('Une digue'))
    expect(level).toBeGreaterThanOrEqual(Math.min(Math.max(...written), ...consented))
    if (consented.length === 0) expect(level).toBeGreaterThanOrEqual(Math.max(session, promised ?? 1))
    const { accepted } = workspace.device.fold
    const again = foldOf(shuffled(workspace.operations, order), [], accepted)
    expect(levelOf(again, workspace.id('Une digue'))).toBe(level)
  })

  law('is the strictest while the last rule’s forerunners have not arrived', rulings, ({ order, ...example }) => {
    const workspace = ruled(example)
    const note = workspace.id('Une digue')
    const rulesOf = (record: string): readonly Operation[] =>
      workspace.operations.filter(({ head, body }) => head.r === record && body?.set['level'] !== undefined)
    const last = new Set([rulesOf(note).at(-1)?.id, rulesOf(workspace.id('Session')).at(-1)?.id])
    const part = workspace.operations.filter(
      (operation, index) => !isRule(operation) || last.has(operation.id) || (index * 7 + order) % 2 === 0,
    )
    const { accepted } = workspace.device.fold
    const partial = levelOf(foldOf(part, [], accepted), note)
    expect(partial).toBeGreaterThanOrEqual(levelOf(workspace.device.fold, note))
    const completed = foldOf([...part, ...workspace.operations], [], accepted)
    expect(levelOf(completed, note)).toBe(levelOf(workspace.device.fold, note))
  })

  law('is not loosened by what comes from elsewhere until a person here accepts it', wholeSends, (steps) => {
    const world = World.after(steps)
    const [here, ...others] = world.devices
    if (here === undefined) return
    const before = [...here.records.values()].filter((record) => record.kind === 'note')
    const levels = new Map(before.map(({ id }) => [id, levelOf(here.fold, id)]))
    for (const { operations } of others) here.receive(operations.values())
    for (const [id, level] of levels) expect(levelOf(here.fold, id)).toBeGreaterThanOrEqual(level)
  })

  it('is loosened by a consent from elsewhere once it is accepted, and held again when it is withdrawn', () => {
    const workspace = aWorkspace('here').session('Session', 1).speaker('Awa').note('Une digue', { level: 5 })
    const away = aWorkspace('away').device
    away.receive(workspace.operations)
    const told = { who: 'Awa', at: '2026-01-06', basis: 'accord', consent: 'C'.repeat(22) }
    const note = workspace.id('Une digue')
    const written = away.run({ type: 'level.loosen', records: [note], level: 2, ...told })
    workspace.device.receive(written)
    expect(levelOf(workspace.device.fold, note)).toBe(5)
    workspace.device.accept(written.map(({ id }) => id))
    expect(levelOf(workspace.device.fold, note)).toBe(2)
    workspace.device.receive(away.run({ type: 'consent.withdraw', consent: told.consent }))
    expect(levelOf(workspace.device.fold, note)).toBe(5)
  })

  it('stays held when someone elsewhere takes the withdrawal of a consent back', () => {
    const workspace = aWorkspace().session('Session', 1).note('Une digue', { level: 5 }).loosen('Une digue', 2)
    const record = workspace.id('consent for Une digue')
    const [withdrawal] = workspace.device.run({ type: 'consent.withdraw', consent: record })
    const over = { withdrawn: [withdrawal?.id ?? ''] }
    workspace.device.receive([forged({ record, kind: 'consent', set: { withdrawn: null }, over })])
    expect(levelOf(workspace.device.fold, workspace.id('Une digue'))).toBe(5)
  })

  it('is the strictest as long as neither its session nor its promise has arrived', () => {
    const workspace = aWorkspace().session('Session', 4).note('Une digue')
    const textAlone = workspace.operations.filter(({ body }) => body?.set['text'] !== undefined)
    expect(levelOf(foldOf(textAlone), workspace.id('Une digue'))).toBe(6)
  })
})

const consent = (id: string, set: Values): Operation =>
  forged({ record: id, kind: 'consent', set: { at: '2026-01-06', basis: 'faux', ...set } })

const allowing = (id: string, level: number): Operation => forged({ record: id, kind: 'consent', set: { level } })

describe('A forged loosening', () => {
  const workspace = aWorkspace('here').session('Session', 1).speaker('Awa').note('Une digue', { level: 5 })
  const note = workspace.id('Une digue')
  const names = (field: string, record = note): Record<string, readonly string[]> => {
    const written = workspace.operations.filter(({ head, body }) => head.r === record && body?.set[field] !== undefined)
    return { [field]: written.map(({ id }) => id) }
  }
  const loosening = (by: string | null) => {
    const set = { level: 1, ...(by === null ? {} : { consent: by }) }
    return forged({ record: note, kind: 'note', set, over: names('level') })
  }
  const K = 'K'.repeat(22)
  const covering = { [`cover:${note}`]: true }

  it.each([
    ['carries no consent', [loosening(null)]],
    ['names a consent that is not there', [loosening(K)]],
    ['has a consent for another record', [consent(K, { [`cover:${K}`]: true }), allowing(K, 1), loosening(K)]],
    ['has a consent for a stricter level', [consent(K, covering), allowing(K, 3), loosening(K)]],
    ['has a consent withdrawn', [consent(K, { ...covering, withdrawn: true }), allowing(K, 1), loosening(K)]],
    [
      'has a consent put away',
      [
        consent(K, covering),
        allowing(K, 1),
        forged({ record: K, kind: 'consent', set: { deleted: true } }),
        loosening(K),
      ],
    ],
    [
      'has a strict consent that loosens itself',
      [
        consent(K, { ...covering, [`cover:${K}`]: true }),
        allowing(K, 5),
        forged({ record: K, kind: 'consent', set: { level: 1, consent: K }, over: { level: [allowing(K, 5).id] } }),
        loosening(K),
      ],
    ],
    [
      'names another kind of record as its consent',
      [forged({ record: K, kind: 'theme', set: covering }), loosening(K)],
    ],
    ['unsets the level', [forged({ record: note, kind: 'note', set: { level: null }, over: names('level') })]],
    ['says a level that is none', [forged({ record: note, kind: 'note', set: { level: 'x' }, over: names('level') })]],
    ['claims another kind for the note', [forged({ record: note, kind: 'challenge', set: { level: 1 } })]],
    ['claims another kind for the consultation', [forged({ record: note, kind: 'consultation', set: { level: 1 } })]],
  ])('loosens nothing when it %s', (_, operations) => {
    const everything = [...workspace.operations, ...operations]
    const accepted = [...workspace.device.fold.accepted, ...operations.map(({ id }) => id)]
    for (const order of [everything, everything.toReversed()])
      expect(levelOf(foldOf(order, [], accepted), note)).toBeGreaterThanOrEqual(5)
  })

  it.each(['promised', 'level', 'deleted'])('loosens nothing through the %s of the session or of the note', (field) => {
    const strict = aWorkspace('there').session('Session', 5).speaker('Awa').note('Une digue')
    const id = strict.id('Une digue')
    strict.tighten('Session', 6)
    const targets = [
      [id, 'note'],
      [strict.id('Session'), 'session'],
      [strict.device.author.consultation, 'consultation'],
    ]
    for (const [record = '', kind = ''] of targets) {
      const over = {
        [field]: strict.operations.filter(({ head }) => head.r === record).map((operation) => operation.id),
      }
      const set = { [field]: field === 'deleted' ? true : 1 }
      const attack = forged({ record, kind, set, over, seen: { c: Object.values(over).flat() } })
      const { fold } = strict.device
      const after = foldOf([...strict.operations, attack], [], [...fold.accepted, attack.id])
      expect(levelOf(after, id)).toBe(6)
    }
  })
})

describe('A part of a session', () => {
  it('holds its notes to its rule, even those that say none of their own', () => {
    const record = (kind: string, id: string, f: AnyRecord['f']) => [id, { id, kind, f }] as const
    const records = new Map<string, AnyRecord>([
      record('session', 's', { level: 1 }),
      record('segment', 'p', { session: 's', level: 5 }),
      record('note', 'n', { session: 's', segment: 'p', promised: 1 }),
      record('note', 'm', { session: 's', promised: 1 }),
    ])
    const levelOf = (id: string) => levelOfNote(records, records.get(id) as Note)
    expect([levelOf('n'), levelOf('m')]).toEqual([5, 1])
  })
})
