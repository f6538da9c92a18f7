import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'
import { note, press, rows, type Step } from './feed-of-page.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
let harness: Harness

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
})
afterAll(() => harness.close())

const menu: Step = async (page) => {
  await rows(page).last().focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Corriger' }).waitFor()
}

/** What is reached one after the other on one page; Escape closes what a state opened. */
const STATES: readonly (readonly [state: string, reach: Step])[] = [
  [
    'unidentified',
    async (page) => {
      await page.keyboard.press('Control+Shift+N')
      await page.getByText('Intervenant·e 1 (non identifié·e)').first().waitFor({ state: 'attached' })
      await page.keyboard.press('Control+Shift+D')
      await note(page, 'Quelqu’un le dit')
    },
  ],
  ['menu', menu],
  ['reattribute', press('Escape', 'Control+Shift+S')],
  [
    'rule',
    async (page) => {
      await page.keyboard.press('Escape')
      await menu(page)
      await page.getByRole('menuitem', { name: 'Sous une autre règle depuis cette note…' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'clock',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Régler l’heure de la séance' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  ['part', press('Escape', 'Control+Shift+O')],
  ['shared', press('Control+Shift+M')],
]

describe.each(Object.keys(LOOKS) as Look[])('in %s', (look) => {
  it('who spoke, and under which rule, breaks no accessibility rule in any state', async () => {
    const { page, complaints } = await harness.open('view=capture', look)
    for (const [state, reach] of STATES) {
      await reach(page)
      await page.screenshot({ path: resolve(SHOTS, `voices-${state}.${look}.png`) })
      expect([state, await violationsIn(page)]).toEqual([state, []])
    }
    expect(complaints).toEqual([])
    await page.close()
  })
})
