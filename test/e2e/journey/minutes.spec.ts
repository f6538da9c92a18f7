import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import validate from '@ooxml-tools/validate'
import type { Page } from '@playwright/test'
import { violationsIn } from '../../axe.ts'
import { answerSaveDialog, expect, send, test } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { press } from './by-hand.ts'
import { pagesOf } from './pages-of.ts'

/** Down the list of documents, to the one that is looked for. */
async function chooseMinutes(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Document', exact: true }).focus()
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('option', { name: 'Relevé de conclusions' })
  await wanted.waitFor()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    expect(await wanted.getAttribute('data-combobox-selected')).toBe('true')
  }).toPass()
  await page.keyboard.press('Enter')
}

test('the two pages of a session are written by keys alone', async ({ app, page, userData }) => {
  test.setTimeout(120_000)
  await send(page, 'settings.save', { language: 'fr', role: 'rapporteur' })
  await send(page, 'consultation.sample')
  await page.reload()
  await page.locator('.composer').waitFor()
  noMouse(page)
  await press(page, /^Rapport/)
  await page.locator('.paper').first().waitFor()
  await chooseMinutes(page)
  await expect(page.getByRole('heading', { name: 'Points d’accord' })).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await expect(page.getByText('partie vide')).toHaveCount(0)
  const path = join(userData, 'releve.docx')
  await answerSaveDialog(app, path)
  await page.keyboard.press('Control+Shift+E')
  await expect(page.getByText('Écrit : releve.docx')).toBeVisible()
  expect(await validate(new Uint8Array(await readFile(path)), 'docx', 'Microsoft365')).toEqual([])
  expect(pagesOf(path, userData)).toBeLessThanOrEqual(2)
})
