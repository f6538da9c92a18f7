'use strict'
// Requests and permissions. Chromium will not go to `app://x/y`, a scheme it does not know: the address is served as
// `https://x.app.app-standin.localhost/y`, and the program sees the `app:` address.
const { EventEmitter } = require('node:events')
const host = require('./host.cjs')

const SUFFIX = '.app-standin.localhost'

/** As Chromium's protocol names them, and as Electron does. */
const PERMISSIONS = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  midi: 'midi',
  camera: 'media',
  microphone: 'media',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
}

const handlers = new Map()

function toChromium(address) {
  const [, scheme, name, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(.*)$/.exec(address) ?? []
  return handlers.has(scheme) ? `https://${name}.${scheme}${SUFFIX}${rest}` : address
}

const toProgram = (address) => address.replace(/^https:\/\/(.+)\.([a-z0-9+-]+)\.app-standin\.localhost/, '$2://$1')

const protocol = {
  registerSchemesAsPrivileged() {
    if (host.cdp) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' is already handled`)
    handlers.set(scheme, handler)
  },
}

class Session extends EventEmitter {
  protocol = protocol
  #checkRequest = (_details, done) => done({})
  // Electron grants what nobody refuses.
  #requestPermission = (_contents, _permission, done) => done(true)
  #checkPermission = () => true

  webRequest = {
    onBeforeRequest: (check) => {
      this.#checkRequest = check
    },
  }

  setPermissionRequestHandler(handler) {
    this.#requestPermission = handler
  }
  setPermissionCheckHandler(handler) {
    this.#checkPermission = handler
  }
  setDevicePermissionHandler() {}

  async fetch(address) {
    const handler = handlers.get(new URL(address).protocol.slice(0, -1))
    if (!handler) throw new Error('net::ERR_FAILED')
    return handler(new Request(address))
  }

  _isCancelled(details) {
    return new Promise((resolve) => this.#checkRequest(details, ({ cancel = false }) => resolve(cancel)))
  }

  /** Chromium is told the program's answers beforehand: it does not ask us. */
  async _settlePermissions(contents, address) {
    const { origin } = new URL(toChromium(address))
    if (!origin.startsWith('https:')) return
    for (const [name, permission] of Object.entries(PERMISSIONS)) {
      const isGranted = await new Promise((done) => this.#requestPermission(contents, permission, done))
      const setting = isGranted && this.#checkPermission(contents, permission, origin) ? 'granted' : 'denied'
      await host.cdp.send('Browser.setPermission', { permission: { name }, setting, origin })
    }
  }
}

const session = { defaultSession: new Session() }
const handlerOf = (scheme) => handlers.get(scheme)

module.exports = { session, protocol, handlerOf, toChromium, toProgram }
