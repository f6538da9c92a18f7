import { describe, expect, it } from 'vitest'
import { isRecordId } from '#shared/kit/id.ts'
import { consultationIdOf, recordIdOf, templateRecords } from '#shared/process/template-records.ts'
import { digest, shipped, TEMPLATES } from './shipped.ts'

describe('the records a consultation starts with', () => {
  const template = shipped('001')
  const consultation = consultationIdOf(template, '2021', digest)

  it.each(TEMPLATES)('have distinct ids and no key left in %s', (id) => {
    const records = templateRecords(shipped(id), digest)
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length)
    expect(records.every((record) => isRecordId(record.id))).toBe(true)
    expect(JSON.stringify(records)).not.toContain('"@')
    expect(JSON.stringify(records)).not.toContain(':@')
  })

  it('are the same on every machine and differ with the edition', () => {
    expect(templateRecords(template, digest)).toEqual(templateRecords(template, digest))
    const ids = new Set(templateRecords(template, digest).map((record) => record.id))
    expect(templateRecords(template, digest, 'exemple').some((record) => ids.has(record.id))).toBe(false)
  })

  it('hold the consultation itself, with the presets of its template', () => {
    expect(templateRecords(template, digest).find((record) => record.id === consultation)).toMatchObject({
      kind: 'consultation',
      set: { template: '001', edition: '2021', lang: 'fr', readings: 'annex', house: 'uclg' },
    })
  })

  it('name each other by id', () => {
    const session = templateRecords(template, digest).find(
      (record) => record.id === recordIdOf(consultation, 'session.care', digest),
    )
    expect(session?.set[`axis:${recordIdOf(consultation, 'axis.care', digest)}`]).toBe(true)
  })

  it('never lose a reference in silence', () => {
    const broken = { ...template, records: [{ key: 'theme.x', kind: 'theme', set: { axis: '@axis.none' } }] }
    expect(() => templateRecords(broken, digest)).toThrow('theme.x')
  })
})
