import { describe, expect, it } from 'vitest'
import { makePreview, MOST_PREVIEWED } from '../../../../renderer/features/report/preview.ts'
import { isKind } from '#shared/model/record.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import { aNote, BASE } from '../../../shared/evidence/records.ts'
import { playedSample } from '../../../shared/report/played-sample.ts'

const GLOBAL: ReportRequest = { type: 'global', lang: 'fr', date: '2021-05-19' }
const byId = <R extends { readonly id: string }>(records: readonly R[]) =>
  new Map(records.map((record) => [record.id, record]))

describe('the preview of a document', () => {
  it('holds every note of the sample but those that the rule keeps', () => {
    const records = playedSample()
    const first = [...records.values()].find((record) => isKind(record, 'note'))
    if (first === undefined) throw new Error('The sample has no note')
    const secret = { ...first, f: { ...first.f, level: 6, text: 'Ce qui ne sort pas.' } }
    const { outline, withheld } = makePreview(new Map([...records, [first.id, secret]]), GLOBAL)
    expect([...withheld]).toContain(first.id)
    expect(JSON.stringify(outline)).not.toContain('Ce qui ne sort pas.')
    expect(outline?.blocks.filter(({ type }) => type === 'annexNote').length).toBeGreaterThan(250)
  })

  it('is left to the export from some thousands of notes, which are still told from those that the rule keeps', () => {
    const many = Array.from({ length: MOST_PREVIEWED + 1 }, (_, index) =>
      aNote(`${index}`, { promised: 1, text: 'Oui.' }),
    )
    const { outline, withheld } = makePreview(byId([...BASE, ...many, aNote('secret', { level: 6 })]), GLOBAL)
    expect(outline).toBeNull()
    expect([...withheld]).toEqual(['secret'])
  })
})
