import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog, expect } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { press } from './by-hand.ts'
import {
  ask,
  capture,
  newId,
  notesOf,
  openFile,
  type Profile,
  recordsOf,
  sendFile,
  test,
  writeSitting,
} from './profiles.ts'
import { AFRICA } from './sittings.ts'

const SITTING = { ...AFRICA, notes: AFRICA.notes.slice(0, 2) }
const [TEXT = ''] = SITTING.notes
const OURS = 'La carte des plaintes est affichée au marché chaque lundi, et lue à la radio'
const THEIRS = 'La carte des plaintes est affichée devant la mairie chaque lundi'

const textsOf = async (page: Page): Promise<unknown[]> => (await notesOf(page)).map(({ f }) => f['text']).toSorted()

async function correct(page: Page, text: string, former = TEXT): Promise<void> {
  const note = (await notesOf(page)).find(({ f }) => f['text'] === former)
  const rest = { addThemes: [], newThemes: [], removeThemes: [] }
  await ask(page, 'edit.apply', { type: 'notes.edit', notes: [note?.id], set: { text }, ...rest })
}

async function addNote(page: Page, text: string): Promise<void> {
  const records = await recordsOf(page)
  const session = records.find(({ kind, f }) => kind === 'session' && f['label'] === SITTING.title)?.id ?? ''
  const axis = records.find(({ kind }) => kind === 'axis')?.id ?? ''
  await capture(page, { text, session, axis, speaker: null, at: Date.UTC(2021, 4, 7, 11) })
}

/** Two people with the same two notes; both then correct the first, and the other one takes a third. */
async function partWays(here: Profile, there: Profile, folder: string): Promise<string> {
  await writeSitting(there.page, SITTING)
  await sendFile(there, join(folder, 'depart.rapx'), true)
  await ask(here.page, 'settings.save', { language: 'fr', role: 'section' })
  await openFile(here, join(folder, 'depart.rapx'))
  await correct(here.page, OURS)
  await correct(there.page, THEIRS)
  await addNote(there.page, 'Il faut une secrétaire de séance')
  await sendFile(there, join(folder, 'retour.rapx'), true)
  return join(folder, 'retour.rapx')
}

async function addTheme(page: Page, label: string): Promise<void> {
  await ask(page, 'edit.apply', { type: 'record.save', kind: 'theme', record: newId(), set: { label } })
}

const themesOf = async (page: Page) => (await recordsOf(page)).filter(({ kind }) => kind === 'theme')

test('one answer settles all that is left, and a theme that is here under other words is joined, by keys alone', async ({
  open,
  userData,
}) => {
  test.setTimeout(180_000)
  const [here, there] = [await open('ici'), await open('ailleurs')]
  const { app, page } = here
  await writeSitting(there.page, SITTING)
  await sendFile(there, join(userData, 'depart.rapx'), true)
  await ask(page, 'settings.save', { language: 'fr', role: 'section' })
  await openFile(here, join(userData, 'depart.rapx'))
  for (const [side, more] of [
    [here, 'vu d’ici'],
    [there, 'vu de là-bas'],
  ] as const)
    for (const text of SITTING.notes) await correct(side.page, `${text}, ${more}`, text)
  await addTheme(page, 'Plaintes des habitants')
  await addTheme(there.page, 'Plaintes des habitantes et des habitants')
  await addTheme(there.page, 'La plainte des habitants')
  await sendFile(there, join(userData, 'retour.rapx'), true)

  noMouse(page)
  await page.reload()
  await page.locator('.composer').waitFor()
  await press(page, 'Consolidation')
  await answerOpenDialog(app, [join(userData, 'retour.rapx')])
  await press(page, 'Choisir des fichiers…')
  await expect(page.getByText('2 éléments resteront à départager')).toBeVisible()
  await press(page, /^Rattacher « La plainte des habitants »/)
  await press(page, 'Cas restants…')
  // A menu that opens takes the focus.
  await expect(page.locator('[role=menu]:focus, [role=menu] :focus')).toHaveCount(1)
  await page.getByRole('menuitem', { name: /^Prendre le fichier \(2\)/ }).press('Enter')
  await expect(page.getByText(/2 cas encore ouverts reçoivent cette réponse/)).toBeVisible()
  await press(page, 'Répondre pour 2 cas')
  await press(page, 'Réunir les contributions')
  await expect(page.getByText('Les contributions sont réunies et enregistrées.')).toBeVisible()
  expect(await textsOf(page)).toEqual(SITTING.notes.map((text) => `${text}, vu de là-bas`).toSorted())
  const joined = (await themesOf(page)).filter(({ f }) => f['into'] !== undefined)
  expect(joined.map(({ f }) => f['label'])).toEqual(['La plainte des habitants'])

  // Two steps back: the joining, then all the versions at once.
  for (const _ of ['joining', 'versions']) await ask(page, 'edit.undo')
  expect((await themesOf(page)).filter(({ f }) => f['into'] !== undefined)).toEqual([])
  await page.reload()
  await press(page, 'Consolidation')
  await page.getByRole('tab', { name: 'À départager 2' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Point de départ commun/)).toBeVisible()
  await page.keyboard.press('Alt+KeyG')
  await press(page, 'Enregistrer 1 choix')
  await expect(page.getByRole('tab', { name: 'À départager 1' })).toBeVisible()
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByRole('tab', { name: 'À départager 2' })).toBeVisible()
})

