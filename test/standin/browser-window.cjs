'use strict'
// A window: its place, and how it is shown and closed.
const { EventEmitter } = require('node:events')
const { app } = require('./app.cjs')
const host = require('./host.cjs')
const { WebContents } = require('./web-contents.cjs')

const USUAL = { x: 0, y: 0, width: 800, height: 600 }

class BrowserWindow extends EventEmitter {
  #isDestroyed = false
  #isClosing = false
  #isVisible
  #isPainted = false
  #isMaximized = false
  #bounds

  constructor(options = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { x, y, width, height } = { ...USUAL, ...options }
    this.#bounds = { x, y, width, height }
    this.#isVisible = options.show !== false
    this.webContents = new WebContents(this, options.webPreferences ?? {})
    this.id = this.webContents.id
    host.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  static getAllWindows() {
    return [...host.windows]
  }
  static getFocusedWindow() {
    return host.windows.at(-1) ?? null
  }
  static fromId(id) {
    return host.windows.find((window) => window.id === id) ?? null
  }
  static fromWebContents(contents) {
    return contents?._window ?? null
  }

  loadURL(address) {
    return this.webContents.loadURL(address)
  }
  show() {
    this.#isVisible = true
    this.emit('show')
  }
  hide() {
    this.#isVisible = false
    this.emit('hide')
  }
  isVisible() {
    return this.#isVisible
  }
  focus() {
    this.emit('focus')
  }
  isMinimized() {
    return false
  }
  restore() {}
  maximize() {
    this.#isMaximized = true
  }
  unmaximize() {
    this.#isMaximized = false
  }
  isMaximized() {
    return this.#isMaximized
  }
  isDestroyed() {
    return this.#isDestroyed
  }
  getBounds() {
    return { ...this.#bounds }
  }
  getNormalBounds() {
    return this.getBounds()
  }
  setBounds(bounds) {
    Object.assign(this.#bounds, bounds)
  }

  close() {
    if (this.#isDestroyed) return
    let isPrevented = false
    const preventDefault = () => {
      isPrevented = true
    }
    this.emit('close', { preventDefault })
    if (isPrevented || this.#isClosing) return
    this.#isClosing = true
    void this.webContents._mayUnload().then((mayUnload) => {
      this.#isClosing = false
      if (mayUnload) this.destroy()
      else this.emit('_stayed')
    })
  }
  _isClosing() {
    return this.#isClosing || this.#isDestroyed
  }
  destroy() {
    const { _ready, _target } = this.webContents
    void _ready.then(() => host.cdp.send('Target.closeTarget', { targetId: _target })).catch(() => {})
    this._gone()
  }

  async _openTarget() {
    const { width, height } = this.#bounds
    const fresh = { url: 'about:blank', newWindow: true, width, height }
    const targetId = host.spare ?? (await host.cdp.send('Target.createTarget', fresh)).targetId
    host.spare = undefined
    const { windowId } = await host.cdp.send('Browser.getWindowForTarget', { targetId })
    // Refused while Chromium itself is still moving the window: its place then does not matter.
    await host.cdp.send('Browser.setWindowBounds', { windowId, bounds: { width, height } }).catch(() => {})
    return targetId
  }
  _painted() {
    if (!this.#isPainted) this.emit('ready-to-show')
    this.#isPainted = true
  }
  _gone() {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.webContents._isDestroyed = true
    host.windows.splice(host.windows.indexOf(this), 1)
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (host.windows.length > 0 || app._isLeaving) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
}

module.exports = { BrowserWindow }
