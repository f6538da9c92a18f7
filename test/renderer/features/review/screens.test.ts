import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { openSamplePage, type SamplePage } from './open-page.ts'

const SLOW = { timeout: 120_000 }

let site: SamplePage

beforeAll(async () => {
  site = await openSamplePage('review')
}, 240_000)

afterAll(() => site.close())

const notes = (page: Page) => page.getByRole('listbox', { name: 'Notes' })
const rows = (page: Page) => page.locator('.review-row')

async function pressIn(page: Page, ...keys: string[]) {
  await notes(page).focus()
  for (const key of keys) await page.keyboard.press(key)
}

describe.each(Object.keys(LOOKS) as Look[])('review in %s', (look) => {
  it('breaks no accessibility rule: list, board, coverage', SLOW, async () => {
    const { page, complaints } = await site.open('view=review', look)
    await pressIn(page, 'j', 'x', 'j', 'x')
    expect(await violationsIn(page)).toEqual([])
    await page.getByRole('tab', { name: 'Tendances' }).click()
    await page.locator('.board-card').first().waitFor()
    expect(await violationsIn(page)).toEqual([])
    await page.getByRole('tab', { name: 'Couverture' }).click()
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the list', () => {
  it('is walked, picked and qualified with letters, and taken back with Control and Z', SLOW, async () => {
    const { page, complaints } = await site.open('view=review')
    await pressIn(page, 'Home', 'j', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown')
    expect(await page.locator('.review-bulk b').first().textContent()).toBe('3 sélectionnées')
    await page.keyboard.press('r')
    await page.getByText('3 notes modifiées').waitFor()
    const specific = () => page.locator('.review-row[aria-selected=true] .scope-mark[data-scope=specificity]').count()
    expect(await specific()).toBe(3)
    await page.keyboard.press('Control+z')
    await page.getByText('Annulé : modification de notes').waitFor()
    expect(await specific()).toBeLessThan(3)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('opens the menu of kinds with Y and the themes with T', SLOW, async () => {
    const { page } = await site.open('view=review')
    await pressIn(page, 'j', 'y')
    await page.getByRole('menuitem', { name: 'pratique' }).click()
    await page.locator('.review-row[data-current=true]', { hasText: 'Pratique' }).waitFor()
    await pressIn(page, 't')
    await page.getByLabel('Chercher ou nommer un thème').fill('Nappes du sud')
    await page.getByRole('button', { name: 'Créer le thème' }).click()
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await page.locator('.review-row[data-current=true]', { hasText: '#Nappes du sud' }).waitFor()
    await page.close()
  })

  it('never takes a letter typed in a field for an order', SLOW, async () => {
    const { page } = await site.open('view=review')
    await pressIn(page, 'j')
    const before = await rows(page).nth(1).textContent()
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('grux')
    await page.getByRole('searchbox').fill('')
    expect(await rows(page).nth(1).textContent()).toBe(before)
    expect(await page.locator('[aria-selected=true].review-row').count()).toBe(0)
    await page.close()
  })

  it('writes a corrected text when one leaves it, and puts it back with Escape', SLOW, async () => {
    const { page } = await site.open('view=review')
    await pressIn(page, 'Home', 'j', 'F2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Un code que personne ne lit.')
    await page.keyboard.press('Escape')
    expect(await page.getByLabel('Texte d’origine').inputValue()).toContain('chefs de quartier')
    await page.getByLabel('Texte d’origine').fill('Un code que chacun a signé.')
    await notes(page).focus()
    await page.locator('.review-row', { hasText: 'Un code que chacun a signé.' }).waitFor()
    await page.close()
  })

  it('says which filter to drop when nothing is left', SLOW, async () => {
    const { page } = await site.open('view=review')
    await page.getByRole('button', { name: /^Recommandations/ }).click()
    await page.getByRole('searchbox').fill('zzzz')
    await page.getByRole('button', { name: /zzzz.*32 notes/ }).click()
    expect(await rows(page).count()).toBeGreaterThan(3)
    await page.close()
  })

  it('shows versions side by side and keeps the one a person chooses', SLOW, async () => {
    const { page } = await site.open('view=review&unsettled')
    await page.locator('.review-view', { hasText: 'À départager' }).click()
    const left = () => page.locator('.review-row').count()
    const before = await left()
    for (const button of await page.getByRole('button', { name: /Garder la version 2/ }).all()) await button.click()
    await expect.poll(left).toBe(before - 1)
    await page.close()
  })
})

describe('the board', () => {
  it('moves a theme only when a person asks, and puts it back', SLOW, async () => {
    const { page } = await site.open('view=review')
    await page.getByRole('tab', { name: 'Tendances' }).click()
    const card = (column: string) =>
      page.locator(`.board-column[data-column=${column}] article[aria-label='Budget participatif']`)
    await card('toSort')
      .getByRole('button', { name: /^Déplacer/ })
      .click()
    await page.getByRole('menuitem', { name: 'Tendance mondiale commune' }).click()
    await card('trends').waitFor()
    await card('trends')
      .getByRole('button', { name: /^Déplacer/ })
      .click()
    await page.getByRole('menuitem', { name: 'Remettre à classer' }).click()
    await card('toSort').waitFor()
    await page.close()
  })

  it('opens the notes that a number of the coverage counts', SLOW, async () => {
    const { page } = await site.open('view=review')
    await page.getByRole('tab', { name: 'Couverture' }).click()
    await page.getByRole('button', { name: /Inégalités, Eurasie/ }).click()
    await page.getByText(/^Section.:.Eurasie$/).waitFor()
    expect(await page.getByText(/^Axe.:.Inégalités$/).count()).toBe(1)
    await page.close()
  })
})
