import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theCommandLine } from './command-line.ts'

const commandLine = theCommandLine()

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-'))
  await commandLine.run(['new', '--process', '001', '--out', 'start.rapx'], { cwd: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const started = (words: readonly string[]) =>
  spawn(process.execPath, [join(commandLine.folder, 'cli.js'), ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

describe('the command line that is stopped', () => {
  it('ends quietly when nobody reads what it says', async () => {
    const child = started(['inspect', 'start.rapx'])
    child.stdout.destroy()
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const [code] = (await once(child, 'close')) as [number | null]
    expect({ code, said }).toEqual({ code: 0, said: '' })
  })

  it('leaves what it writes whole or not there at all, and nothing half done', async () => {
    // Windows has no such signal: it ends the program at once.
    for (const wait of [50, 200, 400]) {
      const out = `stopped-${wait}.rapx`
      const child = started(['merge', 'start.rapx', '--out', out])
      const ended = once(child, 'close')
      await new Promise((resume) => setTimeout(resume, wait))
      child.kill('SIGINT')
      const [code, signal] = (await ended) as [number | null, string | null]
      const names = await readdir(folder)
      expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
      if (!names.includes(out)) expect(code === 0 && signal === null).toBe(false)
      else expect((await commandLine.run(['inspect', out], { cwd: folder })).code).toBe(0)
    }
  })
})
