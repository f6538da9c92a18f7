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

const INBOXES = [
  [/À départager/, 'Attribution à accepter'],
  [/Gardés/, 'Retirés d’un côté, corrigés de l’autre'],
] as const

describe.each(Object.keys(LOOKS) as Look[])('consolidation in %s', (look) => {
  it('breaks no accessibility rule from the files to the end', SLOW, async () => {
    const { page, complaints } = await site.open('view=merge', look)
    expect(await violationsIn(page)).toEqual([])
    await choose(page)
    expect(await violationsIn(page)).toEqual([])
    await page.keyboard.press('Alt+e')
    await page.getByRole('textbox', { name: /troisième version/ }).waitFor()
    expect(await violationsIn(page)).toEqual([])
    await press(page, 'Réunir les contributions')
    await page.getByText('Les contributions sont réunies').waitFor()
    expect(await violationsIn(page)).toEqual([])
    for (const [inbox, shown] of INBOXES) {
      await page.getByRole('tab', { name: inbox }).click()
      await page.getByText(shown).first().waitFor()
      expect(await violationsIn(page)).toEqual([])
    }
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

  it('shows what both versions come from, and what each one file changes', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await choose(page)
    await page.getByText(/Point de départ commun/).waitFor()
    expect(await page.locator('.conflict-card del').count()).toBeGreaterThan(0)
    await press(page, /^MEWA, 19 mai/)
    await page.getByRole('button', { name: 'Tous les fichiers' }).waitFor()
    expect(await page.locator('.merge-file[aria-pressed=true]').count()).toBe(1)
    await page.close()
  })

  it(
    'writes a third version with the keyboard, and answers for the cases that are left, told how many',
    SLOW,
    async () => {
      const { page } = await site.open('view=merge')
      await choose(page)
      await page.keyboard.press('Alt+e')
      await page.keyboard.type('Une troisième. ')
      await page.getByText('2 éléments resteront à départager').waitFor()
      await press(page, 'Cas restants…')
      await page.getByRole('menuitem', { name: /^Prendre le fichier \(2\)/ }).press('Enter')
      await page.getByText(/2 cas encore ouverts reçoivent cette réponse/).waitFor()
      await page.getByRole('button', { name: 'Répondre pour 2 cas' }).press('Enter')
      await page.getByText(/rester(?:a|ont) à départager/).waitFor({ state: 'hidden' })
      await press(page, 'Réunir les contributions')
      await page.getByRole('tab', { name: 'À départager 1' }).click()
      await page.getByText('Rien à départager').waitFor()
      await page.close()
    },
  )

  it('joins a theme that looks like one here, or keeps both', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await choose(page)
    const question = page.locator('.equivalent')
    await question.getByText('même thème').waitFor()
    expect(await question.textContent()).toMatch(/MEWA.*8 notes suivraient/)
    const join = question.getByRole('button', { name: /^Rattacher/ })
    await join.press('Enter')
    expect(await join.getAttribute('aria-pressed')).toBe('true')
    await question.getByRole('button', { name: /^Garder les deux/ }).press('Enter')
    expect(await join.getAttribute('aria-pressed')).toBe('false')
    await page.close()
  })

  it('settles what stands after the files are in: versions, kept edits, a consent', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await choose(page)
    await press(page, 'Réunir les contributions')
    await page.getByRole('tab', { name: /À départager/ }).click()
    await press(page, 'Accepter l’accord')
    await page.getByText('Accord accepté : la règle est desserrée.').waitFor()
    await page.getByRole('columnheader', { name: /^Ici/ }).waitFor()
    await page.keyboard.press('Alt+g')
    await press(page, /^Enregistrer 1 choix/)
    await page.getByText('1 choix enregistré').waitFor()
    await page.getByRole('tab', { name: /Gardés 1/ }).click()
    await press(page, /^Garder : /)
    await page.getByText('Rien à revoir').waitFor()
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
    await press(page, 'Retirer la réunion')
    await page.getByText('Cette réunion est retirée').waitFor()
    await press(page, 'Remettre cette réunion')
    await press(page, 'Remettre la réunion')
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
