// node test/standin/run.mjs start|dev|e2e|node [arguments]
// Runs the program, its end-to-end tests, or a script that starts it, on Electron or on the stand-in. Only RAPPORTEUR_HOST
// decides:
//   electron   the real one, or fail
//   standin    the stand-in
//   auto       (when not set) the real one if it is here or can be fetched, the stand-in otherwise
// Exit codes of its own: 1 the build failed, 2 wrong use, 3 no display, 4 nothing to run it with.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { isBuilt } from './built.mjs'
import { chromium, NEEDS, provide } from './packages.mjs'

const TASKS = ['start', 'dev', 'e2e', 'node']
/** Those for which the stand-in needs no display. */
const UNSEEN = ['e2e', 'node']
const HOSTS = ['electron', 'standin', 'auto']
const FETCH_DEADLINE_MS = 300_000
const NO_DISPLAY = [
  'There is no display here (DISPLAY is not set), so no window can be shown.',
  'On a desktop, start it from a terminal of that desktop. Elsewhere: xvfb-run -a npm start.',
  'Without any window: npm run demo.',
]
const NO_ELECTRON = 'Electron is not here and could not be downloaded (npx install-electron shows why).'

const require = createRequire(import.meta.url)
const here = import.meta.dirname
const root = resolve(here, '../..')
const { env } = process
const isLinux = process.platform === 'linux'
const isRoot = process.getuid?.() === 0
const hasDisplay = !isLinux || env.DISPLAY || env.WAYLAND_DISPLAY
const host = env.RAPPORTEUR_HOST || 'auto'
const [task, ...given] = process.argv.slice(2)

if (!TASKS.includes(task)) stop(2, 'Usage: node test/standin/run.mjs start|dev|e2e|node [arguments]')
if (!HOSTS.includes(host)) stop(2, `RAPPORTEUR_HOST=${host}: use electron, standin or auto.`)
if (!UNSEEN.includes(task) && !hasDisplay) stop(3, ...NO_DISPLAY)

const electron = host === 'standin' ? undefined : realElectron()
const program = electron ?? standin()
if (electron && !hasDisplay) stop(3, ...NO_DISPLAY, 'For the tests: xvfb-run -a npm run e2e.')
if (!env.ELECTRON_EXEC_PATH) env.ELECTRON_EXEC_PATH = program
if (task !== 'dev' && !env.APP_DIR && !isBuilt(root)) build()
run(...commandOf(task))

function stop(code, ...lines) {
  console.error(lines.join('\n'))
  process.exit(code)
}

function binary(name, file) {
  return join(dirname(require.resolve(`${name}/package.json`)), file)
}

/** Where the real Electron is, if it has been fetched. */
function fetched() {
  const pathFile = binary('electron', 'path.txt')
  const path = existsSync(pathFile) ? binary('electron', join('dist', readFileSync(pathFile, 'utf8'))) : ''
  return existsSync(path) ? path : undefined
}

/** Nothing downloads Electron at install time, and electron-vite does not either. */
function realElectron() {
  if (fetched()) return fetched()
  console.error('Fetching Electron (once)…')
  const stdio = ['ignore', 'inherit', 'ignore']
  spawnSync(process.execPath, [binary('electron', 'install.js')], { stdio, timeout: FETCH_DEADLINE_MS })
  return fetched()
}

function standin() {
  if (host === 'electron') stop(4, `RAPPORTEUR_HOST=electron, but: ${NO_ELECTRON}`)
  if (!isLinux) stop(4, NO_ELECTRON, 'The stand-in runs on Linux only.')
  const remedy = provide([NEEDS.chromium])
  if (remedy) stop(4, 'The stand-in needs Chromium.', remedy)
  Object.assign(env, { ELECTRON_OVERRIDE_DIST_PATH: here, CHROMIUM_PATH: chromium() })
  const why = host === 'standin' ? 'RAPPORTEUR_HOST=standin' : 'Electron is not available'
  const what = `Node ${process.versions.node} and ${env.CHROMIUM_PATH}`
  console.error(`*** ${why}: running on the stand-in (${what}). This is not the product. ***`)
  return join(here, 'electron')
}

function build() {
  const vite = [binary('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'warn']
  if (spawnSync(process.execPath, vite, { cwd: root, stdio: 'inherit' }).status !== 0) stop(1, 'The build failed.')
}

function commandOf(task) {
  if (task === 'dev') return [process.execPath, [binary('electron-vite', 'bin/electron-vite.js'), 'dev', ...given]]
  if (task === 'e2e') return [process.execPath, [binary('@playwright/test', 'cli.js'), 'test', ...given]]
  if (task === 'node') return [process.execPath, given]
  // npm moves to the project's folder: files are meant from where the person is.
  const words = given.map((word) => (word.startsWith('-') ? word : resolve(env.INIT_CWD ?? '.', word)))
  return [program, [env.APP_DIR || '.', ...(isRoot && isLinux ? ['--no-sandbox'] : []), ...words]]
}

function run(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env })
  // The terminal tells the child too.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => stop(4, String(error)))
  child.on('exit', (code) => process.exit(code ?? 1))
}
