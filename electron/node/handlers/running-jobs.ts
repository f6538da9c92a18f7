import type { JobStopped } from '#shared/contract/contract.ts'
import { fail, type Result } from '#shared/kit/result.ts'
import { startJob, type JobName, type Jobs } from '../jobs.ts'
import type { Ports } from '../ports.ts'

/** Jobs that run for the page, under the names it gave them, so that it can cancel them. */
export class RunningJobs {
  readonly #ports: Ports
  readonly #cancels = new Map<string, () => void>()

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /** Runs a job in a worker and tells the page how far it is. */
  async run<N extends JobName>(
    job: string,
    name: N,
    input: Jobs[N]['input'],
  ): Promise<Result<Jobs[N]['output'], JobStopped>> {
    const started = startJob(this.#ports.runJob, name, input, (share) =>
      this.#ports.emit('job.progress', { job, share }),
    )
    this.#cancels.set(job, started.cancel)
    try {
      const done = await started.result
      if (!done.ok && done.failure.type === 'JobFailed') this.#ports.log('job.failed', { kind: name })
      return done.ok ? done : fail(done.failure)
    } finally {
      this.#cancels.delete(job)
    }
  }

  cancel(job: string): void {
    this.#cancels.get(job)?.()
  }
}
