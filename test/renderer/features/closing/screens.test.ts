import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
let harness: Harness

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
})
afterAll(() => harness.close())

const shoot = (page: Page, name: string) => page.screenshot({ path: resolve(SHOTS, `closing-${name}.png`) })
const checklist = (look?: Look) => harness.open('view=closing&open-evening', look)
const card = (page: Page) => page.locator('.closing-note')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const line = (page: Page, words: string) => page.locator('.closing-lines li', { hasText: words })

describe.each(Object.keys(LOOKS) as Look[])('closing a session in %s', (look) => {
  it('breaks no accessibility rule: the checklist, a note of the second reading, its end', async () => {
    const { page, complaints } = await checklist(look)
    await line(page, '2 attributions douteuses').waitFor()
    expect(await violationsIn(page)).toEqual([])
    await shoot(page, `list-${look}`)
    await page.keyboard.press('s')
    await card(page).waitFor()
    expect(await violationsIn(page)).toEqual([])
    await shoot(page, `note-${look}`)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('the checklist', () => {
  it('says what is open, how much of it, and what the rule keeps', async () => {
    const { page } = await checklist()
    const said = await page.locator('.closing-lines li span > bdi:first-child').allTextContents()
    expect(said).toEqual([
      '2 attributions douteuses',
      '3 chiffres ou faits à vérifier',
      '2 citations à relire',
      '2 notes sans intervenant·e',
      '1 intervenant·e sans nom',
      '2 engagements sans responsable ou sans échéance',
      '1 image sans description',
      '2 notes sans thème',
      '1 créneau sans note',
      '1 note sans attribution',
    ])
    await line(page, '1 note hors compte rendu').waitFor()
    expect(await page.getByText('À ne pas écrire').count()).toBe(0)
    await page.close()
  })

  it('is walked with the arrows, and Enter goes where the line leads; Escape comes back to it', async () => {
    const { page } = await checklist()
    await expect.poll(() => focused(page)).toContain('2 attributions douteuses')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('1 sur 3')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toContain('3 chiffres ou faits à vérifier')
    await page.close()
  })
})

describe('a second reading', () => {
  it('is done by keys alone, the focus on the next note after each that is settled', async () => {
    const { page, complaints } = await checklist()
    await page.keyboard.press('s')
    const at = (place: string) => expect.poll(() => focused(page)).toMatch(new RegExp(`^${place} sur 12`))
    // Doubtful, and a figure besides: it comes first, and is left once both are settled.
    await at('1')
    expect(await focused(page)).toContain('Un chiffre ou un fait')
    await page.keyboard.press('v')
    await expect.poll(() => focused(page)).not.toContain('n’est pas sûr')
    await page.keyboard.press('v')
    await at('2')
    await page.keyboard.press('Alt+Digit4')
    await at('3')
    await page.keyboard.press('v')
    await at('4')
    await page.keyboard.press('v')
    await at('5')
    // A quotation that its author read back.
    await page.keyboard.press('a')
    await at('6')
    await page.keyboard.press('k')
    await at('5')
    expect(complaints).toEqual([])
    await shoot(page, 'settled-light')
    await page.close()
  })

  it('does not move while someone types, and Escape leaves the field before it leaves the reading', async () => {
    const { page } = await checklist()
    await page.locator('[data-line=commitment] button').press('Enter')
    await expect.poll(() => focused(page)).toContain('1 sur 2')
    await page.keyboard.press('q')
    await page.keyboard.type('Association des villes')
    await page.keyboard.press('Enter')
    await page.keyboard.type('juin 2022')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByLabel('À condition').evaluate((field) => field === document.activeElement))
      .toBe(true)
    expect(await page.locator('.closing-progress').textContent()).toContain('1 sur 2')
    await page.keyboard.type('registre ouvert')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('2 sur 2')
    await page.keyboard.press('F2')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toContain('2 sur 2')
    await page.keyboard.press('Escape')
    await page.locator('.closing-lines').waitFor()
    await page.close()
  })

  it('names someone once and for all, and describes a picture', async () => {
    const { page, complaints } = await checklist()
    await page.locator('[data-line=picture] button').press('Enter')
    await page.getByRole('dialog').getByLabel('Description').fill('Trois colonnes : eau, logement, marchés.')
    await page.keyboard.press('Escape')
    await expect.poll(() => line(page, 'sans description').count()).toBe(0)
    await page.keyboard.press('s')
    await expect.poll(() => focused(page)).toContain('1 sur 12')
    for (let step = 2; step <= 9; step += 1) {
      await page.keyboard.press('j')
      await expect.poll(() => focused(page)).toContain(`${step} sur 12`)
    }
    expect(await focused(page)).toContain('n’est connu que par un numéro')
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByLabel('Nom', { exact: true }).fill('Sakamoto')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toContain('10 sur 12')
    await page.keyboard.press('k')
    await card(page).getByText('Sakamoto').first().waitFor()
    expect(complaints.filter((one) => !one.includes('tableau'))).toEqual([])
    await page.close()
  })

  it('tags with a digit, and with the themes dialog', async () => {
    const { page } = await checklist()
    await page.locator('[data-line=theme] button').press('Enter')
    await expect.poll(() => focused(page)).toContain('1 sur 2')
    await page.keyboard.press('1')
    await expect.poll(() => focused(page)).toContain('2 sur 2')
    await page.keyboard.press('t')
    await page.getByLabel('Chercher ou nommer un thème').fill('ports')
    await page.getByRole('button', { name: 'Créer le thème' }).press('Enter')
    await page.getByRole('button', { name: 'Appliquer' }).press('Enter')
    await page.getByText('Tout ce qui était ouvert est réglé.').waitFor()
    expect(await violationsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.closing-lines').waitFor()
    expect(await line(page, 'sans thème').count()).toBe(0)
    await page.close()
  })
})
