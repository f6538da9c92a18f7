import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'
import { chips, field, lastNote, press } from './at-the-field.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
let harness: Harness
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
})
afterAll(() => harness.close())

const open = async () => {
  const { page } = await harness.open('view=capture')
  page.setDefaultTimeout(10_000)
  return page
}

describe('a list under a word', () => {
  it('takes no key until the person goes into it', async () => {
    const page = await open()
    await field(page).pressSequentially('Oui @d')
    await page.getByRole('listbox').waitFor()
    for (const key of ['ArrowUp', 'ArrowLeft', 'Home', 'a', ' '])
      expect(await press(page, { key, code: key }), key).toBe(false)
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Oui @d' }).waitFor()
    await page.close()
  })

  it('gives what is picked with Tab, or with an arrow down and Enter', async () => {
    const page = await open()
    await field(page).pressSequentially('Oui @d')
    await page.keyboard.press('Tab')
    expect(await chips(page)).toContain('Amina Diallo')
    await page.keyboard.type('@d')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await chips(page)).toContain('Yusuf Demir')
    expect(await field(page).inputValue()).toBe('Oui ')
    await page.close()
  })

  it('is not needed for a name, an axis or a qualification that is clear; Backspace gives the word back', async () => {
    const page = await open()
    await field(page).pressSequentially('@amina /lie =r Oui')
    const said = await chips(page)
    expect(said).toContain('Amina Diallo')
    expect(said).toContain('2 Lieux d’entraide')
    expect(await field(page).inputValue()).toBe('Oui')
    await page.getByRole('radio', { name: 'Spécificité', checked: true }).waitFor()
    await page.keyboard.type(' /in ')
    expect(await chips(page)).toContain('3 Inégalités')
    await page.keyboard.press('Backspace')
    expect(await field(page).inputValue()).toBe('Oui /in')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    expect(await chips(page)).toContain('2 Lieux d’entraide')
    await page.close()
  })
})

