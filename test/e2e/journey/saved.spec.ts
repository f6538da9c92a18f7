import { expect } from '../fixtures.ts'
import { firstRun, taken, typeNotes } from './by-hand.ts'
import { notesOf, test } from './profiles.ts'
import { FIRST_AXIS, SECOND_AXIS } from './sittings.ts'

test('what was said to be saved is there after closing, and after the plug was pulled', async ({ open }) => {
  test.setTimeout(180_000)
  const first = await open('rapporteur')
  await firstRun(first.page)
  await typeNotes(
    first.page,
    1,
    FIRST_AXIS.map((note) => ({ ...note, speaker: 0 })),
  )
  await expect.poll(() => taken(first.page)).toBe(10)
  await first.app.close()

  const second = await open('rapporteur')
  await second.page.locator('.composer').waitFor()
  expect(await taken(second.page)).toBe(10)
  await typeNotes(
    second.page,
    2,
    SECOND_AXIS.map((note) => ({ ...note, speaker: 0 })),
  )
  // At this very moment, whatever the page shows as taken has been said to be saved.
  await expect.poll(() => taken(second.page)).toBeGreaterThan(10)
  const acknowledged = await taken(second.page)
  second.app.process().kill('SIGKILL')

  const third = await open('rapporteur')
  await third.page.locator('.composer').waitFor()
  await expect.poll(() => taken(third.page)).toBeGreaterThanOrEqual(acknowledged)
  const written = (await notesOf(third.page)).map(({ f }) => f['text'])
  expect(new Set(written).size).toBe(written.length)
})
