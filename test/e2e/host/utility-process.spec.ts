// oxlint-disable unicorn/require-post-message-target-origin -- a process has no origin
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'

const ECHO = `process.parentPort.on('message', ({ data }) => {
  if (data === 'die') process.exit(7)
  process.parentPort.postMessage({ got: data, args: process.argv.slice(2), send: typeof process.send })
})`

interface Answer {
  readonly got: { readonly bytes: Uint8Array; readonly when: Date; readonly map: Map<number, Set<number>> }
  readonly args: readonly string[]
  readonly send: string
}

test('a utility process behaves as Electron documents it', async ({ app, userData }) => {
  const file = join(userData, 'echo.mjs')
  await writeFile(file, ECHO)
  const seen = await app.evaluate(async ({ utilityProcess }, file) => {
    const child = utilityProcess.fork(file, ['x'], { serviceName: 'echo' })
    const before = { pid: child.pid, killed: child.kill() }
    child.postMessage({ bytes: new Uint8Array([1, 2]), when: new Date(5), map: new Map([[1, new Set([2])]]) })
    const answer = await new Promise<Answer>((resolve) => child.once('message', resolve))
    const { bytes, when, map } = answer.got
    let refusal = ''
    try {
      child.postMessage(() => {})
    } catch (error) {
      refusal = String(error)
    }
    child.postMessage('die')
    const code = await new Promise((resolve) => child.once('exit', resolve))

    const other = utilityProcess.fork(file)
    await new Promise<void>((resolve) => other.once('spawn', resolve))
    const gone = new Promise((resolve) => other.once('exit', resolve))
    return {
      before,
      args: answer.args,
      send: answer.send,
      values: [bytes.constructor.name, [...bytes], when.getTime(), map.get(1)?.has(2)],
      refusal,
      code,
      killed: [other.kill(), await gone],
    }
  }, file)
  expect(seen).toEqual({
    before: { pid: undefined, killed: false },
    args: ['x'],
    send: 'undefined',
    values: ['Uint8Array', [1, 2], 5, true],
    refusal: 'Error: An object could not be cloned.',
    code: 7,
    killed: [true, 0],
  })
})
