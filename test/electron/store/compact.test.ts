import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '#node/machine.ts'
import { compactBatch, wholeBatch } from '#node/store/compact.ts'
import type { EntryOf } from '#node/store/entry.ts'
import { someSteps, World } from '../../build/history.ts'

const batchesOf = (world: World): EntryOf<'batch'>[] => {
  const batches = new Map<string, EntryOf<'batch'>['operations']>()
  for (const operation of world.operations) {
    const batch = operation.stamp?.batch ?? ''
    batches.set(batch, [...(batches.get(batch) ?? []), operation])
  }
  return [...batches.values()].map((operations) => ({
    type: 'batch',
    label: 'a command',
    operations: operations.toSorted((a, b) => (a.stamp?.n ?? 0) - (b.stamp?.n ?? 0)),
  }))
}

describe('the compact form of a batch', () => {
  it('gives back every batch of any history, to the letter', () => {
    let compacted = 0
    fc.assert(
      fc.property(someSteps(undefined, 20), (steps) => {
        for (const batch of batchesOf(World.after(steps))) {
          const compact = compactBatch(batch)
          if (compact === null) continue
          compacted += 1
          expect(wholeBatch(JSON.parse(JSON.stringify(compact)), digest)).toEqual(batch)
        }
      }),
      { numRuns: 20 },
    )
    expect(compacted).toBeGreaterThan(100)
  })

  it('is refused for a batch that says more than ours do', () => {
    const [batch] = batchesOf(new World())
    if (batch === undefined) throw new Error('A world begins with something')
    const [first, ...others] = batch.operations
    if (first === undefined) throw new Error('A batch has an operation')
    expect(compactBatch(batch)).not.toBeNull()
    const newer = { ...first, head: { ...first.head, later: 1 } }
    expect(compactBatch({ ...batch, operations: [newer, ...others] })).toBeNull()
    const { body: _, ...bare } = first
    expect(compactBatch({ ...batch, operations: [bare, ...others] })).toBeNull()
  })
})
