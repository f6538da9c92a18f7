import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { dropFiles, expect, openPage, type PageWindow, test } from '../fixtures.ts'

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

const built = resolve(process.env['APP_DIR'] ?? '.')

/** A file that someone could have handed over, made by the command line. */
function realBundle(folder: string, name: string): string {
  const file = join(folder, name)
  execFileSync(process.execPath, [join(built, 'out/main/cli.js'), 'new', '--process', 'blank', '--out', file])
  return file
}

test('a bundle named on the command line is opened, then one named by a second start is proposed', async ({
  start,
  userData,
}) => {
  const app = await start([realBundle(userData, 'Abidjan.rapx')])
  const page = await openPage(app)
  await expect(page).toHaveTitle(/ – Rapporteur$/)

  const elsewhere = join(userData, 'là bas')
  await mkdir(elsewhere)
  realBundle(elsewhere, 'Lima.rapx.zip')
  const second = spawn(executable, [built, 'Lima.rapx.zip', '--no-sandbox'], {
    cwd: elsewhere,
    env: { ...process.env, RAPPORTEUR_DATA: userData },
    stdio: 'ignore',
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
  await expect(page.getByText('Lima.rapx.zip').first()).toBeVisible()
  expect(app.windows()).toHaveLength(1)
  await app.close()

  const again = await start()
  await openPage(again)
})

test('what another program says is believed only when it names bundles', async ({ start, userData }) => {
  const app = await start([realBundle(userData, 'Abidjan.rapx')])
  const page = await openPage(app)
  await expect(page).toHaveTitle(/ – Rapporteur$/)
  await app.evaluate(({ app: program }) => {
    const said = [null, 3, { files: '/tmp/a.rapx' }, { files: ['/etc/passwd', 'relative.rapx', 3, {}] }]
    for (const data of [...said, { files: ['/nowhere/last.rapx'] }]) program.emit('second-instance', {}, [], '/', data)
  })
  await expect(page.getByText('last.rapx')).toBeVisible()

  // macOS asks with an event of its own.
  await app.evaluate(({ app: program }) => program.emit('open-file', { preventDefault() {} }, '/nowhere/Tunis.rapx'))
  await expect(page.getByText('Tunis.rapx')).toBeVisible()
  await expect(page.getByText(/a\.rapx|passwd|relative/)).toHaveCount(0)
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
