import { describe, expect, it } from 'vitest'
import type { Told } from '#shared/merge/origins.ts'
import { provenanceOf } from '#shared/merge/provenance.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { anAuthor } from '../../build/author.ts'
import { Device } from '../../build/device.ts'
import { editOf } from '../../build/history.ts'
import { aWorkspace } from '../../build/workspace.ts'

const at = (ms: number, name: string): Device => new Device({ ...anAuthor(name), clock: () => ms })
const EARLY = Date.UTC(2026, 0, 6)
const LATE = Date.UTC(2039, 0, 1)

/** A note that someone here corrected, and someone with a fast clock too. */
function scene() {
  const told = aWorkspace('base').session('Plénière', 1).note('3 km')
  const note = told.id('3 km')
  const [here, away] = [at(EARLY, 'here'), at(LATE, 'away')]
  for (const device of [here, away]) device.receive(told.operations)
  const ours = here.run(editOf(note, { text: '5 km' }))
  const theirs = away.run(editOf(note, { text: '8 km' }))
  const all: readonly Told[] = [
    ...told.operations.map((operation) => ({ operation, isOurs: false, file: 'base.rapx' })),
    ...ours.map((operation) => ({ operation, isOurs: true, file: null })),
    ...theirs.map((operation) => ({ operation, isOurs: false, file: 'asie.rapx' })),
  ]
  return { note, all, here, away, ours, theirs }
}
const textIn = (note: string, told: readonly Told[]) =>
  provenanceOf(note, told).find(({ field }) => field === 'text')?.writings

describe('Who wrote what stands in a field', () => {
  it('is told with the moment, the file and the actor, the latest clock first', () => {
    const { note, all, here, away } = scene()
    expect(textIn(note, all)).toMatchObject([
      { value: '8 km', at: LATE, isOurs: false, file: 'asie.rapx', by: away.author.by },
      { value: '5 km', at: EARLY, isOurs: true, file: null, by: here.author.by },
    ])
  })

  it('is in the same order for whoever holds the same, whatever came first', () => {
    const { note, all } = scene()
    expect(provenanceOf(note, all.toReversed())).toEqual(provenanceOf(note, all))
  })

  it('is who settled, once someone has', () => {
    const { note, all, here, away } = scene()
    here.receive(away.operations.values())
    const settled = here.run({ type: 'conflict.settle', record: note, field: 'text', value: '8 km' })
    const after = [...all, ...settled.map((operation) => ({ operation, isOurs: true, file: null }))]
    expect(textIn(note, after)).toMatchObject([{ value: '8 km', isOurs: true }])
  })

  it('says neither moment nor actor of what came without them, and orders it by id', () => {
    const { note, all } = scene()
    const bare = all.map(({ operation: { id, head, body }, ...one }): Told => ({
      ...one,
      operation: { id, head, ...(body === undefined ? {} : { body }) },
    }))
    const writings = textIn(note, bare) ?? []
    expect(writings.map(({ at: moment, by }) => [moment, by])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(writings.map(({ id }) => id)).toEqual(
      writings
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    )
  })

  it('is nobody for what a template gives', () => {
    const { note, all } = scene()
    const given = all.map((one): Told => {
      const operation: Operation = { ...one.operation, head: { ...one.operation.head, g: 1 } }
      return { ...one, operation }
    })
    expect(textIn(note, given)?.[0]).toMatchObject({ isGiven: true, by: null, at: null, file: null, isOurs: false })
  })
})
