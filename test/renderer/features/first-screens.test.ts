import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../gallery/open-gallery.ts'
import { type Harness, openHarness } from './harness/open-harness.ts'

const SHOTS = resolve(import.meta.dirname, '../../../out/screen-shots')
let harness: Harness

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
})
afterAll(() => harness.close())

type Step = (page: Page) => Promise<unknown>

async function expectNoFault(query: string, state: string, look: Look, reach?: Step) {
  const { page, complaints } = await harness.open(query, look)
  await reach?.(page)
  await page.screenshot({ path: resolve(SHOTS, `${state}.${look}.png`) })
  expect(await violationsIn(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.close()
}

const field = (page: Page) => page.locator('.composer-field')
const type =
  (text: string): Step =>
  (page) =>
    field(page).pressSequentially(text)

describe.each(Object.keys(LOOKS) as Look[])('in %s', (look) => {
  it.each(['setup&resume=1', 'capture', 'empty'])('the screen %s breaks no accessibility rule', (view) =>
    expectNoFault(`view=${view}`, view, look),
  )
  it('the list under a word breaks none either', () => expectNoFault('view=capture', 'list', look, type('Oui @')))
})

describe('what opens over the capture screen', () => {
  const press =
    (name: string): Step =>
    (page) =>
      page.getByRole('button', { name, exact: true }).click()
  const states: Readonly<Record<string, Step>> = {
    kinds: (page) => page.keyboard.press('F9'),
    speaker: (page) => page.keyboard.press('F4'),
    session: press('Ouvrir une séance'),
    axis: press('Ajouter un axe'),
    theme: press('Ajouter un thème'),
    tighten: press('Resserrer…'),
  }
  it.each(Object.keys(states))('%s breaks no accessibility rule', (state) =>
    expectNoFault('view=capture', state, 'light', states[state]),
  )
})

describe('a note', () => {
  const lastRow = (page: Page) => page.locator('article').last()

  it('is written without a mouse, with everything that was said of it', async () => {
    const { page } = await harness.open('view=capture')
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('Control+2')
    await page.keyboard.press('F8')
    await page.keyboard.type('! Un accès direct #eau /4 pour tous #so_lidaire')
    await page.keyboard.press('Enter')
    const row = page.locator('article', { hasText: 'Un accès direct pour tous' })
    for (const words of ['Recommandation', 'Yusuf Demir', 'Appuie', '#eau', '#so lidaire', 'Tendance'])
      await row.getByText(words, { exact: false }).first().waitFor()
    expect(await field(page).inputValue()).toBe('')
    await page.close()
  })

  it('comes back into the empty field to be corrected, and Escape leaves it as it was', async () => {
    const { page } = await harness.open('view=capture')
    const before = await lastRow(page).innerText()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type(' Bis')
    await page.keyboard.press('Escape')
    expect(await lastRow(page).innerText()).toBe(before)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type(' Bis')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Bis' }).waitFor()
    await page.close()
  })

  it('that the disk refuses waits over the field, with the reason, and can be taken back into it', async () => {
    const { page } = await harness.open('view=capture&refuse=ENOSPC')
    await page.keyboard.type('Un accès direct')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Le disque est plein.').waitFor()
    await page.locator('.waiting-lines').getByText('Un accès direct').waitFor()
    await page.keyboard.type('La suite')
    await page.getByRole('button', { name: 'Reprendre dans le champ' }).click()
    expect(await field(page).inputValue()).toBe('Un accès direct\nLa suite')
    await page.locator('.waiting-lines').waitFor({ state: 'detached' })
    await page.close()
  })
})

describe('the capture screen where there is no room', () => {
  it('scrolls nothing sideways, covers nothing, and keeps the feed readable', async () => {
    const { page } = await harness.open('view=capture', 'zoom-200')
    const boxes = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      return {
        sideways: document.documentElement.scrollWidth - innerWidth,
        feed: box('.feed').height,
        gaps: [box('.feed').top - box('.attribution-band').bottom, box('.composer').top - box('.feed').bottom],
      }
    })
    expect(boxes.sideways).toBeLessThanOrEqual(0)
    expect(boxes.feed).toBeGreaterThan(120)
    for (const gap of boxes.gaps) expect(gap).toBeGreaterThanOrEqual(-1)
    await page.close()
  })
})
