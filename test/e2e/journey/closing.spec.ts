import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import validate from '@ooxml-tools/validate'
import type { Page } from '@playwright/test'
import { violationsIn } from '../../axe.ts'
import { answerSaveDialog, expect, send, test } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'
import { anEvening } from './evening.ts'
import { humanTime, type HumanTime } from './human-time.ts'
import { pagesOf } from './pages-of.ts'

const CARDS = 80
const MOST_MINUTES = 10

const card = (page: Page) => page.locator('.closing-note')
const ended = (page: Page) => page.getByText('Tout ce qui était ouvert est réglé.')
/** What is heard of the note where the focus is: its place, then what is doubtful about it. */
const heard = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

/** What a person would do of a doubt, from its words. */
const ANSWERS: readonly (readonly [doubt: RegExp, answer: (human: HumanTime, page: Page) => Promise<void>])[] = [
  [/n’est pas sûr/, (human) => human.act('Alt+Digit2')],
  [/chiffre ou un fait/, (human) => human.act('v')],
  [/citation/, (human) => human.act('v')],
  [/Personne n’est dit/, (human) => human.act('Alt+Digit3')],
  [
    /que par un numéro/,
    async (human, page) => {
      await human.act('n')
      await expect(page.getByRole('dialog').getByLabel('Prénom')).toBeFocused()
      await human.type('Mei', 'Tab')
      await human.type('Sakamoto', 'Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
  ],
  [
    /L’engagement/,
    async (human) => {
      await human.act('q')
      await human.type('Régie de l’eau', 'Enter')
      await human.type('juin 2022', 'Enter')
      await human.act('Enter')
    },
  ],
  [/pas de thème/, (human) => human.act('Digit2')],
]

/** Whether the focus is on another card, or on what says that there is none left. */
const isNext = (last: string): boolean => {
  const label = document.activeElement?.getAttribute('aria-label') ?? ''
  return document.querySelector('.closing-pane .empty-state') !== null || (label !== last && /^\d+ sur/.test(label))
}

/** Goes through all that is doubtful; gives how many notes were read. */
async function readAgain(page: Page, human: HumanTime): Promise<number> {
  let [notes, last, place] = [0, '', '']
  for (;;) {
    await page.waitForFunction(isNext, last)
    if (await ended(page).isVisible()) return notes
    last = await heard(page)
    const at = last.split(' : ')[0] ?? last
    if (at !== place) {
      place = at
      notes += 1
      human.read(await card(page).locator('textarea').first().inputValue())
    }
    human.read(last)
    const answer = ANSWERS.find(([doubt]) => doubt.test(last))?.[1]
    if (answer === undefined) throw new Error(`Nobody knows what to do of « ${last} »`)
    await answer(human, page)
  }
}

test('from the last note to the file of two pages, by keys alone and in less than ten minutes of someone’s time', async ({
  app,
  page,
  userData,
}) => {
  test.setTimeout(240_000)
  await send(page, 'settings.save', { language: 'fr', role: 'rapporteur' })
  await send(page, 'consultation.create', { template: '001' })
  await anEvening(page, CARDS)
  await page.reload()
  await page.locator('.composer').waitFor()
  noMouse(page)
  const human = await humanTime(page)

  await human.act('Control+Shift+L')
  await expect(page.getByRole('heading', { name: 'Clore la séance' })).toBeVisible()
  const list = page.locator('.closing-lines')
  await expect(list).toContainText('intervenant·e sans nom')
  human.read((await list.innerText()) + (await page.locator('.closing-balance').innerText()))
  expect(await violationsIn(page)).toEqual([])

  await human.act('s')
  const read = await readAgain(page, human)
  expect(await violationsIn(page)).toEqual([])
  await human.act('Escape')
  await expect(page.getByText('Rien ne reste ouvert.')).toBeVisible()

  const path = join(userData, 'releve.docx')
  await answerSaveDialog(app, path)
  await app.evaluate(({ shell }) => {
    shell.openPath = async (opened: string) => {
      Object.assign(globalThis, { opened })
      return ''
    }
  })
  await human.act('Control+Shift+E')
  await expect(page.getByText('Écrit : releve.docx')).toBeVisible()
  // The dialog of the system, which the test answers: its name is read, and taken.
  human.read('Enregistrer sous : relevé de la séance')
  await expect(page.getByRole('button', { name: 'Ouvrir', exact: true })).toBeFocused()
  await human.act('Enter')
  await expect.poll(() => app.evaluate(() => (globalThis as { opened?: string }).opened)).toBe(path)

  expect(await validate(new Uint8Array(await readFile(path)), 'docx', 'Microsoft365')).toEqual([])
  expect(pagesOf(path, userData)).toBeLessThanOrEqual(2)
  const { keys, decisions, words, minutes } = human.told()
  console.info(
    `closing: ${CARDS} cards, ${read} read again; ${keys} key events, ${decisions} decisions, ${words} words read: ${minutes.toFixed(1)} minutes`,
  )
  expect(minutes).toBeLessThan(MOST_MINUTES)
})
