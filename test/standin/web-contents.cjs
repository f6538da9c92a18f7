'use strict'
// A page: its messages, its navigations, its requests. One target of Chromium each.
const { randomUUID } = require('node:crypto')
const { EventEmitter } = require('node:events')
const fs = require('node:fs')
const { pathToFileURL } = require('node:url')
const makeCodec = require('./codec.cjs')
const host = require('./host.cjs')
const { ipcMain } = require('./ipc-main.cjs')
const pageWorld = require('./page-world.cjs')
const preloadWorld = require('./preload-world.cjs')
const { handlerOf, session, toChromium, toProgram } = require('./session.cjs')

const WORLD = 'electron-preload'
const CHANNEL = `standin-${randomUUID()}`
/** Pop-ups cannot be refused from outside: a page whose program refuses them is put in a sandbox that has none. */
const NO_POP_UPS = 'sandbox allow-scripts allow-same-origin allow-forms allow-modals allow-downloads'
/** False when the page holds itself back. */
const ASK_TO_UNLOAD = "window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
const codec = makeCodec()
let lastId = 0

class WebContents extends EventEmitter {
  id = ++lastId
  session = session.defaultSession
  _target
  _isDestroyed = false
  #window
  #preferences
  #url = ''
  #preloadContext
  #mainFrameId
  #isLoading = false
  #arePermissionsSettled = false
  #openHandler = () => ({ action: 'allow' })

  constructor(window, preferences) {
    super()
    this.#window = window
    this.#preferences = preferences
    this._ready = this.#attach()
  }

  static getAllWebContents() {
    return host.windows.map(({ webContents }) => webContents)
  }
  static fromId(id) {
    return WebContents.getAllWebContents().find((contents) => contents.id === id)
  }
  static fromDevToolsTargetId(target) {
    return WebContents.getAllWebContents().find((contents) => contents._target === target)
  }

