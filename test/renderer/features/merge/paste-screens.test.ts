import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
const SLOW = { timeout: 120_000 }
const PROGRAMME = `Rencontre du 12 mars
10h Ouverture de la rive — Awa Diop, maire de Sel
10h10 – 10h25 Les crues par Jean Roux (Rive gauche)
11h30– 11h45 Pause
11h45 - 12h : Débat
ID de réunion : 123 4567 8901`

let harness: Harness
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
}, 240_000)
afterAll(() => harness.close())

/** Where there is no room, the agenda is in a column that is folded away. */
async function unfold(page: Page): Promise<void> {
  const folded = page.getByRole('complementary', { name: 'Programme' }).locator('.rail-button')
  if ((await folded.count()) > 0) await folded.press('Enter')
}

async function paste(page: Page): Promise<void> {
  await unfold(page)
  await page.getByRole('button', { name: 'Coller un programme…' }).press('Enter')
  await page.getByRole('textbox', { name: 'Texte du programme' }).fill(PROGRAMME)
  await page.getByRole('table', { name: 'Créneaux du programme' }).waitFor()
}

describe.each(Object.keys(LOOKS) as Look[])('a pasted programme in %s', (look) => {
  it('is looked at, corrected and created by keyboard, and breaks no accessibility rule', SLOW, async () => {
    const { page, complaints } = await harness.open('view=capture', look)
    await paste(page)
    await page.screenshot({ path: resolve(SHOTS, `paste-${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Intitulé, ligne 5' }).fill('Débat commun')
    await page.getByRole('checkbox', { name: 'Créer Pause' }).press('Space')
    await page.getByRole('button', { name: 'Créer', exact: true }).press('Enter')
    await page.getByRole('dialog', { name: 'Coller un programme' }).waitFor({ state: 'detached' })
    await unfold(page)
    await page.locator('.agenda-item').first().waitFor()
    expect(await page.locator('.agenda-item').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Débat commun')]),
    )
    expect(await page.locator('.agenda-item').allInnerTexts()).not.toContainEqual(expect.stringContaining('Pause'))
    await page.screenshot({ path: resolve(SHOTS, `paste-agenda-${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})
