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

const ASKED = 'view=dashboard&ask=person.remove'

/** Chooses the first person of the list. */
async function choosePerson(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox').first().click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 3 }).first().waitFor()
}

describe.each(Object.keys(LOOKS) as Look[])('in %s', (look) => {
  it('what removing a person would do breaks no accessibility rule', async () => {
    const { page, complaints } = await harness.open(ASKED, look)
    await choosePerson(page)
    await page.screenshot({ path: resolve(SHOTS, `erasure.${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('removing a person', () => {
  it('is done once one has said to have read what it does, with the keyboard alone', async () => {
    const { page } = await harness.open(ASKED)
    await choosePerson(page)
    const remove = page.getByRole('button', { name: 'Retirer cette personne' })
    expect(await remove.isDisabled()).toBe(true)
    const boxes = page.getByRole('checkbox')
    expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))).toEqual([
      true,
      false,
      false,
    ])
    await boxes.last().focus()
    await page.keyboard.press('Space')
    await remove.focus()
    await page.keyboard.press('Enter')
    await page.getByText('plus rien ici ne la nomme', { exact: false }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.close()
  })

  it('is told where contributions are put together, when others have done it, and waits for an agreement', async () => {
    const { page, complaints } = await harness.open('view=merge')
    const band = page.getByRole('region', { name: 'Effacements venus d’ailleurs' })
    await band.waitFor()
    await page.screenshot({ path: resolve(SHOTS, 'erasure-band.png') })
    expect(await violationsIn(page)).toEqual([])
    await band.getByRole('button', { name: 'Les voir…' }).click()
    await page.getByRole('button', { name: 'Prendre celle-ci' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await band.getByRole('button', { name: 'Détruire ici aussi…' }).click()
    await page.getByRole('button', { name: 'Détruire', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await page.close()
  })
})
