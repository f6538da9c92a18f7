import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, chooseMenu, expect } from '../fixtures.ts'
import { ask, capture, notesOf, openFile, type Profile, sendFile, test } from '../journey/profiles.ts'
import { laySideBySide, pagesOf } from './page-images.ts'

const FOLDER = resolve('docs/screenshots')
const SCREEN = { width: 1366, height: 768 }
/** The same screen at 200 %. */
const ENLARGED = { width: 683, height: 384 }
/** Soon after the last sitting of the sample: what the clock on the wall shows. */
const NOW = new Date('2021-05-17T15:52:00')

/** Cover, summary, participation, and what was said on the first axis. */
const PAGES_SHOWN = [1, 4, 5, 6]

const picture = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

const go = async (app: ElectronApplication, page: Page, screen: string, title: RegExp): Promise<void> => {
  await chooseMenu(app, `go.${screen}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** As many pixels of the window as of the page, so that the status bar says 100 %. */
async function placeWindow(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'window.json'), JSON.stringify({ x: 0, y: 0, ...SCREEN, maximized: false }))
}

async function captureScreens(page: Page): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Nouvelle note' })
  await field.focus()
  await page.keyboard.press('Alt+Digit2')
  await page.keyboard.type(
    'À Ndiarème, le budget participatif se vote sous l’arbre, puis en ligne #budget_participatif ',
  )
  await page.keyboard.press('F8')
  await picture(page, 'saisie')
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, 'saisie-sombre')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  await picture(page, 'saisie-rtl')
  await page.evaluate(() => (document.documentElement.dir = 'ltr'))
  await page.setViewportSize(ENLARGED)
  await picture(page, 'saisie-200')
  await page.setViewportSize(SCREEN)
  await page.keyboard.press('Control+Shift+O')
  await page.locator('.attribution-band[data-held=true]').waitFor()
  await picture(page, 'hors-compte-rendu')
  await page.keyboard.press('Control+Shift+O')
  await page.locator('.attribution-band[data-held=false]').waitFor()
  await field.fill('')
}

/** What is open when a session is closed, then its notes one by one, gravest doubt first. */
async function closingScreens(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+L')
  await page.locator('.closing-lines').waitFor()
  await picture(page, 'cloture')
  await page.keyboard.press('s')
  await page.locator('.closing-note').waitFor()
  await picture(page, 'seconde-lecture')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('.composer').waitFor()
}

/** Someone else with the same sample, who took two notes and corrected one that is corrected here too: two files. */
async function contradict(here: Profile, there: Profile, folder: string): Promise<string[]> {
  const [start, first, second] = ['exemple', 'LATAM-2021-05-07-v1', 'LATAM-2021-05-07-v2'].map((name) =>
    join(folder, `${name}.rapx`),
  ) as [string, string, string]
  await sendFile(here, start, true)
  await ask(there.page, 'settings.save', { language: 'fr', role: 'section' })
  await openFile(there, start)
  const notes = await notesOf(there.page)
  const disputed = notes.find(({ f }) => String(f['text']).startsWith('Réserver au moins 5'))
  const session = String(disputed?.f['session'])
  const axis = String(disputed?.f['axis'])
  await capture(there.page, { text: TAKEN_THERE[0], session, axis, speaker: null, at: NOW.getTime() })
  await capture(here.page, { text: TAKEN_HERE, session, axis, speaker: null, at: NOW.getTime() })
  await sendFile(there, first, true)
  await capture(there.page, { text: TAKEN_THERE[1], session, axis, speaker: null, at: NOW.getTime() })
  const text = String(disputed?.f['text'])
  await correct(there.page, disputed?.id, text.replace(/5\s%/, '10\u202F%'))
  await sendFile(there, second, true)
  await correct(here.page, disputed?.id, text.replace('Réserver au moins', 'Réserver chaque année'))
  return [first, second]
}

const TAKEN_THERE = [
  'Los presupuestos de barrio se leen en quechua y en castellano',
  'La cuadrilla de vecinos revisa la obra antes de pagarla',
] as const

/** The same intervention, heard from another chair. */
const TAKEN_HERE = 'Los presupuestos de cada barrio se leen en quechua y también en castellano'

const correct = (page: Page, note: string | undefined, text: string): Promise<unknown> =>
  ask(page, 'edit.apply', {
    type: 'notes.edit',
    notes: [note],
    set: { text },
    addThemes: [],
    newThemes: [],
    removeThemes: [],
  })

/** What the files changed, filed as a report; two notes of one intervention; what would leave for the secretariat. */
async function mergeScreens(app: ElectronApplication, page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Réunir les contributions' }).click()
  await page.getByRole('button', { name: 'Rapport de consolidation' }).click()
  await page.getByRole('dialog').getByRole('table').first().waitFor()
  await picture(page, 'rapport-de-consolidation')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Proches/ }).click()
  await page
    .getByRole('button', { name: /Même intervention/ })
    .first()
    .waitFor()
  await picture(page, 'proches')
  await page.getByRole('button', { name: 'Transmettre…' }).click()
  await page
    .getByRole('dialog')
    .getByText(/notes sortiront/)
    .first()
    .waitFor()
  await picture(page, 'transmettre')
  await page.keyboard.press('Escape')
  await chooseMenu(app, 'person.remove')
  await page.getByRole('dialog', { name: 'Retirer une personne' }).waitFor()
  await page.keyboard.type('Awa')
  await page.getByRole('option', { name: 'Awa Diop' }).click()
  await page.getByRole('heading', { name: 'Ce qui est retiré' }).waitFor()
  await picture(page, 'retirer')
  await page.keyboard.press('Escape')
}

/** States to go back to, after a named one and a change of many notes; then the backup. */
async function safetyScreens(app: ElectronApplication, page: Page): Promise<void> {
  await ask(page, 'versions.name', { label: 'Avant la relecture de mai' })
  const notes = (await notesOf(page)).slice(0, 14).map(({ id }) => id)
  const change = { set: { scope: 'trend' }, addThemes: [], newThemes: [], removeThemes: [] }
  await ask(page, 'edit.apply', { type: 'notes.edit', notes, ...change })
  await chooseMenu(app, 'versions.open')
  await page.getByRole('dialog').getByRole('button', { name: 'Revenir à cet état' }).waitFor()
  await picture(page, 'versions')
  await page.keyboard.press('Escape')
  await chooseMenu(app, 'backup.make')
  await page.getByRole('dialog', { name: 'Sauvegarder tout le processus' }).waitFor()
  await picture(page, 'sauvegarde')
  await page.keyboard.press('Escape')
}

test('the pictures of the documentation', async ({ userData, open }) => {
  await mkdir(FOLDER, { recursive: true })
  await placeWindow(join(userData, 'secretariat'))
  const here = await open('secretariat')
  const { app, page } = here
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.clock.setFixedTime(NOW)
  await ask(page, 'settings.save', { language: 'fr', role: 'secretariat' })
  await page.reload()
  await page.getByRole('button', { name: 'Explorer l’exemple' }).waitFor()
  await picture(page, 'accueil')
  await page.getByRole('button', { name: 'Explorer l’exemple' }).click()
  await page.locator('.composer').waitFor()
  await captureScreens(page)
  await closingScreens(page)

  await go(app, page, 'review', /Relecture/)
  await page.getByRole('listbox', { name: 'Notes' }).focus()
  for (const key of ['j', 'j', 'x', 'j', 'x']) await page.keyboard.press(key)
  await expect(page.getByText('Lecture des données…')).toHaveCount(0)
  await picture(page, 'relecture')
  await page.getByRole('tab', { name: 'Tendances' }).click()
  await page.locator('.board-card').first().waitFor()
  await picture(page, 'tendances')

  const there = await open('LATAM')
  await answerOpenDialog(app, await contradict(here, there, userData))
  await there.app.close()
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await go(app, page, 'merge', /Consolidation/)
  await page.getByRole('button', { name: 'Choisir des fichiers…' }).click()
  await page.getByRole('table', { name: 'Les versions, champ par champ' }).waitFor()
  await page.locator('.conflict-card th small').last().filter({ hasText: /./ }).waitFor()
  await page.keyboard.press('Alt+KeyD')
  await picture(page, 'consolidation')
  await mergeScreens(app, page)

  await go(app, page, 'report', /Rapport/)
  await page.locator('.paper').first().waitFor()
  await picture(page, 'rapport')
  await go(app, page, 'dashboard', /Tableau de bord/)
  await picture(page, 'tableau-de-bord')

  await safetyScreens(app, page)

  const report = join(userData, 'synthese.docx')
  await answerSaveDialog(app, report)
  await ask(page, 'report.write', { type: 'global', lang: 'fr', job: 'pictures' })
  await laySideBySide(page, await pagesOf(report, userData, PAGES_SHOWN), join(FOLDER, 'synthese-word.png'))
})
