import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { SPEAKERS, type Typed } from './sittings.ts'

/** Chooses in a list with the arrows, by what is read in it. */
async function chooseWithArrows(page: Page, field: string, choice: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(field, { exact: true }).first().focus()
  await page.keyboard.press('Enter')
  const options = page.getByRole('option')
  await options.first().waitFor()
  const active = (): Promise<string | null> =>
    page
      .locator('[role=option][data-combobox-selected]')
      .textContent({ timeout: 1000 })
      .catch(() => null)
  for (let step = 0; step < 12 && (await active()) !== choice; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(options).toHaveCount(0)
}

export async function chooseCard(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${name}`) }).focus()
  await page.keyboard.press('Space')
}

/** Presses a button with Enter, wherever the focus was. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().press('Enter')

export async function firstRun(page: Page): Promise<void> {
  await chooseCard(page, 'Français')
  await chooseCard(page, 'Section')
  await page.getByRole('radio', { name: 'Série de consultations' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.composer').waitFor()
}

export async function openSitting(page: Page): Promise<void> {
  await press(page, 'Ouvrir une séance')
  const form = page.getByRole('dialog')
  await form.waitFor()
  await page.keyboard.type('Consultation de la section MEWA')
  await chooseWithArrows(page, 'Échelle', 'régional')
  await chooseWithArrows(page, 'Section', 'Moyen-Orient et Asie occidentale')
  await chooseCard(page, 'Sur invitation')
  await form.getByLabel('Titre').focus()
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(page.locator('main h1')).toHaveText('Consultation de la section MEWA')
}

export async function addSpeakers(page: Page): Promise<void> {
  for (const { givenName, name, organisation } of SPEAKERS) {
    await page.keyboard.press('F4')
    const form = page.getByRole('dialog')
    await form.getByLabel('Prénom').focus()
    await page.keyboard.type(givenName)
    await page.keyboard.press('Tab')
    await page.keyboard.type(name)
    await form.getByLabel('Organisation', { exact: true }).focus()
    await page.keyboard.type(organisation)
    await page.keyboard.press('Enter')
    await expect(form).toHaveCount(0)
  }
}

/** How many notes the page shows as taken: each was flushed to the disk before it came there. */
export const taken = (page: Page): Promise<number> =>
  page.locator('.feed-row').last().getAttribute('aria-setsize', { timeout: 5000 }).then(Number)

export async function typeNotes(page: Page, axis: number, notes: readonly Typed[]): Promise<void> {
  await page.getByRole('textbox', { name: 'Nouvelle note' }).focus()
  await page.keyboard.press(`Control+Digit${axis}`)
  for (const { speaker, text, keys = [] } of notes) {
    await page.keyboard.press(`Alt+Digit${speaker}`)
    await page.keyboard.type(text)
    for (const key of keys) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    // The qualification sticks from one note to the next: two more presses bring back « à qualifier ».
    for (const key of keys) if (key === 'F8') await page.keyboard.press('F8').then(() => page.keyboard.press('F8'))
  }
}
