import { expect } from '../fixtures.ts'
import { playMeeting } from './play-meeting.ts'
import { BURSTS, MEETING, PAUSES, PEOPLE } from './meeting-script.ts'
import { test } from './profiles.ts'

test('a meeting is taken down as it goes: every card right, two keys at most for any one thing', async ({ open }) => {
  test.setTimeout(240_000)
  const { page } = await open('rapporteur')
  const { wrong, costs } = await playMeeting(page, { people: PEOPLE, cards: MEETING, pauses: PAUSES, bursts: BURSTS })
  console.table(costs)
  expect(wrong).toEqual([])
  expect(costs['nothing']?.most).toBe(1)
  const dear = Object.entries(costs).filter(([change, { most }]) => !change.includes(' + ') && most > 2)
  expect(dear).toEqual([])
})
