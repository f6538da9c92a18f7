'use strict'
// Starts a program on the stand-in for Electron: Node for the main process, an installed Chromium for the pages.
// It is not the product: it exists so that the built product can be tried where Electron cannot be had.
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const STANDIN = path.join(__dirname, 'electron.cjs')
const MAIN_DEADLINE_MS = Number(process.env.STANDIN_MAIN_DEADLINE_MS ?? 10_000)

answerToTheNameOfElectron()
const { entry, preloads, args } = readArguments(process.argv.slice(2))
describeProcess(args)
const host = require('./host.cjs')
const { app } = require(STANDIN)
Object.assign(host, locate(entry), { args })
for (const file of preloads) require(file)
run()

/** `electron` means ./electron.cjs, for `import` and for `require`. */
function answerToTheNameOfElectron() {
  const named = /^electron(\/(main|common))?$/
  const resolveFilename = Module._resolveFilename
  Module._resolveFilename = function (request, ...rest) {
    return named.test(request) ? STANDIN : resolveFilename.call(this, request, ...rest)
  }
  const url = JSON.stringify(pathToFileURL(STANDIN).href)
  const hook = `export const resolve = (name, context, next) =>
    ${named}.test(name) ? { url: ${url}, format: 'commonjs', shortCircuit: true } : next(name, context)`
  Module.register(`data:text/javascript,${encodeURIComponent(hook)}`)
}

function readArguments(args) {
  const preloads = []
  let entry
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') preloads.push(args[++i])
    else if (!args[i].startsWith('-')) entry ??= path.resolve(args[i])
  }
  if (!entry) {
    console.error('usage: electron [options] <program folder or file>')
    process.exit(2)
  }
  return { entry, preloads, args }
}

/** What a program can read about the process it runs in. */
function describeProcess(args) {
  process.argv = [process.execPath, ...args]
  process.versions.electron ??= require('electron/package.json').version
  process.versions.chrome ??= '0.0.0.0'
  process.type = 'browser'
  process.defaultApp = true
}

function locate(entry) {
  if (!fs.statSync(entry).isDirectory()) return { root: path.dirname(entry), main: entry }
  const { main } = JSON.parse(fs.readFileSync(path.join(entry, 'package.json'), 'utf8'))
  return { root: entry, main: path.resolve(entry, main) }
}

/** As in Electron, `ready` only comes once the main module has been evaluated. */
function run() {
  const stuck = setTimeout(() => {
    console.error('[stand-in] the main module is still not evaluated: is there an `await app.whenReady()` at its top?')
    process.exit(70)
  }, MAIN_DEADLINE_MS)
  import(pathToFileURL(host.main).href)
    .then(() => {
      clearTimeout(stuck)
      return app._start()
    })
    .catch((error) => {
      console.error(error)
      process.exit(1)
    })
}
