import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
let harness: Harness

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
})
afterAll(() => harness.close())

const open = (file = 'seance.vtt', look: Look = 'light') => harness.open(`view=capture&file=${file}`, look)
const shoot = (page: Page, name: string) => page.screenshot({ path: resolve(SHOTS, `sources-${name}.png`) })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function press(page: Page, name: string | RegExp): Promise<void> {
  await button(page, name).first().focus()
  await page.keyboard.press('Enter')
}

/** Where there is no room, the section is in a column that is folded away. */
async function unfold(page: Page): Promise<void> {
  const folded = page.getByRole('complementary', { name: 'À la parole' }).locator('.rail-button')
  if ((await folded.count()) > 0) await folded.press('Enter')
}

/** By the keyboard alone: the section of the capture screen, the choice of a file, its session. */
async function preview(page: Page): Promise<void> {
  await unfold(page)
  await press(page, 'Ajouter une source…')
  await press(page, 'Choisir un fichier…')
  await page.getByText('Premières lignes').waitFor()
}

async function add(page: Page): Promise<void> {
  await preview(page)
  await press(page, 'Ajouter à la séance')
  await page.getByRole('dialog', { name: 'Ajouter une source' }).waitFor({ state: 'detached' })
}

async function read(page: Page, kind: RegExp = /^Transcription/): Promise<void> {
  await unfold(page)
  await press(page, kind)
  const list = page.getByRole('listbox', { name: 'Contenu de la source' })
  await list.waitFor()
  await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true)
}

const current = (page: Page) => page.locator('.source-rows [aria-selected="true"]')

describe('a source, by the keyboard alone', () => {
  it.each(['light', 'dark', 'rtl', 'zoom-200'] as const)('is looked at, added and read in %s', async (look) => {
    const { page, complaints } = await open('seance.vtt', look)
    await preview(page)
    await expect.poll(() => page.getByText('1 500 répliques').count()).toBe(1)
    expect(await violationsIn(page)).toEqual([])
    await shoot(page, `preview.${look}`)
    await press(page, 'Ajouter à la séance')
    await page.getByRole('dialog', { name: 'Ajouter une source' }).waitFor({ state: 'detached' })
    await read(page)
    await page.waitForTimeout(300)
    expect(await violationsIn(page)).toEqual([])
    await shoot(page, `reader.${look}`)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is walked through, looked through, and only what is in view is drawn', async () => {
    const { page } = await open()
    await add(page)
    await read(page)
    const list = page.getByRole('listbox', { name: 'Contenu de la source' })
    await list.focus()
    await page.keyboard.press('End')
    await expect.poll(() => current(page).textContent()).toContain('Belediyeler')
    expect(await page.locator('.source-rows > *').count()).toBeLessThan(60)
    await page.getByRole('searchbox', { name: 'Chercher dans la source' }).fill('METE')
    await expect.poll(() => page.getByText('Aucun passage trouvé').count()).toBe(1)
    await page.getByRole('searchbox', { name: 'Chercher dans la source' }).fill('ETES')
    await expect.poll(() => page.getByText('300 passages trouvés').count()).toBe(1)
    await expect.poll(() => current(page).locator('mark').textContent()).toBe('étés')
    const before = await current(page).getAttribute('data-index')
    await page.keyboard.press('Enter')
    await expect.poll(async () => Number(await current(page).getAttribute('data-index'))).toBe(Number(before) + 5)
    await page.close()
  })

  it('goes to the time of a note, once it is known when it began', async () => {
    const { page } = await open()
    await add(page)
    await read(page)
    await page.getByLabel('La source commence à').fill('00:00')
    const choice = page
      .getByRole('combobox', { name: 'Aller à l’heure d’une note' })
      .or(page.getByLabel('Aller à l’heure d’une note'))
    await choice.first().click()
    await page
      .getByRole('option', { name: /communes littorales/ })
      .first()
      .click()
    await expect.poll(async () => Number(await current(page).getAttribute('data-index'))).toBeGreaterThan(0)
    await page.close()
  })

  it('is taken off again, and brought back by undoing', async () => {
    const { page } = await open()
    await add(page)
    await read(page)
    await press(page, 'Retirer de la séance')
    await expect.poll(() => page.getByText('Aucune source.').count()).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(() => button(page, /^Transcription/).count()).toBe(1)
    await page.close()
  })
})

describe('other sources', () => {
  it.each([
    ['sondage.csv', /^Sondage/],
    ['presence.csv', /^Relevé de présence/],
    ['discussion.txt', /^Discussion écrite/],
  ] as const)('%s is read as what it is', async (file, kind) => {
    const { page, complaints } = await open(file)
    await add(page)
    await read(page, kind)
    expect(await violationsIn(page)).toEqual([])
    await shoot(page, file)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('that is none says why, and adds nothing', async () => {
    const { page } = await open('photo.png')
    await press(page, 'Ajouter une source…')
    await press(page, 'Choisir un fichier…')
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.textContent()).toContain('est une image.')
    expect(await button(page, 'Ajouter à la séance').isDisabled()).toBe(true)
    expect(await violationsIn(page)).toEqual([])
    await page.close()
  })
})