test('what two people wrote stands side by side until a person settles, and leaves as it came', async ({
  open,
  userData,
}) => {
  test.setTimeout(180_000)
  const [here, there] = [await open('ici'), await open('ailleurs')]
  const back = await partWays(here, there, userData)

  const cut = join(userData, 'coupe.rapx')
  await writeFile(cut, (await readFile(back)).subarray(0, 3000))
  await ask(there.page, 'consultation.sample')
  const sample = join(userData, 'exemple.rapx')
  await sendFile(there, sample)

  const { app, page } = here
  noMouse(page)
  await page.reload()
  await page.locator('.composer').waitFor()
  await press(page, 'Consolidation')
  await answerOpenDialog(app, [cut, back, sample])
  await press(page, 'Choisir des fichiers…')
  await expect(page.getByText('1 sur 3 lisible')).toBeVisible()
  await expect(page.getByText('Le fichier est incomplet ou abîmé', { exact: false })).toBeVisible()
  await expect(page.getByText('L’exemple et un vrai processus ne se mélangent jamais.')).toBeVisible()

  const versions = page.getByRole('table', { name: 'Les versions, champ par champ' })
  // Once their common start is known, each shows what it changed: what it left out too.
  await expect(versions).toContainText('lue à la radio')
  await expect(versions).toContainText('devant la mairie')
  expect(await textsOf(page)).toContain(OURS)
  await page.keyboard.press('Alt+KeyD')
  await expect(versions.locator('[data-chosen=true]')).toContainText('devant la mairie')
  await press(page, 'Réunir les contributions')
  await expect(page.getByText('Les contributions sont réunies et enregistrées.')).toBeVisible()
  const together = [SITTING.notes[1], THEIRS, 'Il faut une secrétaire de séance'].toSorted()
  expect(await textsOf(page)).toEqual(together)

  await press(page, 'Retirer cette réunion')
  await expect(page.getByRole('button', { name: 'Retirer la réunion' })).toBeEnabled()
  await press(page, 'Retirer la réunion')
  await expect(page.getByText('Cette réunion est retirée : vos notes sont comme avant.')).toBeVisible()
  expect(await notesOf(page)).toHaveLength(2)
  await press(page, 'Remettre cette réunion')
  await expect(page.getByRole('button', { name: 'Remettre la réunion' })).toBeEnabled()
  await press(page, 'Remettre la réunion')
  await expect(page.getByText('Les contributions sont réunies et enregistrées.')).toBeVisible()
  expect(await textsOf(page)).toEqual(together)

  // The same files again bring nothing: there is nothing left to put in.
  await press(page, 'Réunir d’autres fichiers')
  await press(page, 'Choisir des fichiers…')
  await expect(page.getByText('Déjà réuni : rien à faire')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Réunir les contributions' })).toBeDisabled()
})
