import { describe, expect, it } from 'vitest'
import { takenOver } from '#shared/merge/takes-over.ts'
import { Device } from '../../build/device.ts'
import { editOf } from '../../build/history.ts'
import { aWorkspace } from '../../build/workspace.ts'

function scene() {
  const told = aWorkspace('here').session('Plénière', 1).note('3 km').note('Une digue')
  const away = new Device('away')
  away.receive(told.operations)
  return { told, away, of: (words: string) => ({ record: told.id(words), kind: 'note' }) }
}

describe('What a file would put out of force', () => {
  it('is named value by value, with what it was and what it becomes', () => {
    const { told, away, of } = scene()
    const theirs = away.run(editOf(told.id('3 km'), { text: '8 km', stance: 'opposes' }))
    expect(takenOver(told.device.fold, theirs)).toEqual(
      expect.arrayContaining([
        { ...of('3 km'), field: 'text', was: ['3 km'], becomes: '8 km' },
        { ...of('3 km'), field: 'stance', was: ['supports'], becomes: 'opposes' },
      ]),
    )
    expect(takenOver(told.device.fold, theirs)).toHaveLength(2)
  })

  it('is a whole record when that is put away, and said as withheld when nothing tells what replaces it', () => {
    const { told, away, of } = scene()
    const removal = away.run({ type: 'notes.remove', notes: [told.id('Une digue')] })
    expect(takenOver(told.device.fold, removal)).toEqual([
      { ...of('Une digue'), field: 'deleted', was: [], becomes: true },
    ])
    const bare = away.run(editOf(told.id('3 km'), { text: '8 km' })).map(({ id, head }) => ({ id, head }))
    expect(takenOver(told.device.fold, bare)).toEqual([
      { ...of('3 km'), field: 'text', was: ['3 km'], becomes: undefined },
    ])
  })

  it('is nothing for what is new, for versions written apart, nor for what is here already', () => {
    const { told, away } = scene()
    told.edit('3 km', { set: { text: '5 km' } })
    const apart = away.run(editOf(told.id('3 km'), { text: '8 km' }))
    expect(takenOver(told.device.fold, apart)).toEqual([])
    told.device.receive(away.run(editOf(told.id('Une digue'), { text: 'Deux digues' })))
    expect(takenOver(told.device.fold, away.operations.values())).toEqual([])
  })

  it('says what stands there unsettled, all of it', () => {
    const { told, away, of } = scene()
    away.run(editOf(told.id('3 km'), { text: '8 km' }))
    told.edit('3 km', { set: { text: '5 km' } })
    told.device.receive(away.operations.values())
    away.receive(told.operations)
    const settled = away.run({ type: 'conflict.settle', record: told.id('3 km'), field: 'text', value: '8 km' })
    expect(takenOver(told.device.fold, settled)).toEqual([
      { ...of('3 km'), field: 'text', was: ['5 km', '8 km'], becomes: '8 km' },
    ])
  })
})