describe('the field', () => {
  it('is not sent by the Enter of an input method', async () => {
    const page = await open()
    await field(page).pressSequentially('東京')
    expect(await press(page, { key: 'Enter', code: 'Enter', isComposing: true })).toBe(false)
    expect(await press(page, { key: 'F8', code: 'F8', isComposing: true })).toBe(false)
    expect(await field(page).inputValue()).toBe('東京')
    await page.close()
  })

  it('calls the last note back with Control and Z when nothing was typed, and undoes typing otherwise', async () => {
    const page = await open()
    await field(page).pressSequentially('! Un accès direct #eau')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Un accès direct' }).waitFor()
    await page.keyboard.press('Control+z')
    expect(await field(page).inputValue()).toBe('Un accès direct')
    const said = await chips(page)
    expect(said).toContain('Recommandation')
    expect(said).toContain('#eau')
    await page.keyboard.press('Escape')
    await field(page).pressSequentially('Non')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+z')
    expect(await field(page).inputValue()).toBe('Non')
    await page.close()
  })

  it('keeps an interpreted line that would be a quotation, and says why before and after Enter', async () => {
    const page = await open()
    await page.keyboard.press('Shift+F7')
    await field(page).pressSequentially('« Un accès direct »')
    expect(await chips(page)).toContain('ne peuvent pas devenir une citation')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('ne se citent pas', { exact: false }).waitFor()
    expect(await field(page).inputValue()).toBe('« Un accès direct »')
    await page.close()
  })

  it('took an interpreted note, and the review does not make a quotation of it either', async () => {
    const page = await open()
    await page.keyboard.press('Shift+F7')
    await field(page).pressSequentially('Un accès direct par un interprète')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'par un interprète' }).waitFor()
    await page.getByRole('button', { name: 'Relecture' }).click()
    await page.getByText('Un accès direct par un interprète').first().click()
    await page.keyboard.press('y')
    await page.getByRole('menuitem', { name: 'citation' }).click()
    await page.getByRole('alert').getByText('ne se citent pas', { exact: false }).waitFor()
    await page.close()
  })

  it('asks, after ten minutes of silence, whether the same person still speaks, and Enter says yes', async () => {
    const page = await open()
    await page.keyboard.press('Alt+1')
    await page.clock.setFixedTime(Date.now() + 660_000)
    await page.getByRole('button', { name: 'Relecture' }).click()
    await page.getByRole('button', { name: 'Saisie' }).click()
    await page.getByRole('button', { name: /Toujours Amina Diallo/ }).waitFor()
    await field(page).pressSequentially('Oui, encore')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Oui, encore' }).getByText('Amina Diallo').waitFor()
    expect(await chips(page)).not.toContain('Toujours')
    await page.close()
  })

  it('takes no position on a divergence that was put away meanwhile', async () => {
    const page = await open()
    await field(page).pressSequentially('d: Tarif unique ou tarif progressif')
    await page.keyboard.press('Enter')
    const divergence = page.locator('article', { hasText: 'Tarif unique' })
    await divergence.waitFor()
    await page.keyboard.press('Control+Shift+P')
    expect(await chips(page)).toContain('position sur')
    await page.locator('.rail-item').first().focus()
    await page.keyboard.press('Control+z')
    await divergence.waitFor({ state: 'detached' })
    expect(await chips(page)).not.toContain('position sur')
    await field(page).pressSequentially('Progressif dès 2027')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Progressif dès 2027' }).waitFor()
    expect(await lastNote(page)).not.toHaveProperty('positionOf')
    await page.close()
  })

  it('offers who commits, when and on what condition, a Tab away, and never in the way', async () => {
    const page = await open()
    await field(page).pressSequentially('e: Livrer 300 bus')
    await page.keyboard.press('Tab')
    await page.keyboard.type('La ville')
    await page.keyboard.press('Tab')
    await page.keyboard.type('fin 2027')
    await page.keyboard.press('Enter')
    await page.locator('article', { hasText: 'Livrer 300 bus' }).waitFor()
    expect(await lastNote(page)).toMatchObject({ noteKind: 'commitment', holder: 'La ville', due: 'fin 2027' })
    expect(await page.locator('.commitment-form').count()).toBe(0)
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.close()
  })
})

/** A line with everything on it: a group of twelve, an interpreter, a commitment, a position, what is to verify. */
async function fillLine(page: Page): Promise<void> {
  await field(page).pressSequentially('d: Tarif unique ou tarif progressif')
  await page.keyboard.press('Enter')
  await page.locator('article', { hasText: 'Tarif unique' }).waitFor()
  for (const key of ['Alt+2', 'Shift+F4', 'Shift+F4', 'Shift+F4', 'Shift+F7']) await page.keyboard.press(key)
  await page.locator('.chip-number').fill('12')
  await field(page).pressSequentially('? Un tarif progressif dès 2027 #eau #tarif_social')
  for (const key of ['Control+Shift+P', 'Control+Shift+H']) await page.keyboard.press(key)
}

it.each(Object.keys(LOOKS) as Look[])(
  'a line that says everything breaks no accessibility rule in %s',
  async (look) => {
    const { page, complaints } = await harness.open('view=capture', look)
    await fillLine(page)
    await page.screenshot({ path: resolve(SHOTS, `line-full.${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    await page.keyboard.press('F9')
    await page.keyboard.press('e')
    await page.screenshot({ path: resolve(SHOTS, `line-commitment.${look}.png`) })
    expect(await page.locator('.feed').evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(60)
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  },
)

it('the sheet of keys tells every sign, and breaks no accessibility rule', async () => {
  const page = await open()
  await page.keyboard.press('Control+F1')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('heading', { name: 'Signes dans une note' }).waitFor()
  const words = await sheet.innerText()
  for (const sign of ['!', 'e:', '+', '%', '_', '=r', '@abc', '..', '\\']) expect(words).toContain(sign)
  await page.screenshot({ path: resolve(SHOTS, 'signs.png') })
  expect(await violationsIn(page)).toEqual([])
  await page.close()
})
