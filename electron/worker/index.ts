import { parentPort } from 'node:worker_threads'
import { doJob } from '#node/do-job.ts'
import type { Job, WorkerNews } from '#node/ports.ts'

/** Heavy work, one process or thread per job: a utility process on the desktop, a worker thread on the command line. */
interface UtilityPort {
  once(event: 'message', listener: (event: { readonly data: Job }) => void): void
  postMessage(news: WorkerNews): void
}

const utilityPort = (process as { readonly parentPort?: UtilityPort }).parentPort

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
const say = (news: WorkerNews): void => (utilityPort ?? parentPort)?.postMessage(news)

async function work(job: Job): Promise<void> {
  try {
    // From here on a job that reads files of strangers is timed.
    say({ type: 'progress', progress: 0 })
    say({ type: 'done', value: await doJob(job, (share) => say({ type: 'progress', progress: share })) })
  } catch (error) {
    say({ type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

// A utility process gets an event that carries the message, a thread the message itself.
if (utilityPort !== undefined) utilityPort.once('message', ({ data }) => void work(data))
else parentPort?.once('message', (job: Job) => void work(job))
