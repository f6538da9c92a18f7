import { spawnSync } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

interface Outcome {
  readonly code: number | null
  readonly said: string
}

const NOBODY = 65534

/** Runs the starter with these variables only: what it decides must not depend on the rest. */
function start(args: readonly string[], env: Record<string, string>, uid = process.getuid?.() ?? 0): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/standin/run.mjs', ...args], {
    env: { PATH: process.env['PATH'], APP_DIR: process.env['APP_DIR'] ?? '.', ...env },
    encoding: 'utf8',
    uid,
  })
  return { code: status, said: stdout + stderr }
}

let folders = 0

/** A folder of programs, to be the whole PATH. */
async function pathOf(programs: Record<string, string>): Promise<string> {
  const folder = test.info().outputPath(`path-${++folders}`)
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  }
  for (const name of ['cat', 'chmod']) await symlink(`/bin/${name}`, join(folder, name))
  return folder
}

test('without a display: a clear message, another way, and an exit code of its own', () => {
  const { code, said } = start(['start'], {})
  expect(code).toBe(3)
  expect(said).toContain('There is no display here')
  expect(said).toContain('xvfb-run -a npm start')
  expect(said).toContain('npm run demo')
})

test('wrong use is said', () => {
  expect(start(['fly'], {}).code).toBe(2)
  expect(start(['start'], { RAPPORTEUR_HOST: 'chrome', DISPLAY: ':1' }).code).toBe(2)
})

test('the host is what RAPPORTEUR_HOST says, and the stand-in says that it is not the product', () => {
  const standin = start(['e2e', '--version'], { RAPPORTEUR_HOST: 'standin', CI: '1' })
  expect(standin.code).toBe(0)
  expect(standin.said).toContain('RAPPORTEUR_HOST=standin: running on the stand-in')
  expect(standin.said).toContain('This is not the product')
  const real = start(['e2e', '--version'], { RAPPORTEUR_HOST: 'electron' })
  expect(real.code).toBe(4)
  expect(real.said).not.toContain('running on the stand-in')
})

test('a display that does not answer is not a success', () => {
  const { status, stderr } = spawnSync(
    resolve('test/standin/electron'),
    [process.env['APP_DIR'] ?? '.', '--no-sandbox'],
    {
      env: { ...process.env, DISPLAY: ':4321', STANDIN_HEADLESS: '0', RAPPORTEUR_DATA: test.info().outputPath('data') },
      encoding: 'utf8',
    },
  )
  expect(status).toBe(1)
  expect(stderr).toContain('Chromium ended before it was ready')
})

test('a main module that waits for readiness at its top is told so', async () => {
  const program = test.info().outputPath('stuck.mjs')
  await writeFile(program, "import { app } from 'electron'\nawait app.whenReady()\n")
  const env = { ...process.env, STANDIN_MAIN_DEADLINE_MS: '500' }
  const { status, stderr } = spawnSync(resolve('test/standin/electron'), [program], { env, encoding: 'utf8' })
  expect(status).toBe(70)
  expect(stderr).toContain('await app.whenReady()')
})

test('no Chromium: root installs it, everybody else reads the command', async () => {
  const nobody = start(['e2e', '--version'], { RAPPORTEUR_HOST: 'standin', PATH: await pathOf({}) }, NOBODY)
  expect(nobody).toMatchObject({ code: 4, said: expect.stringContaining('sudo apt-get install chromium') })

  const aptGet = `echo "$DEBIAN_FRONTEND $@" >> "\${0%/*}/log"
[ "$1" = install ] && { echo "#!/bin/sh" > "\${0%/*}/chromium"; chmod 755 "\${0%/*}/chromium"; }; true`
  const folder = await pathOf({ 'apt-get': aptGet })
  const root = start(['e2e', '--version'], { RAPPORTEUR_HOST: 'standin', PATH: folder })
  expect(root.said).toContain('installing chromium (apt-get)')
  expect(root.code).toBe(0)
  expect(await readFile(join(folder, 'log'), 'utf8')).toBe(
    'noninteractive update\nnoninteractive install -y --no-install-recommends chromium\n',
  )

  const broken = await pathOf({ 'apt-get': 'exit 100' })
  expect(start(['e2e', '--version'], { RAPPORTEUR_HOST: 'standin', PATH: broken })).toMatchObject({
    code: 4,
    said: expect.stringContaining('could not install'),
  })
})
