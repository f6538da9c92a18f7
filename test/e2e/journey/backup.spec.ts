import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, chooseMenu, expect, launch, openPage, send, test } from '../fixtures.ts'

const PASSPHRASE = 'cheval pile agrafe correcte'

/** A consultation with someone's telephone in it, open on the page. */
async function begin(page: Page): Promise<void> {
  await send(page, 'settings.save', { role: 'rapporteur', language: 'fr' })
  const created = (await send(page, 'consultation.create', { template: '001' })) as {
    value: { records: { id: string; kind: string }[] }
  }
  const session = created.value.records.find(({ kind }) => kind === 'session')?.id
  await send(page, 'edit.apply', {
    type: 'record.save',
    kind: 'session',
    record: session,
    set: { link: 'https://exemple.org' },
  })
  await page.reload()
  await page.locator('.composer').waitFor()
}

async function typePassphrase(page: Page): Promise<void> {
  await page.locator('input[type=password]').first().waitFor()
  for (const field of await page.locator('input[type=password]').all()) await field.fill(PASSPHRASE)
}

test('a backup is made from the menu, and restored from the first screen of another profile', async ({
  app,
  page,
  userData,
}) => {
  test.setTimeout(180_000)
  await begin(page)
  const file = join(userData, 'copie.rapx')
  await answerSaveDialog(app, file)
  await chooseMenu(app, 'backup.make')
  await typePassphrase(page)
  await page.keyboard.press('Enter')
  await page.getByText('Sauvegarde enregistrée et relue').waitFor()
  await page.getByRole('button', { name: 'Fermer' }).last().press('Enter')
  await chooseMenu(app, 'register.open')
  await page.getByText('copie.rapx').waitFor()

  const other = await launch(join(userData, 'ailleurs'))
  const there = await openPage(other)
  await send(there, 'settings.save', { role: 'rapporteur', language: 'fr' })
  await there.reload()
  await answerOpenDialog(other, [file])
  await there.getByRole('button', { name: 'Restaurer une sauvegarde…' }).press('Enter')
  await there.getByRole('button', { name: 'Choisir le fichier…' }).press('Enter')
  await typePassphrase(there)
  await there.keyboard.press('Enter')
  await there.getByText('Tout a été vérifié.').waitFor()
  await there.getByRole('button', { name: 'Restaurer', exact: true }).press('Enter')
  await there.locator('.composer').waitFor()
  await other.close()
})

test('a backup that is opened by a double click is looked at before anything', async ({
  app,
  page,
  userData,
  start,
}) => {
  test.setTimeout(180_000)
  await begin(page)
  await send(page, 'edit.apply', { type: 'record.save', kind: 'region', record: 'R'.repeat(22), set: { label: 'Ici' } })
  const file = join(userData, 'copie.rapx')
  await answerSaveDialog(app, file)
  await send(page, 'backup.make', { passphrase: PASSPHRASE })
  await app.close()
  await rm(join(userData, 'consultations'), { recursive: true })
  await rm(join(userData, 'copies'), { recursive: true, force: true })
  const again = await openPage(await start([file]))
  await again.getByText('Ce fichier est verrouillé.').waitFor()
  await typePassphrase(again)
  await again.keyboard.press('Enter')
  await again.getByRole('button', { name: 'Restaurer', exact: true }).press('Enter')
  await again.locator('.composer').waitFor()
})

test('a contribution that is locked with a passphrase opens where nothing is', async ({ app, page, userData }) => {
  test.setTimeout(180_000)
  await begin(page)
  const file = join(userData, 'verrouillee.rapx')
  await answerSaveDialog(app, file)
  const lock = { by: 'passphrase', passphrase: PASSPHRASE }
  await send(page, 'bundle.send', { kind: 'projection', audience: 'secretariat', lock })

  const other = await launch(join(userData, 'ailleurs'))
  const there = await openPage(other)
  await send(there, 'settings.save', { role: 'secretariat', language: 'fr' })
  await there.reload()
  await answerOpenDialog(other, [file])
  await there.getByRole('button', { name: 'Ouvrir un fichier .rapx' }).press('Enter')
  await there.getByText('Ce fichier est verrouillé.').waitFor()
  await typePassphrase(there)
  await there.keyboard.press('Enter')
  await there.locator('.composer').waitFor()
  await other.close()
})

test('a protected consultation asks for its passphrase at the next start', async ({ start }) => {
  test.setTimeout(180_000)
  const first = await start()
  const page = await openPage(first)
  await begin(page)
  await chooseMenu(first, 'protection.open')
  await typePassphrase(page)
  await page.keyboard.press('Enter')
  const key = await page.locator('.recovery-words').innerText()
  await page.getByRole('button', { name: 'Continuer' }).press('Enter')
  await page.locator('textarea').last().fill(key)
  await page.getByRole('button', { name: 'Protéger', exact: true }).press('Enter')
  await page.getByText('Processus protégé').waitFor()
  await page.locator('.composer').waitFor()
  await first.close()

  const again = await openPage(await start())
  await again.getByText('Rien n’en est lu').waitFor()
  expect(await again.locator('.composer').count()).toBe(0)
  await typePassphrase(again)
  await again.keyboard.press('Enter')
  await again.locator('.composer').waitFor()
})
