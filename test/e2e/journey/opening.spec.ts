import { readdir, symlink, mkdir, copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '../fixtures.ts'
import { firstRun, press, taken, typeNotes } from './by-hand.ts'
import { composer, damage, onlyConsultation, told } from './by-store.ts'
import { test } from './profiles.ts'
import { FIRST_AXIS } from './sittings.ts'

const NOTES = FIRST_AXIS.slice(0, 5).map((note) => ({ ...note, speaker: 0 }))

test('a damaged version is told in plain words, and everything is there', async ({ open, userData }) => {
  test.setTimeout(180_000)
  const first = await open('rapporteur')
  await firstRun(first.page)
  await typeNotes(first.page, 1, NOTES)
  await expect.poll(() => taken(first.page)).toBe(5)
  await first.app.close()
  // A version is made when the program closes or opens.
  const again = await open('rapporteur')
  await composer(again.page).waitFor()
  const folder = join(userData, 'rapporteur')
  const copies = join(folder, 'copies', await onlyConsultation(folder))
  const versions = async () =>
    (await readdir(copies).catch(() => [])).filter((name) => name.startsWith('snapshot-')).toSorted()
  await expect.poll(async () => (await versions()).length).toBeGreaterThan(0)
  await again.app.close()
  for (const version of await versions()) await damage(join(copies, version))

  const { page } = await open('rapporteur')
  await composer(page).waitFor()
  const panel = page.getByRole('region', { name: 'Ce que l’ouverture a trouvé' })
  await expect(panel).toContainText('Rien de ce qui était enregistré n’est perdu.')
  await expect(panel).toContainText('Une version gardée était illisible')
  expect(await taken(page)).toBe(5)
})

test('a second program on the same notes reads them, says who has them, and writes once they are free', async ({
  open,
  userData,
}) => {
  test.setTimeout(180_000)
  const first = await open('rapporteur')
  await firstRun(first.page)
  await typeNotes(first.page, 1, NOTES.slice(0, 2))
  await expect.poll(() => taken(first.page)).toBe(2)

  const [here, there] = [join(userData, 'rapporteur'), join(userData, 'autre')]
  await mkdir(there)
  for (const folder of ['consultations', 'copies']) await symlink(join(here, folder), join(there, folder))
  await copyFile(join(here, 'settings.json'), join(there, 'settings.json'))
  const { page } = await open('autre')
  await composer(page).waitFor()
  const band = page.getByRole('region', { name: 'Lecture seule' })
  await expect(band).toContainText(/Tout est là et se lit\..*dans une autre fenêtre de ce poste, depuis \d{2}:\d{2}\./u)
  expect(await told(page)).toBe('read-only')
  expect(await taken(page)).toBe(2)
  await expect(composer(page)).toHaveAttribute('readonly', '')
  await expect(composer(page)).toHaveAttribute('placeholder', /Lecture seule/u)
  await press(page, 'Réessayer')
  await expect(page.getByText('Toujours en lecture seule')).toBeVisible()

  await first.app.close()
  await press(page, 'Réessayer')
  await expect(band).toHaveCount(0)
  await composer(page).focus()
  await page.keyboard.type('Écrite par le second')
  await page.keyboard.press('Enter')
  await expect.poll(() => taken(page)).toBe(3)
})

test('a second start on the same data folder shows the first window, and no other', async ({ open, userData }) => {
  const first = await open('rapporteur')
  await first.page.getByRole('radio').first().waitFor()
  const focused = first.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((resolve) => BrowserWindow.getAllWindows()[0]?.once('focus', () => resolve(true))),
  )
  await expect(open('rapporteur')).rejects.toThrow()
  expect(await focused).toBe(true)
  expect(await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(userData).not.toBe('')
})
