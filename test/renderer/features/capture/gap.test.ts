import { describe, expect, it } from 'vitest'
import type { Found } from '#shared/contract/opening.ts'
import type { Session } from '#shared/model/record.ts'
import { gapIn } from '../../../../renderer/features/capture/gap.ts'

/** Where this computer stands, so that the test is the same everywhere. */
const at = (time: string, day = '2026-03-14'): number => new Date(`${day}T${time}:00`).getTime()

const session = (f: Session['f'] = {}): Session => ({
  id: 's',
  kind: 'session',
  f: { date: '2026-03-14', start: '10:00', end: '12:00', ...f },
})
const stopped = (time: string): readonly Found[] => [{ type: 'NotClosed', lastWriting: at(time) }]
const draft = (time: string) => ({ key: 'line s', text: 'Une ph', at: at(time) })

describe('An interruption', () => {
  it('lasts from the last writing or key until the program is open again', () => {
    expect(gapIn(session(), { found: stopped('11:00'), drafts: [draft('11:02')] }, at('11:06'))).toEqual({
      from: at('11:02'),
      to: at('11:06'),
    })
  })

  it.each([
    ['the program was closed', [], '11:02', '11:06'],
    ['it was over within a minute', stopped('11:05'), '11:05', '11:05'],
    ['the session was long over', stopped('15:00'), '15:00', '15:10'],
    ['the session had not begun', stopped('08:00'), '08:00', '08:10'],
  ] as const)('is none when %s', (_, found, last, now) => {
    expect(gapIn(session(), { found, drafts: [draft(last)] }, at(now))).toBeNull()
  })

  it('is none when the day has changed, or the session was on another day', () => {
    const opening = { found: stopped('11:00'), drafts: [] }
    expect(gapIn(session(), opening, at('08:00', '2026-03-15'))).toBeNull()
    expect(gapIn(session({ date: '2026-03-13' }), opening, at('11:10'))).toBeNull()
  })

  it('goes by the clock of the room, and by its day when nobody said its hours', () => {
    const opening = { found: stopped('08:30'), drafts: [] }
    expect(gapIn(session(), opening, at('08:40'))).toBeNull()
    expect(gapIn(session({ clockOffset: 120 }), opening, at('08:40'))).not.toBeNull()
    const { start: _, end: __, ...day } = session().f
    expect(gapIn({ ...session(), f: day }, opening, at('08:40'))).not.toBeNull()
  })
})
