import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violationsIn } from '../../axe.ts'
import { fillWord } from '../../electron/form/fill-form.ts'
import { answerSaveDialog, chooseMenu, dropFiles, expect } from '../fixtures.ts'
import { press } from './by-hand.ts'
import { ask, notesOf, test } from './profiles.ts'

const SESSION = ['Consultation de la section MEWA', '7 mai 2021', '14:00', 'Tazart', 'MEWA', '3']
const NOTES = [
  ['14:05', 'Élif Çelik', 'maire', 'Commune de Tazart', 'A1', 'besoin', '', '', 'Le cœur de ville se vide', 'centre'],
  ['', 'ليلى حداد', '', 'بلدية النخيل', 'A2', 'constat', '', '', 'المياه شحيحة في الصيف', ''],
  ['', 'Nemo', '', 'Nautilus', 'A9', '', '', '', 'Un axe qui n’est pas', ''],
]

test('a form is asked from the menu, and taken in where it is dropped, with nothing to match', async ({
  open,
  userData,
}) => {
  test.setTimeout(120_000)
  const { app, page } = await open('secretariat')
  await ask(page, 'settings.save', { language: 'fr', role: 'secretariat' })
  await ask(page, 'consultation.create', { template: '001' })
  await page.reload()
  await page.locator('.composer').waitFor()
  const dialog = page.getByRole('dialog')

  await answerSaveDialog(app, join(userData, 'fiche.docx'))
  await chooseMenu(app, 'form.write')
  await expect(dialog).toContainText('Fiche à remplir')
  expect(await violationsIn(page)).toEqual([])
  await press(page, 'Enregistrer la fiche…')
  await expect(dialog).toHaveCount(0)
  const filled = join(userData, 'fiche-remplie.docx')
  await writeFile(
    filled,
    await fillWord(await readFile(join(userData, 'fiche.docx')), { session: SESSION, notes: NOTES }),
  )

  await press(page, 'Consolidation')
  await page.getByText('Déposez', { exact: false }).first().waitFor()
  const bringIn = async (): Promise<void> => {
    await dropFiles(page, [filled])
    await expect(dialog).toContainText('Consultation de la section MEWA')
  }
  await bringIn()
  await expect(dialog).toContainText('2 notes à prendre.')
  await expect(dialog).toContainText(
    'ligne 3 : axe inconnu, « A9 »'.replace(' :', '\u00a0:').replaceAll('« ', '«\u00a0').replace(' »', '\u00a0»'),
  )
  expect(await violationsIn(page)).toEqual([])
  await press(page, 'Prendre 2 notes')
  await expect(dialog).toContainText('2 notes ajoutées.')
  expect((await notesOf(page)).map(({ f }) => f['text']).toSorted()).toEqual([
    'Le cœur de ville se vide',
    'المياه شحيحة في الصيف',
  ])
  await press(page, 'Fermer')

  await bringIn()
  await expect(dialog).toContainText('2 y sont déjà.')
  await expect(dialog.getByRole('button', { name: 'Rien à prendre' })).toBeDisabled()
})
