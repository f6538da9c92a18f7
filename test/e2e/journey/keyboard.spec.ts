import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import validate from '@ooxml-tools/validate'
import type { Locator, Page } from '@playwright/test'
import { inspectDocx } from '#node/report/inspect-docx.ts'
import { openWordFile, readText } from '#node/report/word-file.ts'
import { answerOpenDialog, answerSaveDialog, expect } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { addSpeakers, chooseCard, firstRun, openSitting, press, taken, typeNotes } from './by-hand.ts'
import { notesOf, type Profile, sendFile, test, writeSitting } from './profiles.ts'
import { AFRICA, FIRST_AXIS, LATIN_AMERICA, SECOND_AXIS, SPEAKERS } from './sittings.ts'

/** Qualifies notes from the list, by the letters of the list alone. */
async function review(page: Page): Promise<void> {
  await press(page, /^Relecture/)
  await page.getByRole('listbox', { name: 'Notes' }).focus()
  for (const key of ['j', 'g', 'j', 'x', 'j', 'x', 'r']) await page.keyboard.press(key)
  await expect(page.locator('.review-row .scope-mark').filter({ hasText: 'Spécificité' })).not.toHaveCount(0)
}

async function sendToSecretariat({ app, page }: Profile, path: string): Promise<void> {
  await answerSaveDialog(app, path)
  await press(page, 'Consolidation')
  await press(page, 'Transmettre…')
  await expect(page.getByRole('dialog')).toContainText('20 notes sortiront')
  await chooseCard(page, 'Le secrétariat')
  await press(page, 'Préparer le fichier')
  await press(page, 'Enregistrer le fichier…')
  await expect(page.getByRole('dialog')).toContainText('contient 20 notes')
  await page.keyboard.press('Escape')
}

/** Figures of a table, row by row, under the name of each row. */
async function figures(table: Locator): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await table.locator('tbody tr').all()
  const read = rows.map(async (row) => {
    const [name = '', ...cells] = await row.locator('th, td').allTextContents()
    return [name, cells.map(Number)] as const
  })
  return new Map(await Promise.all(read))
}

