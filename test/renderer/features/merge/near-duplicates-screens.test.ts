import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { openSamplePage, type SamplePage } from '../review/open-page.ts'

const SLOW = { timeout: 120_000 }

let site: SamplePage

beforeAll(async () => {
  site = await openSamplePage('near-duplicates')
}, 240_000)

afterAll(() => site.close())

async function openPairs(look?: Look): Promise<Page> {
  const { page } = await site.open('view=merge&twice', look)
  await page.getByRole('tab', { name: /^Proches/ }).click()
  await page.locator('.dup-list').waitFor()
  return page
}

const rows = (page: Page) => page.locator('.dup-list > article')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const waiting = (page: Page, count: number) => page.getByText(`${count} rapprochements à examiner`).first().waitFor()
const show = (page: Page, what: string) => page.getByRole('radio', { name: what }).check()

describe.each(Object.keys(LOOKS) as Look[])('notes of one session side by side in %s', (look) => {
  it('break no accessibility rule, those that wait and the whole session', SLOW, async () => {
    const page = await openPairs(look)
    expect(await violationsIn(page)).toEqual([])
    await show(page, 'Toute la séance')
    expect(await violationsIn(page)).toEqual([])
    await page.close()
  })
})

describe('saying what two rapporteurs noted', () => {
  it('takes one key a pair, and the keyboard stays where it was', SLOW, async () => {
    const page = await openPairs()
    await waiting(page, 5)
    await rows(page).first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('m')
    await waiting(page, 4)
    await expect.poll(() => focused(page)).toMatch(/^2 sur 4/)
    await page.keyboard.press('d')
    await waiting(page, 3)
    await show(page, 'Liées')
    expect(await rows(page).count()).toBe(1)
    await page.getByRole('button', { name: 'Délier' }).press('Enter')
    await page.getByText('Aucune note liée dans cette séance.').waitFor()
    await waiting(page, 4)
    await page.close()
  })

  it('shows the figure and the negation that only one of them has', SLOW, async () => {
    const page = await openPairs()
    const strong = await page.locator('.dup-card strong').allTextContents()
    expect(strong).toEqual(expect.arrayContaining(['3', '40', 'pas']))
    await page.close()
  })

  it('links two notes that nothing proposed, chosen by hand', SLOW, async () => {
    const page = await openPairs()
    await show(page, 'Toute la séance')
    await rows(page).first().focus()
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('m')
    await page.getByText('Notes liées : l’intervention compte une fois').waitFor()
    await show(page, 'Liées')
    expect(await rows(page).count()).toBe(1)
    await page.close()
  })
})
