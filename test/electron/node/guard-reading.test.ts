import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startGuarded, type Reader } from '#node/guard-reading.ts'
import type { JobFailure, RunJob } from '#node/ports.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'

interface Order {
  readonly paths: readonly string[]
  readonly left: ReadonlyMap<number, FileFailure>
}

const reader: Reader<Order> = {
  memory: 512,
  paths: ({ paths }) => paths,
  without: (order, left) => ({ ...order, left }),
}
const nothing = (): void => {}

/** A process that reads good files, dies over bombs, never ends with the others, and breaks over `defect`. */
function aProcess({ paths, left }: Order, memory: number, onShare: (share: number) => void): ReturnType<RunJob> {
  const ended = fail<JobFailure>({ type: 'JobFailed', reason: 'ended' })
  let end: (done: Result<unknown, JobFailure>) => void = nothing
  const result = new Promise<Result<unknown, JobFailure>>((give) => {
    end = give
    onShare(0)
    expect(memory).toBe(512)
    for (const [at, path] of paths.entries()) {
      if (left.has(at)) onShare((at + 1) / paths.length)
      else if (path === 'bomb') return give(ended)
      else if (path === 'maze') return
      else if (path === 'defect') return give(fail({ type: 'JobFailed', reason: 'TypeError' }))
      else onShare((at + 1) / paths.length)
    }
    give(ok(paths.map((path, at) => left.get(at)?.type ?? path)))
  })
  return { result, cancel: () => end(fail({ type: 'JobCancelled' })) }
}

const reading = (...paths: readonly string[]): ReturnType<RunJob> =>
  startGuarded(aProcess, reader, { paths, left: new Map() }, nothing)

/** So many seconds, and what the disk has to say in each of them. */
async function letPass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await new Promise((resume) => setImmediate(resume))
    vi.advanceTimersByTime(1_000)
  }
}

/** As many seconds as it takes: how long the disk is before it tells the sizes of files, nobody knows. */
async function untilDone(result: Promise<unknown>): Promise<void> {
  const state = { isDone: false }
  void result.then(() => (state.isDone = true))
  while (!state.isDone) await letPass(1)
}

describe('reading files of strangers in a process of their own', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  it('gives what the process gives', async () => {
    expect(await reading('a', 'b').result).toEqual(ok(['a', 'b']))
  })

  it('goes on without the files that take its memory or never end', async () => {
    const { result } = reading('a', 'bomb', 'maze', 'b', 'bomb')
    await untilDone(result)
    expect(await result).toEqual(ok(['a', 'NoMemory', 'TooSlow', 'b', 'NoMemory']))
  })

  it('hands on a defect, which is no fault of a file', async () => {
    expect(await reading('a', 'defect').result).toEqual(fail({ type: 'JobFailed', reason: 'TypeError' }))
  })

  it('stops when it is told to, and does not begin again', async () => {
    const job = reading('maze', 'a')
    await letPass(1)
    job.cancel()
    expect(await job.result).toEqual(fail({ type: 'JobCancelled' }))
  })
})
