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

type Step = (page: Page) => Promise<unknown>

const press =
  (...keys: readonly string[]): Step =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key)
  }
const rows = (page: Page) => page.locator('.feed article')
const note = async (page: Page, text: string) => {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await rows(page).filter({ hasText: text }).waitFor()
}
const row = (page: Page, text: string) => rows(page).filter({ hasText: text })
const menu: Step = async (page) => {
  await rows(page).last().focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Corriger' }).waitFor()
}

const STATES: Readonly<Record<string, Step>> = {
  unidentified: async (page) => {
    await page.keyboard.press('Control+Shift+N')
    await page.getByText('Intervenant·e 1 (non identifié·e)').first().waitFor()
    await page.keyboard.press('Control+Shift+D')
    await note(page, 'Quelqu’un le dit')
  },
  menu,
  reattribute: press('Control+Shift+S'),
  part: press('Control+Shift+O'),
  rule: async (page) => {
    await menu(page)
    await page.getByRole('menuitem', { name: 'Sous une autre règle depuis cette note…' }).click()
    await page.getByRole('dialog').waitFor()
  },
  'shared screen': press('Control+Shift+M'),
  clock: (page) => page.getByRole('button', { name: 'Régler l’heure de la séance' }).click(),
}

describe.each(Object.keys(LOOKS) as Look[])('in %s', (look) => {
  it.each(Object.keys(STATES))('who spoke and under which rule, %s, breaks no accessibility rule', async (state) => {
    const { page, complaints } = await harness.open('view=capture', look)
    await STATES[state]?.(page)
    await page.screenshot({ path: resolve(SHOTS, `voices-${state.replace(' ', '-')}.${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})
