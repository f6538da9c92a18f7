import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { openSamplePage, type SamplePage } from '../review/open-page.ts'

const SLOW = { timeout: 120_000 }

let site: SamplePage

beforeAll(async () => {
  site = await openSamplePage('arrivals')
}, 240_000)

afterAll(() => site.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

async function merge(page: Page) {
  await press(page, 'Choisir un dossier…')
  await page.locator('.conflict-card').waitFor()
  await press(page, 'Réunir les contributions')
  await page.getByText('Les contributions sont réunies').waitFor()
}

describe.each(Object.keys(LOOKS) as Look[])('what arrives and what was put in, in %s', (look) => {
  it('breaks no accessibility rule: folder, look before a withdrawal, report, journal', SLOW, async () => {
    const { page, complaints } = await site.open('view=merge&inbox=new', look)
    await page.getByText('3 nouveaux fichiers dans la boîte').waitFor()
    expect(await violationsIn(page)).toEqual([])
    await merge(page)
    await press(page, 'Retirer cette réunion')
    await page.getByText('Déjà sortis avec ce qui partirait').waitFor()
    expect(await violationsIn(page)).toEqual([])
    await press(page, 'Ne rien changer')
    await press(page, 'Rapport de consolidation')
    await page.getByRole('heading', { name: 'Refusés, et pourquoi' }).waitFor()
    expect(await violationsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await press(page, 'Journal')
    await page.getByText('Ce qui est entré et ce qui est sorti').waitFor()
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('a watched folder', () => {
  it('is chosen, announces its files, and lets them be seen without putting them in', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await press(page, 'Surveiller un dossier…')
    await page.getByText('Dossier surveillé : Boîte CGLU').waitFor()
    await page.getByText('1 fichier est encore en train d’arriver').waitFor()
    await press(page, 'Les voir')
    await page.locator('.conflict-card').waitFor()
    expect(await page.getByText('nouveaux fichiers dans la boîte').count()).toBe(0)
    expect(await page.getByText('Les contributions sont réunies').count()).toBe(0)
    await page.close()
  })

  it('that has gone is said calmly, and can be given up', SLOW, async () => {
    const { page } = await site.open('view=merge&inbox=gone')
    await page.getByText('Introuvable pour l’instant').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await press(page, 'Ne plus le surveiller')
    await page.getByText('Un dossier partagé, une clé').waitFor()
    await page.close()
  })

  it('tells what a folder did not give', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await press(page, 'Choisir un dossier…')
    await page.getByText('« Ancien » ne contient aucun fichier').waitFor()
    await press(page, 'Fermer ce message')
    expect(await page.getByText('« Ancien »').count()).toBe(0)
    await page.close()
  })
})

describe('the journal, with the keyboard alone', () => {
  it('shows what came in and what went out, looks before it withdraws, and comes back', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await page.getByRole('button', { name: 'Journal' }).press('Enter')
    await page.getByText('sections-4axes-2021-05-18').waitFor()
    expect(await page.locator('.journal-entry').count()).toBe(3)
    await page.getByRole('radio', { name: 'Envoi' }).press('Space')
    expect(await page.locator('.journal-entry').count()).toBe(1)
    await page.getByRole('radio', { name: 'Tout' }).press('Space')
    await page.getByRole('button', { name: /^Retirer cette réunion/ }).press('Enter')
    await page.getByText('93').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Retirer cette réunion/ }).press('Enter')
    await page.getByRole('button', { name: 'Retirer la réunion' }).press('Enter')
    await page
      .getByRole('button', { name: /^Remettre cette réunion/ })
      .nth(1)
      .waitFor()
    await page.close()
  })

  it('files the report in Word, and says when the disk refuses', SLOW, async () => {
    const { page } = await site.open('view=merge')
    await page.getByRole('button', { name: 'Journal' }).press('Enter')
    await page.getByRole('button', { name: /^Rapport 12 mai/ }).press('Enter')
    await page.getByText('n’en gardait pas le détail').waitFor()
    await page.getByRole('button', { name: 'Enregistrer en Word…' }).press('Enter')
    await page.getByText('Enregistré : rapport-de-consolidation-2021-05-19.docx').waitFor()
    await page.getByRole('button', { name: 'Enregistrer en JSON…' }).press('Enter')
    await page.getByText('Le disque est plein.').waitFor()
    await page.close()
  })
})
