import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { openSamplePage, type SamplePage } from '../review/open-page.ts'

const SLOW = { timeout: 120_000 }

let site: SamplePage

beforeAll(async () => {
  site = await openSamplePage('merge')
}, 240_000)

afterAll(() => site.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

async function choose(page: Page) {
  await press(page, 'Choisir des fichiers…')
  await page.locator('.conflict-card').waitFor()
}

describe.each(Object.keys(LOOKS) as Look[])('consolidation in %s', (look) => {
  it('breaks no accessibility rule from the files to the end', SLOW, async () => {
    const { page, complaints } = await site.open('view=merge', look)
    expect(await violationsIn(page)).toEqual([])
    await choose(page)
    expect(await violationsIn(page)).toEqual([])
    await press(page, 'Réunir les contributions')
    await page.getByText('Les contributions sont réunies').waitFor()
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([
    ['Journal', /Retirer cette réunion/],
    ['Transmettre…', /290 notes sortiront/],
  ])('breaks no accessibility rule behind « %s »', SLOW, async (name, shown) => {
    const { page } = await site.open('view=merge', look)
    await press(page, name)
    await page.getByText(shown).first().waitFor()
    expect(await violationsIn(page)).toEqual([])
    await page.close()
  })
})

describe('putting contributions together', () => {
  it('tells each file apart: whole, in part, already here, refused with its remedy, one missing', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await choose(page)
    const table = page.getByRole('table', { name: 'Fichiers déposés' })
    for (const words of [
      'fait suite à v2',
      '2 éléments illisibles écartés',
      'Déjà réuni',
      's’arrête avant sa fin',
      'Jamais reçu dans cette série : v2',
    ])
      expect(await table.getByText(words).count()).toBe(1)
    await page.close()
  })

  it('settles with the keyboard and counts what is left', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await choose(page)
    await page.getByText('3 éléments resteront à départager').waitFor()
    await page.keyboard.press('Alt+g')
    await page.getByText('2 éléments resteront à départager').waitFor()
    await press(page, 'Cas suivant')
    await page.keyboard.press('Alt+d')
    await page.getByText('1 élément restera à départager').waitFor()
    await page.keyboard.press('Alt+2')
    await page.getByText('2 éléments resteront à départager').waitFor()
    await page.close()
  })

  it('shows that it is reading, and offers to stop', SLOW, async () => {
    const { page } = await site.open('view=merge&slow=20000')
    await press(page, 'Choisir des fichiers…')
    await page.getByText('Lecture de 5 fichiers').waitFor()
    expect(await page.getByRole('button', { name: 'Annuler' }).count()).toBe(1)
    await page.close()
  })

  it('is withdrawn from the last screen, and put back', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await choose(page)
    await press(page, 'Réunir les contributions')
    await press(page, 'Retirer cette réunion')
    await page.getByText('Cette réunion est retirée').waitFor()
    await press(page, 'Remettre cette réunion')
    await page.getByText('Les contributions sont réunies').waitFor()
    await page.close()
  })
})

describe('a table', () => {
  it('is mapped, its refused lines named, and taken', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await press(page, 'Verser un tableau…')
    await press(page, 'Choisir un tableau…')
    await page.getByText('214 lignes lues.').waitFor()
    expect(await page.getByLabel('Axe').first().inputValue()).toBe('Thème')
    expect(await page.getByText(/Ligne 97, colonne/).count()).toBe(1)
    expect(await violationsIn(page)).toEqual([])
    await press(page, 'Prendre 211 notes')
    await page.getByText('211 notes ajoutées.').waitFor()
    await page.close()
  })
})
