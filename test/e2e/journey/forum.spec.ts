import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { packTexts, unpackTexts } from '#node/exchange/zip.ts'
import { answerOpenDialog, answerSaveDialog, expect } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { chooseCard, press } from './by-hand.ts'
import { type Profile, type Sitting, notesOf, test, writeSitting } from './profiles.ts'
import { AFRICA, LATIN_AMERICA, SPEAKERS } from './sittings.ts'

const NOTES_EACH = 4

const SECTIONS: readonly Sitting[] = [
  AFRICA,
  {
    region: 'MEW',
    title: 'Consultation de la section MEWA',
    speakers: SPEAKERS,
    notes: [
      'Les conseils de quartier publient leurs comptes chaque trimestre',
      'Les lieux d’entraide ouvrent le soir, après le travail',
      'Sans données publiques, personne ne vérifie ce qui est promis',
      'Une cuisine commune nourrit deux cents familles',
    ],
  },
  LATIN_AMERICA,
].map((sitting) => ({ ...sitting, notes: sitting.notes.slice(0, NOTES_EACH) }))

const [FIRST = '', SECOND = '', THIRD = ''] = AFRICA.notes
const THEIRS = 'La carte des plaintes est affichée devant la mairie chaque lundi'
const OURS = 'La carte des plaintes est affichée au marché chaque lundi, dit la section'
const LATER = 'Une maison de quartier tient le registre des prêts de matériel'

const textsOf = async (page: Page): Promise<readonly unknown[]> => (await notesOf(page)).map(({ f }) => f['text'])

const merged = (page: Page) => page.getByText('Les contributions sont réunies et enregistrées.')

/** Goes to the row of a note in the list of the review. */
async function goToNote(page: Page, text: string): Promise<void> {
  await press(page, /^Relecture/)
  const list = page.getByRole('listbox', { name: 'Notes' })
  await list.focus()
  const row = list.getByRole('option', { name: text }).or(list.getByRole('option').filter({ hasText: text }))
  await page.keyboard.press('Home')
  for (let step = 0; step < 3 * NOTES_EACH; step += 1) {
    if ((await row.first().getAttribute('id')) === (await list.getAttribute('aria-activedescendant'))) return
    await page.keyboard.press('j')
  }
  throw new Error(`No row says: ${text}`)
}

/** Corrects a text in the panel of the review. */
async function correct(page: Page, former: string, text: string): Promise<void> {
  await goToNote(page, former)
  await page.keyboard.press('F2')
  const area = page.getByRole('textbox', { name: 'Texte d’origine' })
  await expect(area).toBeFocused()
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => textsOf(page)).toContain(text)
}

/** Hands over everything to the secretariat. */
async function handOver({ app, page }: Profile, path: string): Promise<void> {
  await answerSaveDialog(app, path)
  await press(page, 'Consolidation')
  await press(page, 'Transmettre…')
  await chooseCard(page, 'Le secrétariat')
  await press(page, 'Préparer le fichier')
  await press(page, 'Enregistrer le fichier…')
  await expect(page.getByRole('dialog')).toContainText(`« ${basename(path)} » contient`)
  await page.keyboard.press('Escape')
}

/** Lets the files in and waits for what they would do. */
async function look({ app, page }: Profile, files: string[], readable: string): Promise<void> {
  await answerOpenDialog(app, files)
  await press(page, 'Choisir des fichiers…')
  await expect(page.getByText(readable)).toBeVisible()
}

/** The same file as a program of next year may write it. */
async function asOfNextYear(path: string, to: string): Promise<void> {
  const parts = { 'manifest.json': 1e6, 'ops.ndjson': 1e8, 'drops.ndjson': 1e6 }
  const read = await unpackTexts(await readFile(path), parts, 'passed over')
  if (!read.ok) throw new Error(read.failure.type)
  const manifest = JSON.parse(read.value['manifest.json'] ?? '') as object
  await writeFile(to, await packTexts({ ...read.value, 'manifest.json': JSON.stringify({ ...manifest, format: 9 }) }))
}

/** The same file after a bad key: one byte in its middle is another. */
async function asDamaged(path: string, to: string): Promise<void> {
  const bytes = await readFile(path)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 0x55
  await writeFile(to, bytes)
}

