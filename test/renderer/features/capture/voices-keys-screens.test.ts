import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, openHarness } from '../harness/open-harness.ts'
import { note, row, rows, type Step } from './feed-of-page.ts'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness()
})
afterAll(() => harness.close())

describe('who spoke', () => {
  const undo: Step = async (page) => {
    await rows(page).last().focus()
    await page.keyboard.press('Control+Z')
  }
  const unknown = 'Intervenant·e 1 (non identifié·e)'

  it('is a number by one key, and a name everywhere once it is known', async () => {
    const { page } = await harness.open('view=capture')
    await page.keyboard.press('Control+Shift+N')
    await note(page, 'Premier propos')
    await page.keyboard.press('Control+2')
    await note(page, 'Second propos')
    await row(page, 'Premier propos').getByText(unknown).waitFor()
    await page.getByRole('button', { name: `Nommer… ${unknown}` }).click()
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Keita')
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
    for (const text of ['Premier propos', 'Second propos']) await row(page, text).getByText('Keita').waitFor()
    expect(await page.getByText(unknown).count()).toBe(0)
    await page.close()
  })

  it('turns out to be someone of the dock: their notes follow, and one step takes it back', async () => {
    const { page } = await harness.open('view=capture')
    await page.keyboard.press('Control+Shift+N')
    await note(page, 'Premier propos')
    await page.getByRole('button', { name: `C’était… ${unknown}` }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('5')
    await row(page, 'Premier propos').getByText('Mei Tan').waitFor()
    expect(await page.getByText(unknown).count()).toBe(0)
    await undo(page)
    await row(page, 'Premier propos').getByText(unknown).waitFor()
    await page.close()
  })

  it('is given back from a note on with a key and a digit, until another takes the floor', async () => {
    const { page } = await harness.open('view=capture')
    await page.keyboard.press('Alt+1')
    await note(page, 'Premier propos')
    await page.keyboard.press('Control+2')
    await note(page, 'Second propos')
    await page.keyboard.press('Alt+2')
    await note(page, 'Réponse')
    await row(page, 'Premier propos').focus()
    await page.keyboard.press('Control+Shift+S')
    await page.getByRole('dialog', { name: 'Réattribuer 2 notes' }).waitFor()
    await page.keyboard.press('3')
    for (const text of ['Premier propos', 'Second propos']) await row(page, text).getByText('Rosa Quispe').waitFor()
    await row(page, 'Réponse').getByText('Yusuf Demir').waitFor()
    await page.close()
  })

  it('is doubted by a key, on the line and on a row, and said in words', async () => {
    const { page } = await harness.open('view=capture')
    await page.keyboard.press('Control+Shift+D')
    await page.locator('.composer').getByText('Attribution douteuse').waitFor()
    await note(page, 'Un propos')
    await row(page, 'Un propos').getByText('attribution douteuse').waitFor({ state: 'attached' })
    await row(page, 'Un propos').focus()
    await page.keyboard.press('Control+Shift+D')
    await row(page, 'Un propos').getByText('attribution douteuse').waitFor({ state: 'detached' })
    await page.close()
  })
})

describe('a part under another rule', () => {
  const held = (page: Page) => page.locator('.attribution-band[data-held=true]')

  it('is off the record by one key, from now on, until the same key', async () => {
    const { page } = await harness.open('view=capture')
    await page.keyboard.press('Control+Shift+O')
    await held(page).getByText('Rien de ce qui se note maintenant ne sortira.').waitFor()
    await note(page, 'Entre nous')
    await row(page, 'Entre nous').getByText('Hors compte rendu').waitFor()
    await page.keyboard.press('Control+Shift+O')
    await held(page).waitFor({ state: 'detached' })
    await note(page, 'Pour tous')
    expect(await row(page, 'Pour tous').getByText('Hors compte rendu').count()).toBe(0)
    await page.close()
  })

  it('takes in notes from one on, and goes on', async () => {
    const { page } = await harness.open('view=capture')
    for (const text of ['Avant', 'Déjà dit', 'Encore dit']) await note(page, text)
    await row(page, 'Déjà dit').focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Sous une autre règle depuis cette note…' }).click()
    await page.getByRole('dialog').getByText('2 notes').waitFor()
    await page.getByRole('button', { name: 'Tenir cette règle' }).click()
    for (const text of ['Déjà dit', 'Encore dit']) await row(page, text).getByText('Hors compte rendu').waitFor()
    expect(await row(page, 'Avant').getByText('Hors compte rendu').count()).toBe(0)
    await held(page).waitFor()
    await page.close()
  })
})

describe('a note', () => {
  it('is cut at the caret while it is corrected, and joined again by a key', async () => {
    const { page } = await harness.open('view=capture')
    await page.keyboard.press('Alt+1')
    await note(page, 'Une digue ici. Un pont là-bas')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    for (let step = 0; step < 14; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+Shift+Enter')
    await row(page, 'Un pont là-bas').getByText('Amina Diallo').waitFor()
    await row(page, 'Une digue ici.').filter({ hasNotText: 'Un pont' }).waitFor()
    await row(page, 'Un pont là-bas').focus()
    await page.keyboard.press('Control+J')
    await rows(page)
      .filter({ hasText: /Une digue ici\.\s*Un pont là-bas/ })
      .waitFor()
    await page.close()
  })
})

describe('a shared screen', () => {
  it('names nobody in the room’s sight, here or in the second reading, until the same key', async () => {
    const { page } = await harness.open('view=capture')
    const names = ['Amina Diallo', 'Yusuf Demir', 'Mei Tan']
    const seen = async () => {
      const text = await page.locator('.frame').innerText()
      return names.filter((name) => text.includes(name))
    }
    await page.keyboard.press('Alt+1')
    await row(page, 'Sans accès direct').getByText('Amina Diallo').waitFor()
    expect(await seen()).toEqual(names)
    await page.keyboard.press('Control+Shift+M')
    await page.getByText('Noms masqués').first().waitFor()
    expect(await seen()).toEqual([])
    await page.keyboard.type('@')
    await page.getByRole('option').first().waitFor()
    expect(await seen()).toEqual([])
    await page.keyboard.press('Escape')
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Relecture/ })
      .click()
    await page.locator('.review-row').first().waitFor()
    expect(await seen()).toEqual([])
    await page.keyboard.press('Control+Shift+M')
    await page.locator('.review-row').getByText('Amina Diallo').first().waitFor()
    await page.close()
  })
})

