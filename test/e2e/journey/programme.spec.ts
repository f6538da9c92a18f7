import type { Page } from '@playwright/test'
import { violationsIn } from '../../axe.ts'
import { expect, send, test } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { press } from './by-hand.ts'
import { newId, recordsOf } from './profiles.ts'

/** As it came by courier: several dashes, several ways to write the hour, a link, people in the titles' own lines. */
const PROGRAMME = `Atelier « Les villes et leurs rives »
10h - Accueil
10h05 – 10h20 : Mot de bienvenue
10h20-10h45 – Première table ronde
10:45 — 11:05 Échanges avec la salle
11h05 à 11h15 Pause
11h15 – 11h50 Seconde table ronde
11h50 – 12h – Conclusions
Lien : https://reunion.example/j/812345678`

const slotsIn = async (page: Page) =>
  (await recordsOf(page)).filter(({ kind }) => kind === 'slot').toSorted((a, b) => (starts(a.f) < starts(b.f) ? -1 : 1))
const starts = (f: Readonly<Record<string, unknown>>): string => String(f['start'])

test('a pasted programme leads the session: its slots are walked by key, corrected, and told of each note', async ({
  page,
}) => {
  await send(page, 'settings.save', { language: 'fr', role: 'rapporteur' })
  await send(page, 'consultation.create', { template: '001' })
  const session = { label: 'Atelier', date: '2021-05-07', scale: 'global', level: 3, state: 'held' }
  await send(page, 'edit.apply', { type: 'record.save', kind: 'session', record: newId(), set: session })
  await page.reload()
  await page.locator('.composer').waitFor()
  noMouse(page)
  const dialog = page.getByRole('dialog')

  await press(page, 'Coller un programme…')
  await dialog.getByLabel('Texte du programme').focus()
  await page.keyboard.insertText(PROGRAMME)
  await expect(dialog).toContainText('De 10:00 à 12:00')
  await expect(dialog).toContainText('https://reunion.example/j/812345678')
  expect((await slotsIn(page)).length).toBe(0)
  expect(await violationsIn(page)).toEqual([])
  await press(page, 'Créer')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('7 créneaux créés.')).toBeVisible()

  await page.getByRole('textbox', { name: 'Nouvelle note' }).focus()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+PageDown')
  await page.keyboard.press('Control+PageUp')
  await expect(page.locator('[aria-current=step]')).toContainText('Mot de bienvenue')
  await page.keyboard.type('Les rives sont à tout le monde')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toHaveCount(1)
  const [, welcome] = await slotsIn(page)
  const noted = (await recordsOf(page)).find(({ kind }) => kind === 'note')
  expect(noted?.f['slot']).toBe(welcome?.id)

  await press(page, 'Mot de bienvenue')
  await dialog.getByLabel('Intitulé').fill('Mot de la présidence')
  await dialog.getByLabel('Fin').fill('09:00')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('La fin précède le début.')
  await dialog.getByLabel('Fin').fill('10:25')
  expect(await violationsIn(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  const [, corrected] = await slotsIn(page)
  expect(corrected?.f).toMatchObject({ label: 'Mot de la présidence', start: '10:05', end: '10:25' })
  expect(corrected?.f['began']).toBeDefined()
})
