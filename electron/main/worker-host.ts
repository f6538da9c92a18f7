import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Job, JobFailure, RunJob, RunningJob, WorkerNews } from '#node/ports.ts'

type JobEnd = Result<unknown, JobFailure>

/** Jobs in utility processes, one process each: cancelling ends the process. */
export const jobsIn =
  (workerFile: string): RunJob =>
  (job, onProgress) =>
    start(workerFile, job, onProgress)

export const runJob = jobsIn(join(import.meta.dirname, 'worker.js'))

function start(workerFile: string, job: Job, onProgress: (progress: unknown) => void): RunningJob {
  const { memory, ...asked } = job
  const execArgv = memory === undefined ? [] : [`--max-old-space-size=${memory}`]
  const child = utilityProcess.fork(workerFile, [], { serviceName: 'Rapporteur worker', execArgv })
  let isCancelled = false
  const result = new Promise<JobEnd>((end) => {
    // A process that has not started yet cannot be ended: it is ended as soon as it has.
    child.once('spawn', () => isCancelled && child.kill())
    child.on('message', (news: WorkerNews) => {
      if (isCancelled) return
      if (news.type === 'progress') return onProgress(news.progress)
      end(news.type === 'done' ? ok(news.value) : fail({ type: 'JobFailed', reason: news.reason }))
      // An idle utility process never ends by itself.
      child.kill()
    })
    // The exit code says nothing: it is 0 after `kill`.
    child.once('exit', () => end(fail(isCancelled ? { type: 'JobCancelled' } : { type: 'JobFailed', reason: 'ended' })))
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
  child.postMessage(asked)
  return {
    result,
    cancel() {
      isCancelled = true
      child.kill()
    },
  }
}
