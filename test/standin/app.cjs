'use strict'
// `app`: paths, readiness and the end of the program.
const { EventEmitter } = require('node:events')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { startChromium } = require('./chromium.cjs')
const host = require('./host.cjs')
const singleInstance = require('./single.cjs')
const { utilityMetrics } = require('./utility.cjs')

class CommandLine {
  switches = new Map()
  appendSwitch(name, value = '') {
    this.switches.set(name, value)
  }
  hasSwitch(name) {
    return this.switches.has(name) || host.args.some((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  }
}

class App extends EventEmitter {
  isPackaged = false
  commandLine = new CommandLine()
  #paths = {}
  #isReady = false
  #isQuitting = false
  /** Quitting, as long as no window stays: then the last one that closes does not say so. */
  _isLeaving = false
  #sayReady
  #ready = new Promise((resolve) => {
    this.#sayReady = resolve
  })

  get name() {
    const { productName, name } = this.#package()
    return productName ?? name ?? 'Electron'
  }
  getName() {
    return this.name
  }
  getVersion() {
    return this.#package().version ?? '0.0.0'
  }
  getAppPath() {
    return host.root
  }
  getLocale() {
    return (process.env.LANG ?? 'en').slice(0, 2)
  }
  getPreferredSystemLanguages() {
    return [this.getLocale()]
  }
  getAppMetrics() {
    return [{ pid: process.pid, type: 'Browser' }, ...utilityMetrics()]
  }
  #package() {
    const file = path.join(host.root, 'package.json')
    return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  }

  setPath(name, folder) {
    this.#paths[name] = folder
  }
  getPath(name) {
    const home = os.homedir()
    const appData = process.env.XDG_CONFIG_HOME ?? path.join(home, '.config')
    const usual = {
      home,
      appData,
      userData: path.join(appData, this.name),
      temp: os.tmpdir(),
      documents: path.join(home, 'Documents'),
      downloads: path.join(home, 'Downloads'),
      exe: process.execPath,
    }
    const folder = this.#paths[name] ?? usual[name]
    if (!folder) throw new Error(`Failed to get '${name}' path`)
    if (name === 'userData') fs.mkdirSync(folder, { recursive: true })
    return folder
  }

  enableSandbox() {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  isReady() {
    return this.#isReady
  }
  whenReady() {
    return this.#ready
  }
  async _start() {
    await startChromium(this)
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#sayReady()
  }

  quit() {
    if (this.#isQuitting || this.#isPrevented('before-quit')) return
    this._isLeaving = true
    void this.#closeWindows().then((areClosed) => {
      this._isLeaving = false
      if (areClosed) this.#end()
    })
  }
  /** False as soon as one stays. */
  async #closeWindows() {
    for (const window of [...host.windows]) {
      const isGone = new Promise((resolve) => {
        window.once('closed', () => resolve(true))
        window.once('_stayed', () => resolve(false))
      })
      window.close()
      if (!window._isClosing()) return false
      if (!window.isDestroyed() && !(await isGone)) return false
    }
    return true
  }
  #end() {
    if (this.#isQuitting || this.#isPrevented('will-quit')) return
    this.emit('quit', {}, 0)
    this.exit(0)
  }
  exit(code = 0) {
    this.#isQuitting = true
    host.cdp?.process.kill('SIGTERM')
    process.exit(code)
  }
  #isPrevented(event) {
    let isPrevented = false
    const preventDefault = () => {
      isPrevented = true
    }
    this.emit(event, { preventDefault })
    return isPrevented
  }

  /** All windows have been closed at once, from outside. */
  _chromiumGone() {
    if (this.#isQuitting) return
    for (const window of [...host.windows]) window._gone()
    if (!this.#isQuitting) this.exit(0)
  }
}

const app = new App()
Object.assign(app, singleInstance(app))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.quit())
process.on('exit', () => host.cdp?.process.kill('SIGKILL'))

module.exports = { app }
