import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Look, LOOKS, violationsIn } from '../../gallery/open-gallery.ts'
import { type Harness, openHarness } from '../harness/open-harness.ts'

const SHOTS = resolve(import.meta.dirname, '../../../../out/screen-shots')
const SLOW = { timeout: 120_000 }
let harness: Harness

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  harness = await openHarness()
}, 240_000)
afterAll(() => harness.close())

const STATES: Readonly<Record<string, { readonly query: string; readonly shown: string }>> = {
  'verify-good': { query: 'ask=help.verify', shown: 'Tout est en bon état.' },
  'verify-damaged': { query: 'ask=help.verify&damaged=1', shown: 'Des données sont abîmées ou manquent.' },
  'verify-running': { query: 'ask=help.verify&slow=1', shown: 'Vérification en cours' },
  diagnostic: { query: 'ask=help.diagnostic', shown: 'Diagnostic de Rapporteur' },
}

async function open(state: string, look: Look = 'light') {
  const { query, shown } = STATES[state] ?? { query: '', shown: '' }
  const { page, complaints } = await harness.open(`view=dashboard&${query}`, look)
  await page.getByText(shown).first().waitFor()
  return { page, complaints }
}

describe.each(Object.keys(LOOKS) as Look[])('in %s', (look) => {
  it.each(Object.keys(STATES))('the dialog « %s » breaks no accessibility rule', SLOW, async (state) => {
    const { page, complaints } = await open(state, look)
    await page.waitForTimeout(300)
    await page.screenshot({ path: resolve(SHOTS, `${state}.${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

describe('with the keyboard', () => {
  it('a verification is stopped, begun again, and closed', SLOW, async () => {
    const { page } = await open('verify-running')
    await page.getByRole('button', { name: 'Annuler' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('La vérification a été arrêtée').waitFor()
    await page.getByRole('button', { name: 'Vérifier', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Vérification en cours').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Vérification en cours').waitFor({ state: 'detached' })
    await page.close()
  })

  it('the report is copied, and says each place', SLOW, async () => {
    const { page } = await open('verify-damaged')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    expect(await page.getByText('journal-000002.rapj, n° 118').count()).toBe(1)
    await page.getByRole('button', { name: 'Copier le rapport' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Le rapport est copié.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('✗ Segments du journal')
    await page.close()
  })

  it('the diagnostic is read to its end before it is saved', SLOW, async () => {
    const { page } = await open('diagnostic')
    const text = page.getByRole('region', { name: 'Texte du fichier de diagnostic' })
    await text.focus()
    await page.keyboard.press('End')
    await expect.poll(() => text.evaluate((region) => region.scrollTop)).toBeGreaterThan(100)
    for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Enregistrer le fichier…')
    await page.keyboard.press('Enter')
    await page.getByText('Le diagnostic est enregistré').waitFor()
    await page.close()
  })
})
