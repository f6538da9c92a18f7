import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packState, unpackState } from '#node/store/state-codec.ts'
import { extendState, stateOf, type StoreState } from '#node/store/store-state.ts'
import type { Entry } from '#node/store/entry.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { someSteps, World } from '../../build/history.ts'

/** Everything a fold holds, as values that compare. */
const everything = (fold: FoldState) => ({
  known: fold.known,
  dropped: fold.dropped,
  accepted: fold.accepted,
  records: [...fold.records]
    .map(([id, { kind, fields, levels, promises, deletions }]) => ({
      id,
      kind,
      fields: new Map([...fields].map(([name, { heads, replaced }]) => [name, { heads: new Map(heads), replaced }])),
      levels: new Map(levels),
      promises: new Map(promises),
      deletions: new Map(deletions),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

const viaText = (state: StoreState) =>
  unpackState(JSON.parse(JSON.stringify(packState(state))) as ReturnType<typeof packState>)

/** A journal in two halves: what a world wrote, cut somewhere. */
const entriesOf = (world: World, cut: number): readonly [Entry[], Entry[]] => {
  const operations = [...world.operations]
  const at = cut % (operations.length + 1)
  const entry = (some: typeof operations): Entry[] => [{ type: 'batch', label: '', operations: some }]
  return [entry(operations.slice(0, at)), entry(operations.slice(at))]
}

describe('a state as it is kept', () => {
  it('is what it was, for any history', () => {
    fc.assert(
      fc.property(someSteps(), (steps) => {
        const state: StoreState = { ...stateOf([]), fold: World.after(steps).fold() }
        const back = viaText(state)
        expect(everything(back.state.fold)).toEqual(everything(state.fold))
        expect(back.records).toEqual(readRecords(state.fold))
      }),
      { numRuns: 30 },
    )
  })

  it('goes on with the entries that came after as if it had never been kept', () => {
    fc.assert(
      fc.property(someSteps(), fc.nat(5_000), (steps, cut) => {
        const [before, after] = entriesOf(World.after(steps), cut)
        const extended = extendState(viaText(stateOf(before)).state, after)
        const whole = stateOf([...before, ...after])
        if (extended === null) throw new Error('Nothing was withdrawn')
        expect(everything(extended.fold)).toEqual(everything(whole.fold))
        expect(extended.positions).toEqual(whole.positions)
      }),
      { numRuns: 30 },
    )
  })
})