describe('an interruption', () => {
  const noted = (page: Page) => rows(page).filter({ hasText: 'Interruption 14 h 56 – 15 h 00' })

  it('is noted by itself when everything stopped during the session, once, and can be taken back', async () => {
    const { page } = await harness.open('view=capture')
    await page.clock.install({ time: new Date('2021-05-07T15:00:10') })
    await page.goto(`${page.url()}&stopped=4`)
    await noted(page).getByText('Procédure').waitFor()
    await page.getByText('Une interruption a été notée').waitFor()
    await page.getByRole('button', { name: 'Annuler' }).click()
    await noted(page).waitFor({ state: 'detached' })
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Relecture/ })
      .click()
    await page.locator('.review-row').first().waitFor()
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Saisie/ })
      .click()
    await rows(page).first().waitFor()
    expect(await noted(page).count()).toBe(0)
    await page.close()
  })
})

describe('the clock of the room', () => {
  it('is set apart from this computer’s, and the times of notes follow', async () => {
    const { page } = await harness.open('view=capture')
    const times = () => page.locator('.feed article time').allInnerTexts()
    const before = await times()
    await page.getByRole('button', { name: 'Régler l’heure de la séance' }).click()
    await page.getByRole('textbox', { name: 'Décalage de la séance, en minutes' }).fill('60')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('décalage +60 min').waitFor()
    const hourLater = (time: string) =>
      `${String((Number(time.slice(0, 2)) + 1) % 24).padStart(2, '0')}${time.slice(2)}`
    expect(await times()).toEqual(before.map(hourLater))
    await page.close()
  })
})
