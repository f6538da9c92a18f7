'use strict'
// Values as text, with what structured cloning keeps (Date, Map, bytes…) and refuses (functions, nodes). The text of this
// function also runs in pages, so that it stands on nothing outside itself.
function makeCodec() {
  const toBase64 = (bytes) => {
    let text = ''
    for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768))
    return btoa(text)
  }
  const fromBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  const eachValue = (object, f) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(value)]))
  const errors = { TypeError, RangeError, SyntaxError, ReferenceError }

  const encode = (value) => {
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', v: String(value) }
    if (Object.is(value, -0)) return { $: 'number', v: '-0' }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(encode)
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof Map) return { $: 'map', v: [...value].map(encode) }
    if (value instanceof Set) return { $: 'set', v: [...value].map(encode) }
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack] }
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) return { $: 'view', type: value.constructor.name, v: toBase64(bytesOf(value)) }
    return { $: 'object', v: eachValue(value, encode) }
  }
  const decoders = {
    undefined: () => undefined,
    number: Number,
    bigint: BigInt,
    date: (v) => new Date(v),
    map: (v) => new Map(v.map(decode)),
    set: (v) => new Set(v.map(decode)),
    error: ([name, message, stack]) => Object.assign(new (errors[name] ?? Error)(message), { stack }),
    buffer: (v) => fromBase64(v).buffer,
    view: (v, type) => new globalThis[type](fromBase64(v).buffer),
    object: (v) => eachValue(v, decode),
  }
  const decode = (value) => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(decode)
    return decoders[value.$](value.v, value.type)
  }
  // Cloned first: that refuses what Electron refuses, and makes a Buffer the Uint8Array it will be on the other side.
  const clone = (value) => {
    try {
      return structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }
  return {
    clone,
    stringify: (value) => JSON.stringify(encode(clone(value))),
    parse: (text) => decode(JSON.parse(text)),
  }
}

if (typeof module === 'object') module.exports = makeCodec
