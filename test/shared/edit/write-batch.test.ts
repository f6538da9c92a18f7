import { describe, expect, it } from 'vitest'
import { classOfField } from '#shared/model/fields.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { Device } from '../../build/device.ts'
import { editOf, someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { aWorkspace } from '../../build/workspace.ts'

const fieldsOf = ({ body }: Operation): readonly string[] => Object.keys(body?.set ?? {})

describe('The operations of a command', () => {
  law(
    'hold one class each, name only what their author knew, and never stand against each other',
    someSteps(),
    (steps) => {
      const world = World.after(steps)
      const known = new Map(world.operations.map((operation) => [operation.id, operation]))
      const seen = new Set<string>()
      for (const operation of world.operations) {
        const { head } = operation
        for (const field of fieldsOf(operation)) expect(classOfField(head.t, field)).toBe(head.k)
        for (const [field, ids] of Object.entries(head.o ?? {})) {
          expect(fieldsOf(operation)).toContain(field)
          for (const id of ids) expect(known.get(id)?.head.r).toBe(head.r)
        }
        for (const field of head.t === 'voice' || operation.stamp === undefined ? [] : fieldsOf(operation)) {
          const isUndo = fieldsOf(operation).length === 1
          const written = `${operation.stamp?.batch} ${head.r} ${field}`
          expect(isUndo || !seen.has(written)).toBe(true)
          seen.add(written)
        }
      }
    },
  )

  it('do not write again what is already so', () => {
    const told = aWorkspace().session('Session', 1).speaker('Awa').note('Une digue')
    const note = told.id('Une digue')
    expect(told.device.run(editOf(note, { text: 'Une digue', stance: 'supports', lang: 'fr' }))).toEqual([])
    const label = { type: 'record.save', kind: 'axis', record: told.id('Eau') } as const
    expect(told.device.run({ ...label, set: { label: 'Eau', order: 1 } })).toEqual([])
    expect(told.device.run({ ...label, set: { label: 'Eau', order: 2 } }).map(fieldsOf)).toEqual([['order']])
  })

  it('give a note’s words, voice, level and time operations of their own', () => {
    const workspace = aWorkspace().session('Session', 1).speaker('Awa').note('Une digue', { level: 4 })
    const about = workspace.operations.filter(({ head }) => head.r === workspace.id('Une digue'))
    const content = ['session', 'axis', 'noteKind', 'stance', 'scope', 'promised', 'lang']
    const told = about.map((operation) => `${operation.head.k} ${fieldsOf(operation).toSorted().join()}`)
    expect(told.toSorted()).toEqual([`c ${content.toSorted().join()}`, 'c level', 'c text', 'c voice', 'w at'])
  })

  it('give each descriptor of a voice an operation of its own', () => {
    const told = aWorkspace().session('Session', 1).speaker('Awa', { category: 'élue', gender: 'f' }).note('Une digue')
    const descriptors = told.operations.filter(({ head }) => head.t === 'voice' && head.k === 'd')
    expect(descriptors.map(fieldsOf)).toEqual([['category'], ['gender']])
  })

  it('name every value that stood unsettled', () => {
    const told = aWorkspace('a').session('Session', 1).note('58 km')
    const away = new Device('b')
    away.receive(told.operations)
    const ours = told.device.run(editOf(told.id('58 km'), { text: '5 km' }))
    const theirs = away.run(editOf(told.id('58 km'), { text: '8 km' }))
    told.device.receive(theirs)
    const settle = { type: 'conflict.settle', record: told.id('58 km'), field: 'text', value: '8 km' } as const
    const [settled] = told.device.run(settle)
    expect(settled?.head.o).toEqual({ text: [...ours, ...theirs].map(({ id }) => id).toSorted() })
  })
})
