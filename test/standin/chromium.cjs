'use strict'
// Starts the installed Chromium and watches its pages come and go.
const fs = require('node:fs')
const path = require('node:path')
const Cdp = require('./cdp.cjs')
const host = require('./host.cjs')

const PASSED_ON = /^--(remote-debugging-port|no-sandbox|lang|force-device-scale-factor)/

/** Resolves once Chromium answers. */
async function startChromium(app) {
  const profile = path.join(app.getPath('userData'), 'standin-profile')
  const isHeadless = wantsHeadless()
  noTranslationOffers(profile)
  host.cdp = new Cdp(process.env.CHROMIUM_PATH ?? 'chromium', flagsOf(app, profile, isHeadless))
  host.cdp.on('exit', () => ended(app))
  const { product } = await host.cdp.send('Browser.getVersion')
  process.versions.chrome = product.split('/')[1]
  if (!isHeadless) host.spare = await ownWindow()
  await watchPages()
}

function wantsHeadless() {
  const { STANDIN_HEADLESS, DISPLAY, WAYLAND_DISPLAY } = process.env
  return STANDIN_HEADLESS ? STANDIN_HEADLESS !== '0' : !DISPLAY && !WAYLAND_DISPLAY
}

function flagsOf(app, profile, isHeadless) {
  const isRoot = process.getuid?.() === 0
  const ownSwitches = [...app.commandLine.switches].filter(([name]) => !name.endsWith('features'))
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--password-store=basic',
    // Nothing but this machine has an address.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    // Its address bar, which no window of ours shows, would be drawn by a process of its own.
    '--disable-features=Translate,MediaRouter,OptimizationHints,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    ...(isHeadless ? ['--headless=new', '--no-startup-window'] : ['--app=data:text/html,', '--test-type']),
    ...host.args.filter((word) => PASSED_ON.test(word)),
    ...ownSwitches.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}

function noTranslationOffers(profile) {
  const file = path.join(profile, 'Default', 'Preferences')
  if (fs.existsSync(file)) return
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, JSON.stringify({ translate: { enabled: false } }))
}

function ended(app) {
  if (!app.isReady()) {
    console.error('[stand-in] Chromium ended before it was ready (no display? STANDIN_DEBUG=1 shows its messages)')
    process.exit(1)
  }
  app._chromiumGone()
}

async function ownWindow() {
  const { targetInfos } = await host.cdp.send('Target.getTargets')
  return targetInfos.find(({ type }) => type === 'page')?.targetId
}

const windowOf = (targetId) => host.windows.find(({ webContents }) => webContents._target === targetId)

async function watchPages() {
  host.cdp.on('Target.targetDestroyed', ({ targetId }) => windowOf(targetId)?._gone())
  await host.cdp.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] })
}

module.exports = { startChromium }
