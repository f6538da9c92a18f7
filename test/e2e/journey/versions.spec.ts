import type { Page } from '@playwright/test'
import { chooseMenu, expect } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { firstRun, press, taken, typeNotes } from './by-hand.ts'
import { notesOf, test } from './profiles.ts'
import { FIRST_AXIS } from './sittings.ts'

/** How many notes are held for a trend. */
const trends = async (page: Page): Promise<number> =>
  (await notesOf(page)).filter(({ f }) => f['scope'] === 'trend').length

test('a change of many notes is gone back from, by keyboard alone, undone, and kept after closing', async ({
  open,
}) => {
  test.setTimeout(180_000)
  const first = await open('rapporteur')
  noMouse(first.page)
  await firstRun(first.page)
  const notes = FIRST_AXIS.map(({ text }) => ({ text, speaker: 0 }))
  await typeNotes(first.page, 1, notes)
  await expect.poll(() => taken(first.page)).toBe(10)

  await press(first.page, /^Relecture/)
  await first.page.getByRole('listbox', { name: 'Notes' }).focus()
  await first.page.keyboard.press('Control+a')
  await first.page.keyboard.press('g')
  await expect.poll(() => trends(first.page)).toBe(10)

  await chooseMenu(first.app, 'versions.open')
  const dialog = first.page.getByRole('dialog')
  await dialog.getByRole('heading', { name: 'Avant la modification de 10 notes' }).waitFor()
  await expect(dialog.getByText('10 notes sont remises comme elles étaient.')).toBeVisible()
  await first.page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Revenir à cet état' })).toBeFocused()
  await first.page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await first.page.getByText('Revenu à l’état du', { exact: false }).waitFor()
  expect(await trends(first.page)).toBe(0)

  // The change of many notes may still offer to be taken back beside it.
  const told = first.page.locator('.toast', { hasText: 'Revenu à l’état du' })
  await told.getByRole('button', { name: 'Annuler', exact: true }).press('Enter')
  await first.page.getByText('Retour annulé').waitFor()
  expect(await trends(first.page)).toBe(10)
  await first.page.keyboard.press('Control+y')
  await expect.poll(() => trends(first.page)).toBe(0)
  await first.app.close()

  const second = await open('rapporteur')
  await second.page.locator('main h1').waitFor()
  expect(await notesOf(second.page)).toHaveLength(10)
  expect(await trends(second.page)).toBe(0)
  await chooseMenu(second.app, 'versions.mark')
  await second.page.getByRole('dialog').getByText('Avant le retour à l’état du', { exact: false }).first().waitFor()
  await second.page.keyboard.type('Avant la synthèse')
  await second.page.keyboard.press('Enter')
  await second.page.getByRole('heading', { name: 'Avant la synthèse' }).waitFor()
  await second.page.getByText('vous êtes à cet état', { exact: false }).waitFor()
})
