import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { dropFiles, expect, openPage, type PageWindow, send, test } from '../fixtures.ts'

const executable = String(createRequire(import.meta.url)('electron'))

async function bundle(folder: string, name: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, 'x')
  return file
}

interface Token {
  readonly token: string
  readonly name: string
}

/** The files that wait for the page: asked for until some are there, since they come from another process. */
async function waiting(page: Page): Promise<readonly string[]> {
  let names: readonly string[] = []
  const take = async (): Promise<number> => {
    const reply = (await send(page, 'file.take')) as { readonly value: readonly Token[] }
    names = [...names, ...reply.value.map(({ name }) => name)]
    return names.length
  }
  await expect.poll(take).toBeGreaterThan(0)
  return names
}

test('a bundle named on the command line waits for the page, then one named by a second start', async ({
  start,
  userData,
}) => {
  const app = await start([await bundle(userData, 'Abidjan.rapx')])
  const page = await openPage(app)
  await page.evaluate(() => {
    ;(window as unknown as PageWindow).rapporteur.on('files.waiting', () =>
      document.body.setAttribute('data-told', 'yes'),
    )
  })
  expect(await waiting(page)).toEqual(['Abidjan.rapx'])

  const elsewhere = join(userData, 'là bas')
  await mkdir(elsewhere)
  await bundle(elsewhere, 'Lima.rapx.zip')
  const program = resolve(process.env['APP_DIR'] ?? '.')
  const second = spawn(executable, [program, 'Lima.rapx.zip', '--no-sandbox'], {
    cwd: elsewhere,
    env: { ...process.env, RAPPORTEUR_DATA: userData },
    stdio: 'ignore',
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  expect(await waiting(page)).toEqual(['Lima.rapx.zip'])
  await expect(page.locator('body')).toHaveAttribute('data-told', 'yes')
  expect(app.windows()).toHaveLength(1)
  await app.close()

  const again = await start()
  await openPage(again)
})

test('what another program says is believed only when it names bundles', async ({ app, page }) => {
  await app.evaluate(({ app }) => {
    const said = [null, 3, { files: '/tmp/a.rapx' }, { files: ['/etc/passwd', 'relative.rapx', 3, {}] }]
    for (const data of [...said, { files: ['/nowhere/last.rapx'] }]) app.emit('second-instance', {}, [], '/', data)
  })
  expect(await waiting(page)).toEqual(['last.rapx'])

  // macOS asks with an event of its own.
  await app.evaluate(({ app }) => app.emit('open-file', { preventDefault() {} }, '/nowhere/Tunis.rapx'))
  expect(await waiting(page)).toEqual(['Tunis.rapx'])
})

test('dropped files become tokens, and the page never sees where they are', async ({ page, userData }) => {
  await page.evaluate(() => {
    document.addEventListener('dragover', (event) => event.preventDefault())
    document.addEventListener('drop', (event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      void (window as unknown as PageWindow).rapporteur
        .drop([...(event.dataTransfer?.files ?? [])])
        .then((given) => Object.assign(window, { given }))
    })
  })
  const files = [await bundle(userData, 'posé é.rapx'), await bundle(userData, 'notes.csv')]
  await dropFiles(page, files)
  const given = await page.waitForFunction(() => (window as { given?: readonly Token[] }).given)
  const tokens = (await given.jsonValue()) ?? []
  expect(tokens.map(({ name }) => name)).toEqual(files.map((file) => basename(file)))
  expect(JSON.stringify(tokens)).not.toContain(userData)

  // A file that the page made up has no path, and gets no token.
  const madeUp = page.evaluate(() => (window as unknown as PageWindow).rapporteur.drop([new File(['x'], 'faux.rapx')]))
  expect(await madeUp).toEqual([])
})

test('a file dropped where nothing takes it does not replace the page', async ({ page, userData }) => {
  const before = page.url()
  await dropFiles(page, [await bundle(userData, 'bord.rapx')], { x: 5, y: 5 })
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
})
