import { describe, expect, it } from 'vitest'
import { decodeTemplate } from '#shared/process/decode-template.ts'
import { shipped, TEMPLATES } from './shipped.ts'

const blank = shipped('blank')
const withRecord = (record: unknown) => decodeTemplate({ ...blank, records: [...blank.records, record] })

describe('reading a template', () => {
  it.each(TEMPLATES)('accepts %s as it ships', (id) => {
    expect(shipped(id).id).toBe(id)
  })

  it('refuses what is not a template and says where', () => {
    const read = decodeTemplate({ ...blank, name: { fr: 'Sans traduction' } })
    expect(read).toMatchObject({ ok: false, failure: { type: 'not-a-template' } })
    expect(JSON.stringify(read)).toContain('name.en')
  })

  it('refuses a template without a consultation', () => {
    expect(decodeTemplate({ ...blank, records: [] })).toEqual({ ok: false, failure: { type: 'no-consultation' } })
  })

  it.each([
    [
      { key: 'consultation', kind: 'axis', set: {} },
      { type: 'repeated-key', key: 'consultation' },
    ],
    [
      { key: 'x', kind: 'spaceship', set: {} },
      { type: 'unknown-kind', key: 'x', kind: 'spaceship' },
    ],
    [
      { key: 'x', kind: 'axis', set: { colour: 'red' } },
      { type: 'unknown-field', key: 'x', field: 'colour' },
    ],
    [
      { key: 'x', kind: 'axis', set: { toString: 'a' } },
      { type: 'unknown-field', key: 'x', field: 'toString' },
    ],
    [
      { key: 'x', kind: 'axis', set: { 'theme:y': true } },
      { type: 'unknown-field', key: 'x', field: 'theme:y' },
    ],
    [
      { key: 'x', kind: 'axis', set: { date: '30 avril' } },
      { type: 'wrong-value', key: 'x', field: 'date' },
    ],
    [
      { key: 'x', kind: 'axis', set: { 'capital:human': 1 } },
      { type: 'wrong-value', key: 'x', field: 'capital:human' },
    ],
    [
      { key: 'x', kind: 'theme', set: { axis: '@axis.y' } },
      { type: 'unknown-reference', key: 'x', field: 'axis' },
    ],
    [
      { key: 'x', kind: 'session', set: { 'axis:@axis.y': true } },
      { type: 'unknown-reference', key: 'x', field: 'axis:@axis.y' },
    ],
  ])('refuses %j', (record, failure) => {
    expect(withRecord(record)).toEqual({ ok: false, failure })
  })
})
