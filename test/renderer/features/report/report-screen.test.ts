import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, openHarness } from '../harness/open-harness.ts'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness()
})
afterAll(() => harness.close())

async function openReport(more = ''): Promise<Page> {
  const { page, complaints } = await harness.open(`view=report&forum=1${more}`)
  await page.locator('.paper').first().waitFor()
  expect(complaints).toEqual([])
  return page
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()
const field = (page: Page, name: string) => page.getByRole('textbox', { name })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

describe('a text of the document', () => {
  it('is saved under the hand with Control and Enter, and by leaving it; the preview then holds it', async () => {
    const page = await openReport()
    await tab(page, 'Textes')
    await field(page, 'Tendances').fill('Les villes demandent un guichet commun.')
    await field(page, 'Tendances').press('Control+Enter')
    await page.getByRole('button', { name: 'Tendances : brouillon. Changer l’état' }).waitFor()
    expect(await field(page, 'Tendances').evaluate((one) => one === document.activeElement)).toBe(true)
    await field(page, 'Suites').fill('Rendez-vous au forum.')
    await tab(page, 'Aperçu')
    await page.locator('.paper').getByText('Les villes demandent un guichet commun.').waitFor()
    await page.locator('.paper').getByText('Rendez-vous au forum.').waitFor()
    await page.close()
  })

  it('stays in its field when the disk refuses it, with the reason', async () => {
    const page = await openReport('&refuse=ENOSPC')
    await tab(page, 'Textes')
    await field(page, 'Tendances').fill('À ne pas perdre.')
    await field(page, 'Tendances').press('Control+Enter')
    await page.getByRole('alert').getByText('Le disque est plein.').waitFor()
    expect(await field(page, 'Tendances').inputValue()).toBe('À ne pas perdre.')
    await page.close()
  })
})

describe('the preview', () => {
  it('is walked through by its plan with the arrows, and by its notes, without moving the frame', async () => {
    const page = await openReport()
    await page.locator('.report-plan button').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toMatch(/^report-part-\d+$/)
    await page.locator('.paper a', { hasText: /^\d+$/ }).first().click()
    expect(await focused(page)).toMatch(/^report-note-\d+$/)
    expect(await page.evaluate(() => document.documentElement.scrollTop + document.body.scrollTop)).toBe(0)
    await page.close()
  })
})

describe('a number of the dashboard', () => {
  it('opens the notes that it counts', async () => {
    const { page } = await harness.open('view=dashboard&forum=1')
    await page.getByRole('radio', { name: 'Notes' }).check({ force: true })
    const cell = page.getByRole('button', { name: /^2 Lieux d’entraide, Afrique/ })
    const count = await cell.textContent()
    await cell.click()
    await page.getByText(`${count} notes sur`).waitFor()
    await page.close()
  })
})
