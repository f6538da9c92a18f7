import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { jobsIn } from '../../../electron/main/worker-host.ts'

// Real processes: those of the stand-in, since there is no Electron in a unit test.
vi.mock('electron', async () => {
  const { utilityProcess } = await import('../../standin/utility.cjs')
  return { utilityProcess: utilityProcess(() => true) }
})

const WORKER = `process.parentPort.once('message', ({ data: { name, input } }) => {
  const say = (news) => process.parentPort.postMessage(news)
  if (name === 'loop') for (;;);
  if (name === 'crash') process.exit(3)
  if (name === 'fill') for (const all = []; ; ) all.push({ more: all.length })
  if (name === 'refuse') say({ type: 'failed', reason: 'NotABundle' })
  say({ type: 'progress', progress: 0.5 })
  say({ type: 'done', value: input })
})`

const workerFile = join(mkdtempSync(join(tmpdir(), 'rapporteur-worker-')), 'worker.mjs')
writeFileSync(workerFile, WORKER)
const runJob = jobsIn(workerFile)
const nothing = (): void => {}

describe('a job in a process of its own', () => {
  it('says how far it is, then what it made', async () => {
    const heard: unknown[] = []
    const { result } = runJob({ name: 'echo', input: new Uint8Array([1, 2]) }, (progress) => heard.push(progress))
    expect(await result).toEqual({ ok: true, value: new Uint8Array([1, 2]) })
    expect(heard).toEqual([0.5])
  })

  it('is stopped even in the middle of a loop', async () => {
    const job = runJob({ name: 'loop', input: null }, nothing)
    await new Promise((resolve) => setTimeout(resolve, 300))
    job.cancel()
    expect(await job.result).toEqual({ ok: false, failure: { type: 'JobCancelled' } })
  })

  it('is stopped before it has started', async () => {
    const job = runJob({ name: 'echo', input: 1 }, nothing)
    job.cancel()
    expect(await job.result).toEqual({ ok: false, failure: { type: 'JobCancelled' } })
  })

  it('hands on the reason why it could not be done', async () => {
    const { result } = runJob({ name: 'refuse', input: null }, nothing)
    expect(await result).toEqual({ ok: false, failure: { type: 'JobFailed', reason: 'NotABundle' } })
  })

  it('fails alone when it takes more memory than it may', async () => {
    const { result } = runJob({ name: 'fill', input: null, memory: 32 }, nothing)
    expect(await result).toEqual({ ok: false, failure: { type: 'JobFailed', reason: 'ended' } })
  })

  it('fails, and nothing else does, when its process dies', async () => {
    const { result } = runJob({ name: 'crash', input: null }, nothing)
    expect(await result).toEqual({ ok: false, failure: { type: 'JobFailed', reason: 'ended' } })
  })
})
