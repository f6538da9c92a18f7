import { describe, expect, it } from 'vitest'
import { decodeBundle } from '#shared/exchange/decode-bundle.ts'
import { selectComplete } from '#shared/exchange/select.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { emptyFold } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecord, readRecords } from '#shared/operation/read-record.ts'
import { UPCASTERS, type Upcaster } from '#shared/operation/upcast.ts'
import { projectOperations } from '#shared/privacy/project.ts'
import { sha256 } from '../../build/author.ts'
import { bundleOf } from '../../build/bundle.ts'
import { Device } from '../../build/device.ts'
import { aWorkspace } from '../../build/workspace.ts'

/** A note, and a correction of it by a program of the second version, which calls its text something else. */
function scene() {
  const told = aWorkspace('here').session('Plénière', 1).note('3 km')
  const note = told.id('3 km')
  const written = told.operations.find(({ head, body }) => head.r === note && body?.set['text'] !== undefined)
  if (written?.body === undefined) throw new Error('a text')
  const body = { ...written.body, set: { 'words:2': '8 km' }, tone: 'calm' }
  const head = { ...written.head, v: 2, o: { text: [written.id] }, b: sha256(canonical(body)) }
  const newer: Operation = { ...written, id: sha256(canonical(head)), head, body }
  return { told, note, newer, line: canonical(newer) }
}

const fromSecond: Upcaster = (operation) => {
  const { body } = operation
  if (body === undefined) return operation
  const { 'words:2': text, ...others } = body.set
  return { ...operation, body: { ...body, set: { ...others, ...(text === undefined ? {} : { text }) } } }
}

describe('An operation of a version that this program does not know', () => {
  it('is taken in and told as not readable, and changes nothing that is shown', () => {
    const { told, note, newer } = scene()
    const { manifest, operations, drops } = bundleOf([newer])
    const read = decodeBundle({ manifest, operations, drops }, sha256)
    expect(read.ok && read.value.setAside).toEqual([])
    const { plan, fresh, fold } = planMerge(told.device.fold, readRecords(told.device.fold), [newer])
    expect([plan.newer, plan.change, plan.conflicts]).toEqual([1, {}, []])
    expect(fresh).toEqual([newer])
    expect(readRecord(fold, note)?.f['text']).toBe('3 km')
    expect(planMerge(fold, readRecords(fold), [newer]).plan).toMatchObject({ newer: 0, newOperations: 0 })
  })

  it('is sent on byte for byte within the circle, and to nobody else', () => {
    const { told, newer, line } = scene()
    const away = new Device('away')
    away.receive([...told.operations, newer])
    const all = [...away.operations.values()]
    expect(bundleOf(selectComplete(all, away.fold)).operations.split('\n')).toContain(line)
    expect(projectOperations(all, away.fold).map(({ id }) => id)).not.toContain(newer.id)
  })

  it('is folded, with what it replaces, by a program that knows how it reads, in any order', () => {
    const { told, note, newer } = scene()
    const upcasters = new Map([...UPCASTERS, [2, fromSecond] as const])
    const all = [...told.operations, newer]
    for (const order of [all, all.toReversed()]) {
      const fold = emptyFold()
      for (const operation of order) addOperation(fold, operation, upcasters)
      expect(readRecord(fold, note)?.f['text']).toBe('8 km')
      expect(readRecord(fold, note)?.conflicts).toBeUndefined()
    }
  })

  it('of today reads as it is written', () => {
    const { told } = scene()
    for (const operation of told.operations) expect(UPCASTERS.get(operation.head.v)?.(operation)).toBe(operation)
  })
})