async function putTogether({ app, page }: Profile, files: string[]): Promise<void> {
  await chooseCard(page, 'Français')
  await chooseCard(page, 'Secrétariat')
  await page.getByRole('radio', { name: /^Série de consultations/ }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.composer').waitFor()
  await answerOpenDialog(app, files)
  await press(page, 'Consolidation')
  await press(page, 'Choisir des fichiers…')
  await expect(page.getByText('3 sur 3 lisibles')).toBeVisible()
  const counts = await figures(page.getByRole('table', { name: 'Aperçu de la réunion' }))
  expect(counts.get('Notes')?.[0]).toBe(44)
  for (const [kind, numbers] of counts) {
    const total = numbers.at(-1) ?? 0
    expect(
      numbers.slice(0, -1).reduce((sum, count) => sum + count, 0),
      kind,
    ).toBe(total)
  }
  await press(page, 'Réunir les contributions')
  await expect(page.getByText('Les contributions sont réunies et enregistrées.')).toBeVisible()
}

async function exportReport({ app, page }: Profile, path: string): Promise<void> {
  await answerSaveDialog(app, path)
  await press(page, 'Rapport')
  await page.getByRole('heading', { level: 1, name: 'Rapport' }).waitFor()
  await page.keyboard.press('Control+Shift+E')
  await expect(page.getByText(`Écrit : ${basename(path)}`)).toBeVisible({ timeout: 30_000 })
}

/** What Word would show of a file, paragraph by paragraph. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { file } = await openWordFile(bytes)
  return file.all('w:p').map(readText).join('\n')
}

function pagesOf(docx: string, folder: string): number {
  const profile = `-env:UserInstallation=file://${join(folder, 'soffice')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], { stdio: 'ignore' })
  const told = execFileSync('pdfinfo', [docx.replace(/docx$/, 'pdf')], { encoding: 'utf8' })
  return Number(/^Pages:\s+(\d+)/m.exec(told)?.[1])
}

/** What the twenty lines meant, as the store has them. */
async function expectWhatWasSaid(page: Page): Promise<void> {
  const notes = (await notesOf(page)).map(({ f }) => f)
  const of = (start: string) => notes.find((f) => String(f['text']).startsWith(start))
  expect(of('نحتاج')).toMatchObject({ lang: 'ar' })
  expect(of('Жители')).toMatchObject({ lang: 'ru' })
  expect(of('«Un budget')).toMatchObject({ noteKind: 'quote', quoteState: 'to-review' })
  expect(of('Publier le budget')).toMatchObject({ noteKind: 'recommendation', stance: 'supports' })
  expect(of('Le vote en ligne')).toMatchObject({ stance: 'nuances' })
  expect(of('Les élu·e·s de montagne')).toMatchObject({ scope: 'trend' })
  expect(notes.filter((f) => f['scope'] === 'undecided')).toHaveLength(16)
  expect(new Set(notes.map((f) => f['axis'])).size).toBe(2)
}

test('from a blank computer to the Word report of three sections, without a mouse', async ({ open, userData }) => {
  test.setTimeout(300_000)
  const files = ['mewa', 'afrique', 'latam'].map((name) => join(userData, `${name}.rapx`))
  const [mewa = '', afrique = '', latam = ''] = files

  const own = await open('MEWA')
  noMouse(own.page)
  await test.step('a section takes twenty notes, reviews them and sends them', async () => {
    await firstRun(own.page)
    await openSitting(own.page)
    await addSpeakers(own.page)
    await typeNotes(own.page, 1, FIRST_AXIS)
    await typeNotes(own.page, 2, SECOND_AXIS)
    await expect.poll(() => taken(own.page)).toBe(20)
    await expectWhatWasSaid(own.page)
    await review(own.page)
    await sendToSecretariat(own, mewa)
  })
  await own.app.close()

  for (const [sitting, path] of [
    [AFRICA, afrique],
    [LATIN_AMERICA, latam],
  ] as const) {
    const other = await open(sitting.region)
    await writeSitting(other.page, sitting)
    await sendFile(other, path)
    await other.app.close()
  }

  const secretariat = await open('secretariat')
  noMouse(secretariat.page)
  const report = join(userData, 'synthese.docx')
  await test.step('the secretariat puts three sections together, looks at them and writes the report', async () => {
    await putTogether(secretariat, files)
    await press(secretariat.page, 'Tableau de bord')
    const coverage = secretariat.page.getByRole('grid', { name: /^Couverture/ })
    for (const section of ['Afrique', 'Moyen-Orient et Asie occidentale', 'Amérique latine'])
      await expect(coverage.getByRole('button', { name: `démocratie locale, ${section} : 3` })).toBeVisible()
    await exportReport(secretariat, report)
  })

  await test.step('the file is sound, says what three sections said, and names nobody', async () => {
    const bytes = await readFile(report)
    expect(await inspectDocx(bytes)).toEqual([])
    expect(await validate(new Uint8Array(bytes), 'docx', 'Microsoft365')).toEqual([])
    const words = await wordsOf(bytes)
    for (const { notes } of [AFRICA, LATIN_AMERICA]) expect(words).toContain(notes[0])
    expect(words).toContain('Les conseils de quartier publient leurs comptes chaque trimestre')
    expect(words).toContain('نحتاج إلى مقعد دائم في هيئة الحوض')
    expect(words).toContain('Жители сами измеряют качество воды')
    for (const { name } of [...SPEAKERS, ...AFRICA.speakers, ...LATIN_AMERICA.speakers])
      expect(words).not.toContain(name)
    expect(pagesOf(report, userData)).toBeGreaterThanOrEqual(5)
  })
})
