import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDropped, dropSchema, DROP_REASONS, dropsOf, unionOfDrops, type Drop } from '#shared/operation/drop.ts'
import { addOperation, dropOperations } from '#shared/operation/fold.ts'
import { emptyFold } from '#shared/operation/fold-state.ts'
import { SENSITIVITY_CLASSES } from '#shared/operation/operation.ts'
import { readRecord } from '#shared/operation/read-record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { isKind } from '#shared/model/record.ts'
import { idOf, sha256 } from '../../build/author.ts'
import { law } from '../../build/law.ts'
import { foldOf, saidBy } from '../../build/said.ts'
import { someSteps, World } from '../../build/history.ts'
import { aWorkspace } from '../../build/workspace.ts'

const drops: fc.Arbitrary<Drop> = fc.oneof(
  fc.nat(5).map((n) => sha256(String(n))),
  fc.record({
    r: fc.nat(3).map((n) => idOf(String(n))),
    k: fc.uniqueArray(fc.constantFrom(...SENSITIVITY_CLASSES), { minLength: 1 }),
    why: fc.constantFrom(...DROP_REASONS),
  }),
)

describe('Drops', () => {
  law('only grow, and are the same whatever order they came in', fc.array(drops), (some) => {
    const union = unionOfDrops(some)
    expect(unionOfDrops(some.toReversed())).toEqual(union)
    expect(unionOfDrops([...union, ...some])).toEqual(union)
    const fold = emptyFold()
    dropOperations(fold, some)
    expect(dropsOf(fold)).toEqual(union)
  })

  it('keep nothing of what someone may have written in them', () => {
    const record = { r: idOf('someone'), k: ['n'], why: 'Awa Diop', name: 'Awa Diop' }
    expect(dropSchema.parse(record)).toEqual({ r: idOf('someone'), k: ['n'], why: 'other' })
    for (const bad of ['everything', { r: 'x', k: ['n'], why: 'asked' }, { r: idOf('x'), k: [], why: 'asked' }, null])
      expect(dropSchema.safeParse(bad).success).toBe(false)
  })

  law('say the same of an operation whether its words are gone or only hidden', someSteps(), (steps) => {
    const world = World.after(steps)
    const hidden = foldOf(world.operations, world.drops, world.accepted)
    const gone = emptyFold()
    for (const id of world.accepted) gone.accepted.add(id)
    dropOperations(gone, dropsOf(hidden))
    for (const operation of world.operations) addOperation(gone, asDropped(hidden, operation))
    expect(saidBy(gone)).toBe(saidBy(hidden))
  })

  it('silence what is written later in an erased class, and loosen nothing', () => {
    const told = aWorkspace().session('Fermée', 5).speaker('Awa Diop').note('Une digue', { level: 6 })
    const { fold } = told.device
    dropOperations(fold, [{ r: told.id('person Awa Diop'), k: ['n'], why: 'asked' }])
    told.save('person', 'person Awa Diop', { sortKey: 'Diop' }, told.id('person Awa Diop'))
    expect(readRecord(fold, told.id('person Awa Diop'))).toBeNull()
    expect(told.operations.every(({ body }) => body?.set['sortKey'] === undefined)).toBe(true)
    dropOperations(fold, [{ r: told.id('Une digue'), k: ['c'], why: 'mistake' }])
    told.edit('Une digue', { set: { text: 'Autrement' } })
    const note = readRecord(fold, told.id('Une digue'))
    expect(note === null || !isKind(note, 'note') || levelOfNote(told.device.records, note) === 6).toBe(true)
  })
})
