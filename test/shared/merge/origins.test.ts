import { describe, expect, it } from 'vitest'
import { originsIn, type Told } from '#shared/merge/origins.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { waitingLoosenings } from '#shared/operation/waiting.ts'
import { Device } from '../../build/device.ts'
import { editOf } from '../../build/history.ts'
import { aWorkspace } from '../../build/workspace.ts'

const told = (operations: Iterable<Operation>, own: ReadonlySet<string>): readonly Told[] =>
  [...operations].map((operation) => ({
    operation,
    isOurs: own.has(operation.id),
    file: own.has(operation.id) ? null : 'MEWA.rapx',
  }))

function parted() {
  const here = aWorkspace('ici').session('Séance', 1).note('58 km')
  const note = here.id('58 km')
  here.edit('58 km', { set: { text: '85 km' } })
  const away = new Device('ailleurs')
  away.receive(here.operations)
  here.edit('58 km', { set: { text: '5 km' } })
  away.run(editOf(note, { text: '8 km' }))
  here.device.receive(away.operations.values())
  return { here, away, note }
}

describe('Versions that stand side by side', () => {
  it('are told with where they come from, and the last version that both come from', () => {
    const { here } = parted()
    const [origin, ...others] = originsIn(told(here.operations, here.device.own))
    expect(others).toEqual([])
    expect(origin?.sides.map(({ value, isOurs, file }) => [value, isOurs, file])).toEqual([
      ['5 km', true, null],
      ['8 km', false, 'MEWA.rapx'],
    ])
    expect(origin?.base).toMatchObject({ value: '85 km', isOurs: true })
    expect(origin?.sides.every(({ at }) => at !== null)).toBe(true)
  })

  it('have no common version when the file withholds it, and no time when it tells none', () => {
    const { here, note } = parted()
    const bare = here.operations
      .filter(({ head }) => head.r === note)
      .map(({ id, head, body }) =>
        body?.set['text'] === '85 km' || body?.set['text'] === '58 km'
          ? { id, head }
          : { id, head, ...(body && { body }) },
      )
    const [origin] = originsIn(told(bare, new Set()))
    expect(origin?.base).toBeNull()
    expect(origin?.sides.map(({ at }) => at)).toEqual([null, null])
  })

  it('are no longer told once settled', () => {
    const { here, note } = parted()
    here.run({ type: 'conflict.settle', record: note, field: 'text', value: '8 km' })
    expect(originsIn(told(here.operations, here.device.own))).toEqual([])
  })
})

describe('A loosening from elsewhere', () => {
  it('waits for a person, and only when its consent would count', () => {
    const away = aWorkspace('ailleurs').session('Séance', 3).note('58 km', { level: 4 })
    away.loosen('58 km', 1)
    expect(waitingLoosenings(away.device.fold)).toEqual([])
    const here = new Device('ici')
    here.receive(away.operations)
    const note = away.id('58 km')
    const waiting = waitingLoosenings(here.fold)
    expect(waiting).toMatchObject([{ record: note, now: 4, asked: 1 }])
    here.accept(waiting.map(({ id }) => id))
    expect(waitingLoosenings(here.fold)).toEqual([])
    expect(here.records.get(note)?.f['level']).toBe(1)
  })

  it('waits no more once its consent is withdrawn, or a person here holds to the rule', () => {
    const away = aWorkspace('ailleurs').session('Séance', 3).note('58 km', { level: 4 }).loosen('58 km', 1)
    const [here, there] = [new Device('ici'), new Device('là')]
    for (const device of [here, there]) device.receive(away.operations)
    here.run({ type: 'level.tighten', records: [away.id('58 km')], level: 4 })
    expect(waitingLoosenings(here.fold)).toEqual([])
    there.receive(away.device.run({ type: 'consent.withdraw', consent: away.id('consent for 58 km') }))
    expect(waitingLoosenings(there.fold)).toEqual([])
  })
})