  get _window() {
    return this.#window
  }
  get mainFrame() {
    return { url: this.#url, parent: null, frames: [] }
  }
  getURL() {
    return this.#url
  }
  isDestroyed() {
    return this._isDestroyed
  }
  isDevToolsOpened() {
    return false
  }
  getLastWebPreferences() {
    return { ...this.#preferences }
  }
  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }
  close() {
    this.#window.close()
  }
  reload() {
    void this._send('Page.reload')
  }
  send(channel, ...args) {
    this.#deliver({ channel, args }, this.#preloadContext)
  }

  async loadURL(address) {
    await this._ready
    if (!this.#arePermissionsSettled) await this.session._settlePermissions(this, address)
    this.#arePermissionsSettled = true
    this.#isLoading = true
    try {
      const { errorText } = await this._send('Page.navigate', { url: toChromium(address) })
      if (errorText) throw new Error(`${errorText} loading '${address}'`)
    } finally {
      this.#isLoading = false
    }
  }

  async executeJavaScript(expression) {
    const evaluated = await this._send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    return evaluated.result.value
  }

  /** Whether the page lets itself be closed; when it does not, the program may do so all the same. */
  async _mayUnload() {
    const asked = this.executeJavaScript(ASK_TO_UNLOAD).catch(() => true)
    const patience = new Promise((resolve) => setTimeout(resolve, 1000, true))
    if ((await Promise.race([asked, patience])) !== false) return true
    let isOverruled = false
    const preventDefault = () => {
      isOverruled = true
    }
    this.emit('will-prevent-unload', { preventDefault })
    return isOverruled
  }

  async #attach() {
    this._target = await this.#window._openTarget()
    const { sessionId } = await host.cdp.send('Target.attachToTarget', { targetId: this._target, flatten: true })
    this._send = (method, params) => host.cdp.send(method, params, sessionId)
    this.#listen((event, listener) => host.cdp.on(sessionId + event, listener))
    await this._send('Page.enable')
    this.#mainFrameId = (await this._send('Page.getFrameTree')).frameTree.frame.id
    await this._send('Runtime.enable')
    await this._send('Debugger.enable')
    await this._send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
    await this.#inject()
  }

  #listen(on) {
    on('Runtime.executionContextCreated', ({ context }) => {
      const isPreload = context.name === WORLD && context.auxData.frameId === this.#mainFrameId
      if (isPreload) this.#preloadContext = context.uniqueId
    })
    on('Runtime.bindingCalled', ({ name, payload }) => name === '__standinSend' && this.#hear(codec.parse(payload)))
    on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) this.#url = toProgram(frame.url)
    })
    on('Page.loadEventFired', () => {
      if (this.#url === 'about:blank') return
      this.emit('did-finish-load', {})
      this.#window._painted()
    })
    on('Fetch.requestPaused', (request) => void this.#request(request))
    on('Debugger.paused', ({ callFrames }) => void this.#pathOfFile(callFrames[0]))
    on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
  }

  async #inject() {
    const channel = JSON.stringify(CHANNEL)
    const evaluate = (source, worldName) =>
      this._send('Page.addScriptToEvaluateOnNewDocument', { source, ...(worldName ? { worldName } : {}) })
    await this._send('Runtime.addBinding', { name: '__standinSend', executionContextName: WORLD })
    await evaluate(`(${pageWorld})(${channel})`)
    const file = this.#preferences.preload
    if (!file) return
    const { platform, arch, versions } = process
    const described = JSON.stringify({ platform, arch, versions, env: {}, argv: [] })
    const code = fs.readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*/g, '')
    const preload = `function (require, process, module, exports) {${code}\n}`
    const source = `(${preloadWorld})(${channel}, ${makeCodec}, ${described}, ${preload})`
    await evaluate(`${source}\n//# sourceURL=${pathToFileURL(file).href}`, WORLD)
  }

  async #hear({ type, id, channel, args, message }) {
    if (type === 'preload-error') {
      console.error('[stand-in] the preload failed:', message)
      this.emit('preload-error', {}, this.#preferences.preload, new Error(message))
      return
    }
    const context = this.#preloadContext
    try {
      const event = { sender: this, senderFrame: this.mainFrame }
      this.#deliver({ id, value: await ipcMain._answer(channel, event, args) }, context)
    } catch (error) {
      this.#deliver({ id, error: `Error invoking remote method '${channel}': ${error}` }, context)
    }
  }

  #deliver(message, uniqueContextId) {
    const expression = `__standinReceive(${JSON.stringify(codec.stringify(message))})`
    if (!uniqueContextId || this._isDestroyed) return
    this._send('Runtime.evaluate', { expression, uniqueContextId }).catch(() => {})
  }

  /** The page stands still inside `getPathForFile` of ./preload-world.cjs: its `path` is filled in from here. */
  async #pathOfFile({ callFrameId, functionName }) {
    const evaluate = (expression) => this._send('Debugger.evaluateOnCallFrame', { callFrameId, expression })
    try {
      if (functionName !== 'getPathForFile') return
      const { objectId } = (await evaluate('file')).result
      const { path } = await this._send('DOM.getFileInfo', { objectId })
      await evaluate(`path = ${JSON.stringify(path)}`)
    } finally {
      await this._send('Debugger.resume').catch(() => {})
    }
  }

  async #request({ requestId, request, resourceType, frameId }) {
    const url = toProgram(request.url)
    const refuse = (errorReason) => this._send('Fetch.failRequest', { requestId, errorReason }).catch(() => {})
    const isNavigation = resourceType === 'Document' && frameId === this.#mainFrameId
    if (isNavigation && !this.#isLoading && url !== this.#url && this.#isNavigationRefused(url))
      return refuse('Aborted')
    const details = { url, method: request.method, resourceType: isNavigation ? 'mainFrame' : resourceType }
    if (await this.session._isCancelled(details)) return refuse('BlockedByClient')
    const handler = handlerOf(new URL(url).protocol.slice(0, -1))
    if (!handler) return this._send('Fetch.continueRequest', { requestId }).catch(() => {})
    try {
      const response = await handler(new Request(url, { method: request.method, headers: request.headers }))
      await this.#fulfill(requestId, response, isNavigation)
    } catch (error) {
      console.error('[stand-in] protocol handler:', error)
      return refuse('Failed')
    }
  }

  #isNavigationRefused(url) {
    let isRefused = false
    const preventDefault = () => {
      isRefused = true
    }
    for (const name of ['will-navigate', 'will-frame-navigate']) {
      this.emit(name, { url, isMainFrame: true, preventDefault }, url)
    }
    return isRefused
  }

  async #fulfill(requestId, response, isNavigation) {
    const headers = [...response.headers].map(([name, value]) => ({ name, value }))
    const isClosed = isNavigation && this.#openHandler({ url: 'about:blank' }).action === 'deny'
    if (isClosed) headers.push({ name: 'content-security-policy', value: NO_POP_UPS })
    await this._send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: headers,
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }
}

module.exports = { WebContents }
