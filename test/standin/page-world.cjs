'use strict'
// Runs in the page's own world, before any script of the page: shows it what the preload exposes. The two worlds talk
// through DOM events, whose `detail` Chromium clones on the way.
module.exports = function pageWorld(channel) {
  if (window.top !== window || location.href === 'about:blank') return
  const callbacks = new Map()
  const promises = new Map()
  let lastId = 0
  let reply

  const isPlain = (value) => value && Object.getPrototypeOf(value) === Object.prototype
  const eachValue = (object, f) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(value)]))
  const tell = (detail) => window.dispatchEvent(new CustomEvent(`${channel}>preload`, { detail }))

  /** A function leaves as a number, by which the other side calls it back. */
  const leave = (value) => {
    if (typeof value === 'function') {
      callbacks.set(++lastId, value)
      return { $function: lastId }
    }
    if (Array.isArray(value)) return value.map(leave)
    return isPlain(value) ? eachValue(value, leave) : value
  }
  const enter = (value) => {
    if (!value || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(enter)
    if (value.$function) return (...args) => callPreload(value.$function, args)
    return isPlain(value) ? Object.freeze(eachValue(value, enter)) : value
  }
  const callPreload = (call, args) => {
    reply = undefined
    tell({ call, args: leave(args) })
    const { error, promise, value } = reply
    if (error) throw new Error(error)
    if (!promise) return enter(value)
    return new Promise((resolve, reject) => promises.set(promise, { resolve, reject }))
  }

  const heard = {
    expose: ({ expose, api }) => Object.defineProperty(window, expose, { value: enter(api), enumerable: true }),
    reply: (said) => (reply = said.reply),
    settle: ({ settle, error, value }) => {
      const { resolve, reject } = promises.get(settle)
      promises.delete(settle)
      if (error === undefined) resolve(enter(value))
      else reject(new Error(error))
    },
    call: ({ call, args }) => callbacks.get(call)?.(...enter(args)),
  }
  const hear = (event) => {
    event.stopImmediatePropagation()
    const kind = Object.keys(heard).find((name) => name in event.detail)
    heard[kind](event.detail)
  }
  window.addEventListener(`${channel}>page`, hear, true)
}
