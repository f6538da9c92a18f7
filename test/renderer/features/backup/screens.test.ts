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
  await page.locator('input[type=password]').first().waitFor()
  for (const field of await page.locator('input[type=password]').all()) {
    await field.focus()
    await page.keyboard.type(PASSPHRASE)
  }
}
const chooseFile: Step = async (page) => {
  await page.getByRole('button', { name: 'Choisir le fichier…' }).press('Enter')
  await page.getByText('Ce fichier est verrouillé.').waitFor()
}
const openFile =
  (passphrase: string): Step =>
  async (page) => {
    await chooseFile(page)
    await page.locator('input[type=password]').focus()
    await page.keyboard.type(passphrase)
    await page.keyboard.press('Enter')
  }

const toTheKey: Step = async (page) => {
  await typePassphrase(page)
  await page.keyboard.press('Enter')
  const next = page.getByRole('button', { name: 'Continuer' })
  await page.getByText('AGE-SECRET-KEY-1').waitFor()
  await next.focus()
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
  protect: { query: 'view=dashboard&ask=protection.open', reach: typePassphrase },
  'protect-key': { query: 'view=dashboard&ask=protection.open', reach: (page) => toTheKey(page) },
  'protect-proof': {
    query: 'view=dashboard&ask=protection.open',
    reach: async (page) => {
      await toTheKey(page)
      await page.keyboard.press('Enter')
      await page.locator('textarea').fill('AGE-SECRET-KEY-1')
      await page.getByRole('button', { name: 'Protéger', exact: true }).press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  protected: {
    query: 'view=dashboard&locked=1&ask=protection.open',
    reach: (page) => page.getByText('Ce processus est protégé par une phrase de passe.').waitFor(),
  },
  unlock: {
    query: 'view=setup&resume=1&locked=1',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Consultation protégée' }).press('Enter')
      await page.locator('input[type=password]').fill('non')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  reminder: {
    query: 'view=dashboard&reminder=1',
    reach: (page) => page.getByText('Dernière sauvegarde').waitFor(),
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

  it('protect once the recovery key was typed back, as it was noted', async () => {
    const { page } = await harness.open('view=dashboard&ask=protection.open')
    await toTheKey(page)
    const shown = await page.locator('.recovery-words').innerText()
    await page.keyboard.press('Enter')
    await page.locator('textarea').fill(shown)
    await page.getByRole('button', { name: 'Protéger', exact: true }).press('Enter')
    await page.getByText('Processus protégé').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.close()
  })

  it('print the recovery key and nothing of the process', async () => {
    const { page } = await harness.open('view=dashboard&ask=protection.open')
    await toTheKey(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.frame').isVisible()).toBe(false)
    expect(await page.getByText('Clé de secours du processus').isVisible()).toBe(true)
    expect(await page.locator('.recovery-words').isVisible()).toBe(true)
    await page.screenshot({ path: resolve(SHOTS, 'backup-recovery-key.print.png') })
    await page.close()
  })

  it('open a protected consultation from the first screen, which does not say its name', async () => {
    const { page } = await harness.open('view=setup&resume=1&locked=1')
    expect(await page.locator('.setup-resume li').allInnerTexts()).toEqual(['Consultation protégée'])
    await page.getByRole('button', { name: 'Consultation protégée' }).press('Enter')
    await page.locator('input[type=password]').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
    await page.close()
  })
})