test('three sections and a secretariat: corrections, a damaged and a newer file, undone, and put together again', async ({
  open,
  userData,
}) => {
  test.setTimeout(420_000)
  const file = (name: string): string => join(userData, `${name}.rapx`)
  const sections = new Map<string, Profile>()
  for (const sitting of SECTIONS) {
    const section = await open(sitting.region)
    await writeSitting(section.page, sitting)
    noMouse(section.page)
    await section.page.reload()
    await section.page.locator('.composer').waitFor()
    await handOver(section, file(`${sitting.region}-1`))
    sections.set(sitting.region, section)
  }
  const of = (region: string): Profile => {
    const section = sections.get(region)
    if (section === undefined) throw new Error(region)
    return section
  }

  const secretariat = await open('secretariat')
  const { page } = secretariat
  noMouse(page)
  await test.step('the secretariat puts the three first files together, and mends a text', async () => {
    await chooseCard(page, 'Français')
    await chooseCard(page, 'Secrétariat')
    await page.getByRole('radio', { name: /^Série de consultations/ }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.composer').waitFor()
    await press(page, 'Consolidation')
    await look(secretariat, [file('AFR-1'), file('MEW-1'), file('LAT-1')], '3 sur 3 lisibles')
    await press(page, 'Réunir les contributions')
    await expect(merged(page)).toBeVisible()
    expect(await textsOf(page)).toHaveLength(3 * NOTES_EACH)
    await press(page, 'Réunir d’autres fichiers')
    await correct(page, FIRST, OURS)
  })

  await test.step('the sections correct what they sent, and send again', async () => {
    const afrique = of('AFR')
    await correct(afrique.page, FIRST, THEIRS)
    await correct(afrique.page, THIRD, `${THIRD}, dit le maire`)
    await goToNote(afrique.page, SECOND)
    await afrique.page.keyboard.press('Delete')
    await expect.poll(() => textsOf(afrique.page)).not.toContain(SECOND)
    await handOver(afrique, file('AFR-2'))
    const mewa = of('MEW')
    await press(mewa.page, 'Saisie')
    await mewa.page.getByRole('textbox', { name: 'Nouvelle note' }).focus()
    await mewa.page.keyboard.type(LATER)
    await mewa.page.keyboard.press('Enter')
    await expect.poll(() => textsOf(mewa.page)).toContain(LATER)
    await handOver(mewa, file('MEW-2'))
    await asDamaged(file('MEW-2'), file('MEW-2-clé'))
    await handOver(of('LAT'), file('LAT-2'))
    await asOfNextYear(file('LAT-2'), file('LAT-2-2027'))
  })

  await test.step('one file is damaged, one of a newer version: the third alone is put in', async () => {
    await press(page, 'Consolidation')
    await look(secretariat, [file('MEW-2-clé'), file('AFR-2'), file('LAT-2-2027')], '1 sur 3 lisible')
    const files = page.getByRole('table', { name: 'Fichiers déposés' })
    await expect(files.getByRole('row').filter({ hasText: 'MEW-2-clé' })).toContainText('abîmé')
    await expect(files.getByRole('row').filter({ hasText: 'LAT-2-2027' })).toContainText(
      'Le fichier vient d’une version plus récente de Rapporteur (format 9',
    )
    const versions = page.getByRole('table', { name: 'Les versions, champ par champ' })
    await expect(versions).toContainText('dit la section')
    await expect(versions).toContainText('devant la mairie')
    await press(page, 'Réunir les contributions')
    await expect(merged(page)).toBeVisible()
    const texts = await textsOf(page)
    expect(texts).toHaveLength(3 * NOTES_EACH - 1)
    expect(texts).toContain(`${THIRD}, dit le maire`)
    expect(texts).not.toContain(SECOND)
    expect(texts).not.toContain(LATER)
  })

  await test.step('taken back, everything is as the secretariat had it', async () => {
    await press(page, 'Retirer cette réunion')
    await expect(page.getByRole('button', { name: 'Retirer la réunion' })).toBeEnabled()
    await press(page, 'Retirer la réunion')
    await expect(page.getByText('Cette réunion est retirée : vos notes sont comme avant.')).toBeVisible()
    const texts = await textsOf(page)
    expect(texts).toHaveLength(3 * NOTES_EACH)
    expect(texts).toEqual(expect.arrayContaining([OURS, SECOND, THIRD]))
  })

  await test.step('the whole files come: put together a second time, and the two versions settled', async () => {
    await press(page, 'Réunir d’autres fichiers')
    await look(secretariat, [file('MEW-2'), file('LAT-2'), file('AFR-2')], '3 sur 3 lisibles')
    const versions = page.getByRole('table', { name: 'Les versions, champ par champ' })
    await expect(versions).toContainText('devant la mairie')
    await page.keyboard.press('Alt+KeyD')
    await expect(versions.locator('[data-chosen=true]')).toContainText('devant la mairie')
    await press(page, 'Réunir les contributions')
    await expect(merged(page)).toBeVisible()
    const said = SECTIONS.flatMap(({ notes }) => notes).filter((text) => ![FIRST, SECOND, THIRD].includes(text))
    const now = [...said, THEIRS, `${THIRD}, dit le maire`, LATER]
    expect((await textsOf(page)).toSorted()).toEqual(now.toSorted())
  })

  await test.step('the same files once more bring nothing', async () => {
    await press(page, 'Réunir d’autres fichiers')
    await look(secretariat, [file('MEW-2'), file('LAT-2'), file('AFR-2')], '3 sur 3 lisibles')
    await expect(
      page.getByRole('table', { name: 'Fichiers déposés' }).getByText('Déjà réuni : rien à faire'),
    ).toHaveCount(3)
    await expect(page.getByRole('button', { name: 'Réunir les contributions' })).toBeDisabled()
  })
})
