import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Job, JobFailure, RunJob, RunningJob, WorkerNews } from '#node/ports.ts'

/** Jobs in worker threads, one thread each: cancelling ends the thread. */
export const jobsIn =
  (workerFile: string): RunJob =>
  (job, onProgress) =>
    start(workerFile, job, onProgress)

export const runJob = jobsIn(join(import.meta.dirname, 'worker.js'))

function start(workerFile: string, job: Job, onProgress: (progress: unknown) => void): RunningJob {
  const { memory, ...asked } = job
  const resourceLimits = memory === undefined ? {} : { maxOldGenerationSizeMb: memory }
  const worker = new Worker(workerFile, { resourceLimits })
  let isCancelled = false
  const result = new Promise<Result<unknown, JobFailure>>((end) => {
    worker.on('message', (news: WorkerNews) => {
      if (news.type === 'progress') return onProgress(news.progress)
      end(news.type === 'done' ? ok(news.value) : fail({ type: 'JobFailed', reason: news.reason }))
      void worker.terminate()
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'ended' : String(error)
      end(fail({ type: 'JobFailed', reason }))
    })
    worker.once('exit', () =>
      end(fail(isCancelled ? { type: 'JobCancelled' } : { type: 'JobFailed', reason: 'ended' })),
    )
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(asked)
  return {
    result,
    cancel() {
      isCancelled = true
      void worker.terminate()
    },
  }
}
