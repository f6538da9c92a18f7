import { spawnSync } from 'node:child_process'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerSaveDialog, expect } from '../fixtures.ts'
import { firstRun, press, taken } from './by-hand.ts'
import { composer, told } from './by-store.ts'
import { capture, notesOf, recordsOf, test } from './profiles.ts'

const mount = (folder: string): boolean =>
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' }).status === 0

const unmount = (folder: string): void => void spawnSync('umount', ['-l', folder], { stdio: 'ignore' })

/** Takes every byte that is left. */
async function fill(path: string): Promise<void> {
  await writeFile(path, new Uint8Array(64 * 1024 * 1024)).catch(() => {})
}

/** Takes what is left in pages that files have begun: smaller and smaller notes, until none is taken. */
async function fillFiles(page: Page): Promise<void> {
  const records = await recordsOf(page)
  const first = (kind: string): string => records.find((record) => record.kind === kind)?.id ?? ''
  for (const length of [4_000, 400, 40, 1]) {
    const note = () =>
      capture(page, { ...BALLAST, text: '~'.repeat(length), session: first('session'), axis: first('axis') })
    for (let taken = true; taken;) taken = await note().then(...EITHER)
  }
}

const BALLAST = { speaker: null, at: 0 }
const EITHER = [() => true, () => false] as const

test('a full disk: the text stays on the screen, a copy goes elsewhere, and all is saved once there is room', async ({
  open,
  userData,
}) => {
  test.setTimeout(180_000)
  const consultations = join(userData, 'rapporteur', 'consultations')
  await mkdir(consultations, { recursive: true })
  expect(mount(consultations), 'No small disk can be mounted to be filled: run this as root, on Linux.').toBe(true)
  try {
    const { app, page } = await open('rapporteur')
    await firstRun(page)
    await page.keyboard.type('Dite avant')
    await page.keyboard.press('Enter')
    await expect.poll(() => taken(page)).toBe(1)

    const ballast = join(consultations, 'ballast')
    await fill(ballast)
    await fillFiles(page)
    await page.keyboard.type('Dite pendant que le disque est plein')
    await page.keyboard.press('Enter')
    await expect.poll(() => told(page)).toBe('unsaved')
    const alert = page.getByRole('region', { name: 'Travail non enregistré' })
    await expect(alert).toContainText(
      /Votre texte reste à l’écran.*Non enregistré depuis \d{2}:\d{2}:\d{2}\..*Le disque est plein\./u,
    )
    await page.keyboard.type('Et une autre')
    await page.keyboard.press('Enter')
    await expect(page.locator('.waiting-lines li')).toHaveCount(2)
    expect(await taken(page)).toBe(1)

    // Closing asks first, and stays unless one says otherwise.
    const asked = await app.evaluate(async ({ BrowserWindow, dialog }) => {
      const questions: unknown[] = []
      dialog.showMessageBoxSync = ((_window: unknown, options: unknown) => {
        questions.push(options)
        return 0
      }) as typeof dialog.showMessageBoxSync
      BrowserWindow.getAllWindows()[0]?.close()
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      return questions as readonly {
        readonly message: string
        readonly buttons: readonly string[]
        readonly cancelId: number
      }[]
    })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({
      message: 'Une partie de votre travail n’est pas enregistrée.',
      buttons: ['Rester', 'Enregistrer une copie ailleurs…', 'Fermer sans enregistrer'],
      cancelId: 0,
    })
    await expect(page.locator('.waiting-lines li')).toHaveCount(2)

    const copy = join(userData, 'Copie.rapx')
    await answerSaveDialog(app, copy)
    await press(page, 'Enregistrer une copie ailleurs…')
    await expect.poll(() => told(page)).toBe('elsewhere')
    expect((await stat(copy)).size).toBeGreaterThan(1_000)

    await rm(ballast)
    await press(page, 'Réessayer')
    await expect.poll(() => taken(page)).toBe(3)
    await expect(page.locator('.waiting-lines')).toHaveCount(0)
    await expect(alert).toHaveCount(0)
    await expect(composer(page)).toHaveValue('')
    await expect.poll(() => told(page)).toBe('saved')
    const texts = (await notesOf(page)).map(({ f }) => String(f['text'])).filter((text) => !text.startsWith('~'))
    expect(texts.toSorted()).toEqual(['Dite avant', 'Dite pendant que le disque est plein', 'Et une autre'])
    await app.close()
  } finally {
    unmount(consultations)
  }
})
