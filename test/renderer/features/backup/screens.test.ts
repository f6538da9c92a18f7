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

type Step = (page: Page) => Promise<unknown>

const PASSPHRASE = 'cheval pile agrafe correcte'

/** Every passphrase field gets the same words. */
const typePassphrase: Step = async (page) => {
  for (const field of await page.locator('input[type=password]').all()) {
    await field.focus()
    await page.keyboard.type(PASSPHRASE)
  }
}
const chooseFile: Step = async (page) => {
  await page.getByRole('button', { name: 'Choisir le fichier…' }).press('Enter')
  await page.getByText('Cette sauvegarde est verrouillée.').waitFor()
}
const openFile =
  (passphrase: string): Step =>
  async (page) => {
    await chooseFile(page)
    await page.locator('input[type=password]').focus()
    await page.keyboard.type(passphrase)
    await page.keyboard.press('Enter')
  }

const STATES: Readonly<Record<string, { query: string; reach: Step }>> = {
  make: { query: 'view=dashboard&ask=backup.make', reach: typePassphrase },
  'make-clear': {
    query: 'view=dashboard&ask=backup.make',
    reach: async (page) => {
      await page.getByText('En clair', { exact: true }).click()
      await page.getByRole('button', { name: 'Sauvegarder…' }).press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  made: {
    query: 'view=dashboard&ask=backup.make',
    reach: async (page) => {
      await typePassphrase(page)
      await page.keyboard.press('Enter')
      await page.getByText('Sauvegarde enregistrée et relue').waitFor()
    },
  },
  restore: { query: 'view=setup&ask=backup.restore', reach: chooseFile },
  'restore-wrong': {
    query: 'view=setup&ask=backup.restore',
    reach: async (page) => {
      await openFile('non')(page)
      await page.getByRole('alert').waitFor()
    },
  },
  'restore-found': {
    query: 'view=dashboard&ask=backup.restore',
    reach: async (page) => {
      await openFile(PASSPHRASE)(page)
      await page.getByText('Tout a été vérifié.').waitFor()
    },
  },
  register: {
    query: 'view=dashboard&ask=register.open',
    reach: (page) => page.getByText('clé du bureau').waitFor(),
  },
}

describe.each(Object.keys(LOOKS) as Look[])('in %s', (look) => {
  it.each(Object.keys(STATES))('the dialog %s breaks no accessibility rule', async (state) => {
    const { query, reach } = STATES[state] ?? { query: '', reach: async () => {} }
    const { page, complaints } = await harness.open(query, look)
    await reach(page)
    await page.screenshot({ path: resolve(SHOTS, `backup-${state}.${look}.png`) })
    expect(await violationsIn(page)).toEqual([])
    expect(complaints).toEqual([])
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
    await page.close()
  })
})

describe('the dialogs about keeping everything', () => {
  it('restore from the first screen, and show the consultation', async () => {
    const { page } = await harness.open('view=setup')
    await page.getByRole('button', { name: 'Restaurer une sauvegarde…' }).press('Enter')
    await openFile(PASSPHRASE)(page)
    await page.getByRole('button', { name: 'Réunir avec ce qui est ici' }).press('Enter')
    await page.getByText('Réuni', { exact: false }).first().waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.close()
  })
})
