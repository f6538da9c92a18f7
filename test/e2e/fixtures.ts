import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page, test as base } from '@playwright/test'

export { expect }

/** The window of the page, as code evaluated in it sees it. */
export interface PageWindow {
  readonly rapporteur: {
    send(method: string, input: unknown): Promise<unknown>
    on(event: string, listener: (payload: unknown) => void): () => void
    drop(files: File[]): Promise<readonly { readonly token: string; readonly name: string }[]>
  }
}

/** Starts the built program. The same on Electron and on the stand-in: the `electron` package knows which is there. */
export const launch = (
  userData: string,
  args: readonly string[] = [],
  program = process.env['APP_DIR'] ?? '.',
): Promise<ElectronApplication> =>
  _electron.launch({
    args: [program, ...args],
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...(process.env as Record<string, string>), RAPPORTEUR_DATA: userData },
  })

/**
 * The window of the program, once its page has begun. One that is still asking what is open would open by itself, or
 * not, what a test creates behind it, and keep a place there.
 */
export async function openPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.locator('.frame').waitFor()
  return page
}

/** Our own addresses; on the stand-in, `app://rapporteur/` goes by another name. */
const isLocal = (address: string): boolean =>
  /^(app:\/\/rapporteur|https:\/\/rapporteur\.app\.app-standin\.localhost)\/|^(data|blob|about):/.test(address)

/** What a program asks for outside this machine, from now on. */
export function watchOutside(app: ElectronApplication): readonly string[] {
  const outside: string[] = []
  app.context().on('request', (request) => isLocal(request.url()) || outside.push(request.url()))
  return outside
}

export interface Desktop {
  readonly userData: string
  /** Starts programs on this test's data folder; those still there when it ends are closed. */
  readonly start: (args?: readonly string[], program?: string) => Promise<ElectronApplication>
  readonly app: ElectronApplication
  readonly page: Page
}

/** A program with a data folder of its own; the test fails when anything asks for an address outside this machine. */
export const test = base.extend<Desktop>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads there which fixtures this one needs: none
  userData: async ({}, lend) => {
    const folder = await mkdtemp(join(tmpdir(), 'rapporteur-e2e-'))
    await lend(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ userData }, lend) => {
    const apps: ElectronApplication[] = []
    await lend(async (args, program) => {
      const app = await launch(userData, args, program)
      apps.push(app)
      return app
    })
    await Promise.all(apps.map((app) => app.close()))
  },
  app: async ({ start }, lend) => {
    const app = await start()
    const outside = watchOutside(app)
    await lend(app)
    expect(outside, 'addresses asked for outside this machine').toEqual([])
  },
  page: async ({ app }, lend) => {
    await lend(await openPage(app))
  },
})

/** Calls the node side as the page does. */
export const send = (page: Page, method: string, input: unknown = {}): Promise<unknown> =>
  page.evaluate(([name, value]) => (window as unknown as PageWindow).rapporteur.send(name, value), [
    method,
    input,
  ] as const)

/** Answers the next save dialogs in the person's place. */
export const answerSaveDialog = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)

/** Answers the next open dialogs in the person's place. */
export const answerOpenDialog = (app: ElectronApplication, paths: string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
  }, paths)

/** Chooses a command of the native menu. */
export const chooseMenu = (app: ElectronApplication, command: string): Promise<void> =>
  app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command)

/** Drops files on the page by the system's own gesture: the page gets files that have a path. */
export async function dropFiles(page: Page, files: string[], { x, y } = { x: 300, y: 150 }): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x, y, data })
  // A page that has not yet said whether it takes what is held over it is not given it: no hand is as fast.
  const over = await page.evaluateHandle(() => ({
    isTold: new Promise<void>((told) =>
      addEventListener('dragover', () => requestAnimationFrame(() => told()), { once: true }),
    ),
  }))
  await drag('dragEnter')
  await drag('dragOver')
  await over.evaluate(({ isTold }) => isTold)
  await drag('dragOver')
  await drag('drop')
  await session.detach()
}
