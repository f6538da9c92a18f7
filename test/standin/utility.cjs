'use strict'
// A utility process as a child process of Node. This file is read on both sides: `fork` in main, `process.parentPort` in
// the child, which requires it before anything else.
const { fork } = require('node:child_process')
const { EventEmitter } = require('node:events')
const os = require('node:os')
const { clone } = require('./codec.cjs')()

/** Electron does not start the process at once either. */
const START_DELAY_MS = 20
const live = new Set()

if (process.env.STANDIN_UTILITY && process.send) becomeUtilityProcess()

function becomeUtilityProcess() {
  const send = process.send.bind(process)
  const port = new EventEmitter()
  const listen = () => process.on('message', ({ data }) => port.emit('message', { data, ports: [] }))
  port.postMessage = (data) => void send({ data: clone(data) })
  // Messages wait until somebody listens.
  port.once('newListener', () => setImmediate(listen))
  process.on('disconnect', () => process.exit())
  Object.assign(process, { type: 'utility', parentPort: port, send: undefined })
  delete process.env.STANDIN_UTILITY
  // As in Electron, an idle utility process does not end.
  process.channel.ref()
}

class UtilityProcess extends EventEmitter {
  pid
  #child
  #isKilled = false

  constructor(file, args, { env = process.env, execArgv = [], cwd, serviceName = 'Node Utility Process' }) {
    super()
    this.serviceName = serviceName
    this.#child = fork(file, args, {
      cwd,
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...env, STANDIN_UTILITY: '1' },
      execArgv: ['--disable-warning=ExperimentalWarning', '-r', __filename, ...execArgv],
    })
    live.add(this)
    setTimeout(() => this.#started(), START_DELAY_MS)
    this.#child.on('message', ({ data }) => this.emit('message', data))
    this.#child.once('error', (error) => console.error('[stand-in] utility process:', error))
    this.#child.once('exit', (code, signal) => this.#ended(code ?? os.constants.signals[signal]))
  }

  postMessage(data) {
    const message = { data: clone(data) }
    // To a process that has ended, nothing is said.
    if (this.#child.connected) this.#child.send(message, () => {})
  }

  /** False, and nothing done, before the process has started. */
  kill() {
    if (this.pid === undefined) return false
    this.#isKilled = this.#child.kill()
    return this.#isKilled
  }

  _endWithMain() {
    this.#child.kill('SIGKILL')
  }

  #started() {
    if (this.#child.pid === undefined || this.#child.exitCode !== null) return
    this.pid = this.#child.pid
    this.emit('spawn')
  }

  #ended(code) {
    this.pid = undefined
    live.delete(this)
    this.emit('exit', this.#isKilled ? 0 : code)
  }
}

process.on('exit', () => {
  for (const child of live) child._endWithMain()
})

/** `utilityProcess` of Electron; refuses to fork before the program is ready. */
const utilityProcess = (isReady) => ({
  fork(file, args = [], options = {}) {
    if (!isReady()) throw new Error('utilityProcess cannot be created before app is ready.')
    return Array.isArray(args) ? new UtilityProcess(file, args, options) : new UtilityProcess(file, [], args)
  },
})

const utilityMetrics = () =>
  [...live].filter(({ pid }) => pid).map(({ pid, serviceName }) => ({ pid, type: 'Utility', name: serviceName }))

module.exports = { utilityProcess, utilityMetrics }
