import { expect } from '../fixtures.ts'
import { firstRun, press, taken, typeNotes } from './by-hand.ts'
import { caret, composer, draftKept, told } from './by-store.ts'
import { notesOf, test } from './profiles.ts'
import { FIRST_AXIS } from './sittings.ts'

const HALF = 'Les petites communes n’ont pas de service juridique'
const SAFE = 'Rien de ce qui était enregistré n’est perdu.'

test('killed while one types: the text, the caret and every acknowledged note come back, in plain words', async ({
  open,
}) => {
  test.setTimeout(180_000)
  const first = await open('rapporteur')
  await firstRun(first.page)
  const notes = FIRST_AXIS.slice(0, 3).map((note) => ({ ...note, speaker: 0 }))
  await typeNotes(first.page, 1, notes)
  await expect.poll(() => taken(first.page)).toBe(3)
  await first.page.keyboard.press('Control+Digit2')
  await first.page.keyboard.type(HALF)
  for (const _ of 'juridique') await first.page.keyboard.press('ArrowLeft')
  await expect.poll(() => caret(first.page)).toBe(HALF.length - 'juridique'.length)
  await draftKept(first.page)
  first.app.process().kill('SIGKILL')

  const second = await open('rapporteur')
  const { page } = second
  await composer(page).waitFor()
  await expect(composer(page)).toHaveValue(HALF)
  expect(await caret(page)).toBe(HALF.length - 'juridique'.length)
  await expect(page.getByRole('region', { name: 'Ce que l’ouverture a trouvé' })).toContainText(SAFE)
  await expect(page.getByText(/^Brouillon retrouvé \(\d{2}:\d{2}\)$/u)).toBeVisible()
  expect(await taken(page)).toBe(3)
  expect(await told(page)).not.toBe('unsaved')

  // One goes on in the middle of the sentence, without a mouse; what goes with the note had stayed with it.
  await page.keyboard.type('ou ')
  await page.keyboard.press('Enter')
  await expect.poll(() => taken(page)).toBe(4)
  const written = (await notesOf(page)).map(({ f }) => f)
  expect(written.map(({ text }) => text)).toContain('Les petites communes n’ont pas de service ou juridique')
  expect(new Set(written.map(({ axis }) => axis)).size).toBe(2)
  await press(page, 'J’ai lu')
  await expect(page.getByText(SAFE)).toHaveCount(0)
  await second.app.close()

  // Closed as it should be, there is nothing to tell.
  const third = await open('rapporteur')
  await composer(third.page).waitFor()
  await expect(composer(third.page)).toHaveValue('')
  await expect(third.page.getByText(SAFE)).toHaveCount(0)
  await expect(third.page.getByText(/^Brouillon retrouvé/u)).toHaveCount(0)
})

test('killed while one corrects a note: the screen, the filter, the note and its words come back', async ({ open }) => {
  test.setTimeout(180_000)
  const first = await open('rapporteur')
  await firstRun(first.page)
  const notes = FIRST_AXIS.slice(0, 4).map((note) => ({ ...note, speaker: 0 }))
  await typeNotes(first.page, 1, notes)
  await expect.poll(() => taken(first.page)).toBe(4)
  await press(first.page, /^Relecture/u)
  await first.page.getByRole('searchbox').focus()
  await first.page.keyboard.type('budget')
  await expect(first.page.locator('.review-row')).toHaveCount(2)
  await first.page.locator('.review-list').focus()
  await first.page.keyboard.press('ArrowDown')
  await first.page.keyboard.press('F2')
  await first.page.keyboard.press('End')
  await first.page.keyboard.type(' et revient')
  const field = first.page.getByLabel('Texte d’origine', { exact: true })
  const typed = await field.inputValue()
  expect(typed).toContain('et revient')
  await draftKept(first.page)
  first.app.process().kill('SIGKILL')

  const { page } = await open('rapporteur')
  await expect(page.locator('.review-row')).toHaveCount(2)
  await expect(page.getByRole('searchbox')).toHaveValue('budget')
  await expect(page.getByLabel('Texte d’origine', { exact: true })).toHaveValue(typed)
})

test('killed while one fills a form: it is open again, with its words', async ({ open }) => {
  test.setTimeout(120_000)
  const first = await open('rapporteur')
  await firstRun(first.page)
  await first.page.keyboard.press('F4')
  await first.page.getByRole('dialog').getByLabel('Prénom').focus()
  await first.page.keyboard.type('Amina')
  await draftKept(first.page)
  first.app.process().kill('SIGKILL')

  const { page } = await open('rapporteur')
  const form = page.getByRole('dialog')
  await expect(form.getByLabel('Prénom')).toHaveValue('Amina')
  await expect(form.getByText(/^Brouillon retrouvé/u)).toBeVisible()
  await form.getByRole('button', { name: 'Jeter' }).press('Enter')
  await expect(form.getByLabel('Prénom')).toHaveValue('')
})
