import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { JobFailure, RunJob, WorkerNews } from '#node/ports.ts'

/** Jobs in worker threads, one thread each: cancelling ends the thread. */
export const runJob: RunJob = (job, onProgress) => {
  const worker = new Worker(join(import.meta.dirname, 'worker.js'))
  let isCancelled = false
  const result = new Promise<Result<unknown, JobFailure>>((end) => {
    worker.on('message', (news: WorkerNews) => {
      if (news.type === 'progress') return onProgress(news.progress)
      end(news.type === 'done' ? ok(news.value) : fail({ type: 'JobFailed', reason: news.reason }))
      void worker.terminate()
    })
    worker.once('error', (error) => end(fail({ type: 'JobFailed', reason: String(error) })))
    worker.once('exit', () =>
      end(fail(isCancelled ? { type: 'JobCancelled' } : { type: 'JobFailed', reason: 'ended' })),
    )
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(job)
  return {
    result,
    cancel() {
      isCancelled = true
      void worker.terminate()
    },
  }
}
