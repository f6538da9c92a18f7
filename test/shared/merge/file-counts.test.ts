import { expect, it } from 'vitest'
import { countsOfFile } from '#shared/merge/file-counts.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { Device } from '../../build/device.ts'
import { editOf, someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { aWorkspace } from '../../build/workspace.ts'

law('One file alone does what the whole merge does', someSteps(), (steps) => {
  const [ours, theirs] = World.after(steps).devices
  if (ours === undefined || theirs === undefined) return
  const operations = [...theirs.operations.values()]
  const merged = planMerge(ours.fold, readRecords(ours.fold), operations)
  const counts = countsOfFile(operations, merged, new Set(merged.fresh.map(({ id }) => id)))
  expect(counts).toEqual(merged.plan.counts)
})

it('Of two files, each is told what it brings, and a note that only the other changes is identical for it', () => {
  const told = aWorkspace('ici').session('Séance', 1).note('58 km').note('Une digue')
  const [first, second] = [new Device('a'), new Device('b')]
  for (const device of [first, second]) device.receive(told.operations)
  first.run(editOf(told.id('58 km'), { text: '60 km' }))
  second.run(editOf(told.id('Une digue'), { text: 'Deux digues' }))
  const files = [first, second].map(({ operations }) => [...operations.values()])
  const all = new Map(files.flat().map((operation) => [operation.id, operation]))
  const merged = planMerge(told.device.fold, readRecords(told.device.fold), [...all.values()])
  const fresh = new Set(merged.fresh.map(({ id }) => id))
  expect(merged.plan.counts['note']).toMatchObject({ updated: 2, identical: 0 })
  for (const file of files)
    expect(countsOfFile(file, merged, fresh)['note']).toMatchObject({ updated: 1, identical: 1 })
})
