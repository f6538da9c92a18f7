import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerOpenDialog, expect } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { press } from './by-hand.ts'
import { ask, notesOf, test } from './profiles.ts'

/** Lines 4 and 6 cannot be taken: one has no text, the other a section that is none. */
const TABLE = `Contribution;Enjeu;Section;Intervenante;Organisation
L’été, l’eau manque à l’école;Inégalités;Afrique;Awa N’Diaye;Mairie de Ndiarème
Où sont passés les médiateurs ?;Inégalités;LATAM;Inés Muñoz;Municipio de Sacaba
;Inégalités;Afrique;Awa N’Diaye;Mairie de Ndiarème
Le cœur de ville se vide;Inégalités;MEWA;Élif Çelik;Commune de Tazart
Rien à signaler;Inégalités;Atlantide;Nemo;Nautilus
`

/** Windows-1252, as spreadsheets of Western Europe write it: curly apostrophe and œ have a place of their own there. */
const inWindows1252 = (text: string): Buffer =>
  Buffer.from(text.replaceAll('’', '\u0092').replaceAll('œ', '\u009C').replaceAll('\n', '\r\n'), 'latin1')

test('a table from a spreadsheet: columns, lines refused with their reasons, never twice', async ({
  open,
  userData,
}) => {
  test.setTimeout(120_000)
  const path = join(userData, 'contributions.csv')
  await writeFile(path, inWindows1252(TABLE))
  const { app, page } = await open('secretariat')
  noMouse(page)
  await ask(page, 'settings.save', { language: 'fr', role: 'secretariat' })
  await ask(page, 'consultation.create', { template: '001' })
  await page.reload()
  await page.locator('.composer').waitFor()

  const dialog = page.getByRole('dialog')
  const bringIn = async (): Promise<void> => {
    await answerOpenDialog(app, [path])
    await press(page, 'Verser un tableau…')
    await press(page, 'Choisir un tableau…')
    await expect(dialog).toContainText('5 lignes lues.')
  }
  const mapAxis = async (): Promise<void> => {
    await dialog.getByRole('combobox', { name: 'Axe', exact: true }).focus()
    await page.keyboard.type('Enjeu')
    const option = page.getByRole('option', { name: 'Enjeu' })
    await expect(option).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(option).toHaveAttribute('data-combobox-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('3 notes à prendre.')
  }
  await press(page, 'Consolidation')
  await bringIn()
  await expect(dialog.getByRole('table', { name: 'Premières lignes' })).toContainText('Le cœur de ville se vide')
  await expect(dialog.getByRole('combobox', { name: 'Texte', exact: true })).toHaveValue('Contribution')
  await expect(dialog.getByRole('combobox', { name: 'Section', exact: true })).toHaveValue('Section')
  await expect(dialog).toContainText('5 lignes n’ont pas été reprises')
  await expect(dialog).toContainText('Ligne 2 : aucun axe n’est indiqué.')
  await mapAxis()
  await expect(dialog).toContainText('Ligne 4 : le texte est vide alors que d’autres cellules sont remplies.')
  await expect(dialog).toContainText('Ligne 6, colonne « Section » : la section « Atlantide » n’existe pas')
  await press(page, 'Prendre 3 notes')
  await expect(dialog).toContainText('3 notes ajoutées.')
  await expect(dialog).toContainText('2 lignes n’ont pas été reprises')
  const texts = (await notesOf(page)).map(({ f }) => f['text'])
  expect(texts.toSorted()).toEqual([
    'Le cœur de ville se vide',
    'L’été, l’eau manque à l’école',
    'Où sont passés les médiateurs ?',
  ])
  await press(page, 'Fermer')

  await bringIn()
  await mapAxis()
  await press(page, 'Prendre 3 notes')
  await expect(dialog).toContainText('3 y étaient déjà.')
  expect(await notesOf(page)).toHaveLength(3)
})
