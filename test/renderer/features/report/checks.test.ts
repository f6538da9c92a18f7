import { describe, expect, it } from 'vitest'
import { checksOf, outputsToConfirm } from '../../../../renderer/features/report/checks.ts'
import type { PlanEntry } from '../../../../renderer/features/report/plan.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import { aNote, aRegion, aSession, aVoice, anAxis, BASE, unsettled } from '../../../shared/evidence/records.ts'

const GLOBAL: ReportRequest = { type: 'global', lang: 'fr', date: '2021-05-19' }
const NONE = new Set<string>()
const held = (...records: readonly AnyRecord[]) => new Map([...BASE, ...records].map((record) => [record.id, record]))
const found = (records: readonly AnyRecord[], request = GLOBAL, withheld: ReadonlySet<string> = NONE) =>
  checksOf(held(...records), request, withheld, []).map(({ id, count }) => [id, count])

describe('what to look at before a document leaves', () => {
  it('is nothing where all was done', () => {
    expect(found([aNote('1'), aNote('2', { noteKind: 'quote', quoteState: 'approved' })])).toEqual([])
  })

  it('is what waits between two versions, quotations, outputs, withheld notes and empty parts, in that order', () => {
    const empty: PlanEntry = { id: 'x', level: 1, text: 'Suites', notes: 0, isEmpty: true }
    const records = held(
      unsettled(aNote('1'), 'text'),
      aNote('2', { noteKind: 'quote' }),
      aNote('3'),
      anAxis('axe 2', { output: 'Un cadre', outputState: 'to-confirm' }),
    )
    const checks = checksOf(records, GLOBAL, new Set(['3']), [empty, { ...empty, isEmpty: false }])
    expect(checks.map(({ id, count }) => [id, count])).toEqual([
      ['unsettled', 1],
      ['quotes', 1],
      ['outputs', 1],
      ['withheld', 1],
      ['empty', 1],
    ])
    expect(checks.at(-1)?.parts).toEqual([empty])
  })

  it('only counts the quotations of what the document is about', () => {
    const records = [
      aRegion('Asie', { state: 'held' }),
      aSession('ailleurs', { scale: 'regional', region: 'Asie' }),
      aVoice('voix d’Asie', { region: 'Asie', axis: 'axe' }),
      aNote('1', { noteKind: 'quote' }),
      aNote('2', { noteKind: 'quote', session: 'ailleurs', voice: 'voix d’Asie' }),
      aNote('3', { noteKind: 'quote', session: 'ailleurs', voice: 'inconnue', axis: 'autre' }),
    ]
    const quotes = (request: Partial<ReportRequest>) => found(records, { ...GLOBAL, ...request })[0]?.[1]
    expect(quotes({})).toBe(3)
    expect(quotes({ type: 'regional', region: 'Asie' })).toBe(2)
    expect(quotes({ type: 'session', session: 'séance' })).toBe(1)
    expect(quotes({ type: 'thematic', axis: 'axe' })).toBe(2)
  })

  it('asks of a session alone who spoke and of what', () => {
    const { voice: _, ...f } = aNote('1').f
    const records = [{ id: '1', kind: 'note', f }]
    expect(found(records)).toEqual([])
    const open = found(records, { ...GLOBAL, type: 'minutes', session: 'séance' })
    expect(open).toContainEqual(['speakers', 1])
    expect(found(records, { ...GLOBAL, type: 'session', session: 'séance' })).toEqual(open)
  })

  it('asks of a thematic report the output of its axis alone, and of a session none', () => {
    const axes = ['a', 'b'].map((id) => anAxis(id, { output: 'Un cadre', outputState: 'to-confirm' }))
    expect(outputsToConfirm(held(...axes), { ...GLOBAL, type: 'thematic', axis: 'b' }).map(({ id }) => id)).toEqual([
      'b',
    ])
    expect(found(axes, { ...GLOBAL, type: 'session', session: 'séance' })).toEqual([])
  })
})
