'use strict'
// The DevTools protocol over a pipe: JSON messages ended by a zero byte, written on fd 3 and read on fd 4.
const { spawn } = require('node:child_process')
const { EventEmitter } = require('node:events')

module.exports = class Cdp extends EventEmitter {
  #lastId = 0
  #waiting = new Map()
  #pieces = []

  constructor(program, args) {
    super()
    this.setMaxListeners(0)
    this.process = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
    this.process.stderr.on('data', passOn)
    this.process.on('exit', () => this.emit('exit'))
    this.process.on('error', (error) => {
      console.error(`[stand-in] cannot start ${program}: ${error.message}`)
      process.exit(1)
    })
    this.process.stdio[3].on('error', () => {})
    this.process.stdio[4].on('data', (chunk) => this.#read(chunk))
  }

  send(method, params = {}, sessionId = undefined) {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#waiting.set(id, { method, resolve, reject })
      this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  #read(chunk) {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...this.#pieces, rest.subarray(0, end)]).toString('utf8')
      this.#pieces = []
      rest = rest.subarray(end + 1)
      this.#hear(JSON.parse(whole))
    }
    if (rest.length > 0) this.#pieces.push(rest)
  }

  #hear({ id, error, result, sessionId = '', method, params }) {
    if (!id) return this.emit(sessionId + method, params)
    const call = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) call.reject(new Error(`${call.method}: ${error.message}`))
    else call.resolve(result)
  }
}

/** Playwright reads the address of the debugger there; the rest is noise unless asked for. */
function passOn(data) {
  for (const line of String(data).split('\n')) {
    if (line.startsWith('DevTools listening') || process.env.STANDIN_DEBUG) process.stderr.write(`${line}\n`)
  }
}
