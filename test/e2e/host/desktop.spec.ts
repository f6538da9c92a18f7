import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chooseMenu, expect, openPage, type PageWindow, send, test } from '../fixtures.ts'
import { noMouse } from '../no-mouse.ts'

test('the menu speaks the chosen language and tells the page what was chosen', async ({ app, page }) => {
  const titles = (): Promise<readonly string[]> =>
    app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label))
  await send(page, 'settings.save', { language: 'fr' })
  expect(await titles()).toContain('&Fichier')
  await send(page, 'settings.save', { language: 'es' })
  expect(await titles()).toContain('&Archivo')

  await page.evaluate(() => {
    const chosen: unknown[] = []
    const stop = (window as unknown as PageWindow).rapporteur.on('menu.chosen', (command) => chosen.push(command))
    Object.assign(window, { chosen, stop })
  })
  await chooseMenu(app, 'report.write')
  const chosen = (): Promise<unknown> => page.evaluate(() => (window as { chosen?: unknown }).chosen)
  await expect.poll(chosen).toEqual(['report.write'])

  // It hears no more once it has stopped listening.
  await page.evaluate(() => (window as { stop?: () => void }).stop?.())
  await chooseMenu(app, 'go.review')
  await page.waitForTimeout(100)
  expect(await chosen()).toEqual(['report.write'])
})

test('the window comes back where it was, unless that place can no longer be seen', async ({ start, userData }) => {
  const bounds = async (): Promise<unknown> => {
    const app = await start()
    await openPage(app)
    const found = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
    await app.close()
    return found
  }
  const file = join(userData, 'window.json')
  const place = { x: 40, y: 60, width: 900, height: 650, maximized: false }
  await writeFile(file, JSON.stringify(place))
  expect(await bounds()).toMatchObject({ width: 900, height: 650 })
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ width: 900, height: 650 })
  await writeFile(file, JSON.stringify({ ...place, x: 90_000 }))
  expect(await bounds()).toMatchObject({ width: 1280, height: 800 })
})

test('a known verb runs the command line, without a window', () => {
  const executable = String(createRequire(import.meta.url)('electron'))
  const program = process.env['APP_DIR'] ?? '.'
  const { status, stdout } = spawnSync(executable, [program, '--help', '--no-sandbox'], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(status).toBe(0)
  expect(stdout).toContain('rapporteur')
})

test('a test that promises to use no mouse cannot use one by mistake', async ({ page }) => {
  noMouse(page)
  await page.keyboard.press('Tab')
  expect(() => page.click('body')).toThrow('no mouse')
  expect(() => page.mouse.move(1, 1)).toThrow('no mouse')
  expect(() => page.locator('body').click()).toThrow('no mouse')
})
