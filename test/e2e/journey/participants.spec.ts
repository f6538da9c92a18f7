import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violationsIn } from '../../axe.ts'
import { answerOpenDialog, chooseMenu, expect } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { press } from './by-hand.ts'
import { ask, newId, recordsOf, test } from './profiles.ts'

/** As cells are copied from a spreadsheet. */
const LIST = [
  ['NOM Prénom', 'Organisation', 'Fonction', 'Genre', 'Section', 'Courriel'],
  ['N’DIAYE Awa', 'Mairie de Ndiarème', 'maire', 'F', 'Afrique', 'awa@ndiareme.example'],
  ['ИВАНОВА Ольга', 'Город Рутень', '', 'F', 'Eurasie', ''],
  ['السعيد ليلى', 'بلدية تازارت', '', '?!', 'MEWA', ''],
  ['', 'Mairie de Ndiarème', 'chauffeur', 'M', '', ''],
]
const cells = (sign: string): string => LIST.map((row) => row.join(sign)).join('\n')

const namesOf = async (page: Page, kind: string) =>
  (await recordsOf(page)).filter((record) => record.kind === kind && record.f['into'] === undefined)

test('people of a session from copied cells, then a corrected list: asked, never taken for another', async ({
  open,
  userData,
}) => {
  test.setTimeout(120_000)
  const { app, page } = await open('secretariat')
  noMouse(page)
  await ask(page, 'settings.save', { language: 'fr', role: 'secretariat' })
  await ask(page, 'consultation.create', { template: '001' })
  const session = { label: 'Séance des maires', date: '2021-05-07', scale: 'global', level: 3, state: 'held' }
  await ask(page, 'edit.apply', { type: 'record.save', kind: 'session', record: newId(), set: session })
  await page.reload()
  await page.locator('.composer').waitFor()
  const dialog = page.getByRole('dialog')

  await press(page, 'Depuis un tableau…')
  await dialog.getByLabel('Ou des cellules copiées d’un tableur').focus()
  await page.keyboard.insertText(cells('\t'))
  await expect(dialog).toContainText('3 personnes à ajouter.')
  await expect(dialog.getByRole('combobox', { name: 'Nom complet', exact: true })).toHaveValue('NOM Prénom')
  await expect(dialog.getByRole('table', { name: 'Personnes du tableau' })).toContainText('N’DIAYE')
  await expect(dialog).toContainText('Ligne 4, colonne « Genre »')
  await expect(dialog).toContainText('Ligne 5 : aucun nom n’est écrit.')
  expect(await violationsIn(page)).toEqual([])
  await press(page, 'Prendre 3 personnes')
  await expect(dialog).toContainText('3 personnes ajoutées.')
  await press(page, 'Fermer')
  await expect(page.getByRole('button', { name: /N’DIAYE/ }).first()).toBeVisible()
  expect(await namesOf(page, 'speaker')).toHaveLength(3)

  const path = join(userData, 'participants.csv')
  await writeFile(path, cells(';').replace('maire;', 'maire sortante;'))
  const bringIn = async (): Promise<void> => {
    await answerOpenDialog(app, [path])
    await press(page, 'Verser un tableau…')
    await press(page, 'Choisir un tableau…')
    await expect(dialog.getByRole('radio', { name: /Des participant/ })).toBeChecked()
  }
  await chooseMenu(app, 'go.merge')
  await bringIn()
  await expect(dialog).toContainText('3 personnes à ajouter.')
  await dialog.getByRole('combobox', { name: 'Séance', exact: true }).focus()
  await page.keyboard.type('Séance des maires')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await press(page, /^La même : ligne 2/)
  await expect(dialog).toContainText('2 personnes à ajouter. 1 à modifier ou à placer dans la séance.')
  await dialog.getByRole('radio', { name: 'La même', exact: true }).focus()
  await page.keyboard.press('Space')
  await expect(dialog).toContainText('0 personne à ajouter.')
  expect(await violationsIn(page)).toEqual([])
  await press(page, 'Prendre 1 personne')
  await expect(dialog).toContainText('1 modifiée ou placée dans la séance.')
  await press(page, 'Fermer')
  expect(await namesOf(page, 'person')).toHaveLength(3)
  expect((await namesOf(page, 'speaker')).map(({ f }) => f['function'])).toContain('maire sortante')

  await bringIn()
  await expect(dialog).toContainText('3 déjà là.')
  await press(page, 'Annuler')
  await ask(page, 'edit.undo')
  expect((await namesOf(page, 'speaker')).map(({ f }) => f['function'])).toContain('maire')
})
