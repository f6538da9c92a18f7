import { _electron, type ElectronApplication, type Page } from '@playwright/test'

/** The built program on a data folder, and beside it, in the same Chromium, a page that holds next to nothing. */
export interface Measurable {
  readonly app: ElectronApplication
  readonly page: Page
  readonly control: Page
}

const SCREEN = { width: 1366, height: 768 }

/** Starts the built program as a person does, with a window of its own for the control. */
export async function measurable(dataFolder: string, control: string): Promise<Measurable> {
  const app = await _electron.launch({
    args: [process.env['APP_DIR'] ?? '.'],
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...(process.env as Record<string, string>), RAPPORTEUR_DATA: dataFolder },
    timeout: 120_000,
  })
  const page = await app.firstWindow()
  await page.setViewportSize(SCREEN)
  const opened = app.waitForEvent('window')
  await app.evaluate(async ({ BrowserWindow }, body) => {
    const beside = new BrowserWindow({ show: true })
    await beside.loadURL(`data:text/html,${encodeURIComponent(`<!doctype html><title>control</title>${body}`)}`)
  }, control)
  const other = await opened
  await other.setViewportSize(SCREEN)
  return { app, page, control: other }
}
