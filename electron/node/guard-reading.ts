import { stat } from 'node:fs/promises'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { SECONDS_PER_FILE } from '#shared/exchange/limits.ts'
import { fail, type Result } from '#shared/kit/result.ts'
import type { JobFailure, RunJob } from './ports.ts'

/** How a job that reads files of strangers is told which of them to leave, and why. */
export interface Reader<Input> {
  /** In the order in which the job reads them: its share goes up by one of them each. */
  paths(input: Input): readonly string[]
  without(input: Input, left: ReadonlyMap<number, FileFailure>): Input
  /** Megabytes of memory that the values of the job may take, beside what its files ask by their size. */
  readonly memory: number
}

/** A long file that is whole takes its time too: what is given for each of its bytes. */
const MS_PER_BYTE = 1 / 10_000
/** Until a process has started, on a computer that does much else. */
const START_MS = 60_000
/** What a worker says that ended without a word: it had no more memory, or died. */
const ENDED = 'ended'

/**
 * Has a job done that reads files of strangers. A file that keeps its process busy for too long, or takes all its memory,
 * costs that process; the job is done again without the file, which is told why. No file keeps the others from being read.
 */
export function startGuarded<Input>(
  start: (input: Input, memory: number, onShare: (share: number) => void) => ReturnType<RunJob>,
  reader: Reader<Input>,
  input: Input,
  onShare: (share: number) => void,
): ReturnType<RunJob> {
  let isCancelled = false
  let running: ReturnType<RunJob> | null = null
  const paths = reader.paths(input)

  async function readAll(): Promise<Result<unknown, JobFailure>> {
    const left = new Map<number, FileFailure>()
    const sizes = await Promise.all(paths.map(sizeOf))
    const memory = memoryFor(sizes, reader.memory)
    for (;;) {
      const { done, at, isLate } = await readOnce(reader.without(input, left), sizes, memory)
      if (isCancelled) return fail({ type: 'JobCancelled' })
      const isDead = !done.ok && done.failure.type === 'JobFailed' && done.failure.reason === ENDED
      // Once all files are read it is no file that is at fault.
      if ((!isLate && !isDead) || at >= paths.length || left.has(at)) return done
      left.set(at, isLate ? { type: 'TooSlow', seconds: SECONDS_PER_FILE } : { type: 'NoMemory' })
    }
  }

  async function readOnce(once: Input, sizes: readonly number[], memory: number) {
    let [at, isLate] = [0, false]
    let timer = setTimeout(stop, START_MS)
    running = start(once, memory, (share) => {
      clearTimeout(timer)
      at = Math.round(share * paths.length)
      const size = sizes[at]
      if (size !== undefined) timer = setTimeout(stop, SECONDS_PER_FILE * 1_000 + size * MS_PER_BYTE)
      onShare(share)
    })
    if (isCancelled) running.cancel()
    const done = await running.result
    clearTimeout(timer)
    return { done, at, isLate }

    function stop(): void {
      isLate = true
      running?.cancel()
    }
  }

  return {
    result: readAll(),
    cancel() {
      isCancelled = true
      running?.cancel()
    },
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** Megabytes that values take for each that files take: what a small file can unpack to does not count. */
const MEMORY_PER_BYTE = 16
const MOST_MEMORY = 4_096

const memoryFor = (sizes: readonly number[], own: number): number =>
  Math.min(MOST_MEMORY, own + Math.ceil((sizes.reduce((sum, size) => sum + size, 0) * MEMORY_PER_BYTE) / 1_000_000))
