import { describe, expect, it } from 'vitest'
import { WHOLE } from '#shared/exchange/scope.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { leavingCounts } from '../../../../renderer/features/merge/leaving-counts.ts'

const note = (id: string, session: string, level?: number): AnyRecord => ({
  id,
  kind: 'note',
  f: { text: id, session, promised: 1, ...(level === undefined ? {} : { level }) },
})

describe('before a file is sent', () => {
  it('says how many notes leave under each rule, and how many stay', () => {
    const records = new Map<string, AnyRecord>(
      [
        { id: 'open', kind: 'session', f: { level: 1 } },
        { id: 'closed', kind: 'session', f: { level: 5 } },
        note('a', 'open'),
        note('b', 'open', 3),
        note('c', 'closed'),
        note('d', 'closed'),
        note('e', 'open', 6),
      ].map((record) => [record.id, record]),
    )
    expect(leavingCounts(records, WHOLE)).toEqual({
      byLevel: [
        { level: 1, count: 1 },
        { level: 3, count: 1 },
        { level: 5, count: 2 },
      ],
      leaving: 4,
      withheld: 1,
      outside: 0,
      syntheses: 0,
    })
    expect(leavingCounts(records, { ...WHOLE, sessions: ['open'] })).toMatchObject({
      leaving: 2,
      withheld: 1,
      outside: 2,
    })
  })
})
