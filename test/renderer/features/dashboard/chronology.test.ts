import { describe, expect, it } from 'vitest'
import { chronology } from '../../../../renderer/features/dashboard/chronology.ts'
import type { Session } from '#shared/model/record.ts'
import { aSession } from '../../../shared/evidence/records.ts'

const on = (date: string, id = date) => aSession(id, { date }) as Session
const shown = (today: string, ...sessions: readonly Session[]) =>
  chronology(sessions, today).map(({ day, sessions, isToday }) => [day, sessions.length, isToday])

describe('the days of a process', () => {
  it('are in order, sessions of the same day together', () => {
    expect(shown('2021-01-01', on('2021-05-03'), on('2021-04-30', 'a'), on('2021-04-30', 'b'))).toEqual([
      ['2021-01-01', 0, true],
      ['2021-04-30', 2, false],
      ['2021-05-03', 1, false],
    ])
  })

  it('hold today while there are sessions to come, and no more once all are past', () => {
    expect(shown('2021-05-01', on('2021-04-30'), on('2021-05-03'))[1]).toEqual(['2021-05-01', 0, true])
    expect(shown('2021-05-19', on('2021-04-30'), on('2021-05-03'))).toHaveLength(2)
  })

  it('leave out sessions that have no date', () => {
    expect(chronology([aSession('x') as Session], '2021-05-01')).toEqual([])
  })
})
