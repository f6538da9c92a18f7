import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
let harness: Harness

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
})
afterAll(() => harness.close())

const ASKED = 'view=dashboard&ask=versions.open'
const told = (page: Page) => page.locator('.back-told').waitFor()

describe.each(Object.keys(LOOKS) as Look[])('in %s', (look) => {
  it('the versions break no accessibility rule', async () => {
    const { page, complaints } = await harness.open(ASKED, look)
    await told(page)
    await page.screenshot({ path: resolve(SHOTS, `versions.${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
    await page.close()
  })
})

describe('the versions', () => {
  it('are gone through with arrows, and say what going back would do before it is done', async () => {
    const { page } = await harness.open(ASKED)
    await told(page)
    await page.keyboard.press('ArrowDown')
    await page.getByRole('heading', { name: 'Début de journée' }).waitFor()
    await told(page)
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').textContent()).toBe('Revenir à cet état')
    expect(await page.getByText('Rien n’est effacé', { exact: false }).count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.getByText('Revenu à l’état du', { exact: false }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Annuler' }).count()).toBe(1)
    await page.close()
  })

  it('do not offer to go back to where one is', async () => {
    const { page } = await harness.open(ASKED)
    await told(page)
    for (let count = 0; count < 3; count += 1) await page.keyboard.press('ArrowDown')
    await page.getByText('vous êtes à cet état', { exact: false }).waitFor()
    expect(await page.getByRole('button', { name: 'Revenir à cet état' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.close()
  })

  it('take a name for the present state, at once from the menu', async () => {
    const { page } = await harness.open('view=dashboard&ask=versions.mark')
    await told(page)
    await page.keyboard.type('Avant la synthèse')
    await page.keyboard.press('Enter')
    await page.getByText('État marqué', { exact: false }).waitFor()
    await page.close()
  })
})
