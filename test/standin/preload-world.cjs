'use strict'
// Runs in a world of its own, before any script of the page: gives the preload the little that a sandboxed one has.
module.exports = function preloadWorld(channel, makeCodec, described, preload) {
  if (window.top !== window || location.href === 'about:blank') return
  const codec = makeCodec()
  const functions = new Map()
  const answers = new Map()
  const listeners = new Map()
  let lastId = 0

  const isPlain = (value) => value && Object.getPrototypeOf(value) === Object.prototype
  const eachValue = (object, f) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(value)]))
  const tell = (detail) => window.dispatchEvent(new CustomEvent(`${channel}>page`, { detail }))
  const wordsOf = (error) => String(error?.message ?? error)

  const leave = (value) => {
    if (typeof value === 'function') {
      functions.set(++lastId, value)
      return { $function: lastId }
    }
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.')
    if (Array.isArray(value)) return value.map(leave)
    return isPlain(value) ? eachValue(value, leave) : value
  }
  const enter = (value) => {
    if (!value || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(enter)
    if (value.$function) return (...args) => tell({ call: value.$function, args: leave(args) })
    return isPlain(value) ? eachValue(value, enter) : value
  }
  const settleLater = (promised) => {
    const promise = ++lastId
    tell({ reply: { promise } })
    promised.then(
      (value) => tell({ settle: promise, value: leave(value) }),
      (error) => tell({ settle: promise, error: wordsOf(error) }),
    )
  }
  const hearPage = (event) => {
    event.stopImmediatePropagation()
    const { call, args } = event.detail
    try {
      const value = functions.get(call)(...enter(args))
      if (typeof value?.then === 'function') settleLater(value)
      else tell({ reply: { value: leave(value) } })
    } catch (error) {
      tell({ reply: { error: wordsOf(error) } })
    }
  }
  window.addEventListener(`${channel}>preload`, hearPage, true)

  const post = (message) => globalThis.__standinSend(codec.stringify(message))
  globalThis.__standinReceive = (text) => {
    const { id, error, value, channel, args } = codec.parse(text)
    if (!id) {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...args)
      return
    }
    const { resolve, reject } = answers.get(id)
    answers.delete(id)
    if (error === undefined) resolve(value)
    else reject(new Error(error))
  }

  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        post({ type: 'invoke', id, channel, args })
        answers.set(id, { resolve, reject })
      }),
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return this
    },
    off(channel, listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      )
      return this
    },
  }
  const contextBridge = {
    exposeInMainWorld: (name, api) => tell({ expose: name, api: leave(api) }),
  }
  const webUtils = {
    getPathForFile(file) {
      if (!(file instanceof File)) throw new TypeError('getPathForFile: not a File')
      let path = ''
      // This must answer at once: the page stands still here while ./web-contents.cjs asks Chromium and fills `path` in.
      debugger
      return path
    },
  }

  const require = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer, webUtils }
    throw new Error(`module not found: ${name}`)
  }
  const process = { ...described, contextIsolated: true, sandboxed: true, type: 'renderer' }
  const module = { exports: {} }
  try {
    preload(require, process, module, module.exports)
  } catch (error) {
    post({ type: 'preload-error', message: String(error?.stack ?? error) })
  }
}
